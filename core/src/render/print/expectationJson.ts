import type { ExpectationResult, ExpectationStatus } from '../../engine/facts.js';
import type { Resolved, Unjudged } from '../../model/model.js';
import { vertexName } from '../words/names.js';
import { statement } from '../words/statement.js';
import { whyUnjudged } from '../words/unjudged.js';
import { causeJson, type CauseJson } from './causeJson.js';
import { outcomeJson, type OutcomeJson, outcomesJson, placeJson, type RangeJson } from './outcomeJson.js';

/** An `expect` and what became of it. */
export interface ExpectationJson {
  readonly expectation: string;
  readonly status: ExpectationStatus | 'not judged';
  readonly bound: string;
  readonly file?: string;
  readonly range: RangeJson | null;
  readonly why: string | null;
  readonly counterexample: {
    readonly client: string;
    readonly cause: CauseJson;
    /** `detecting`: possible only until the break is noticed. */
    readonly phase: 'settled' | 'detecting';
    readonly outcomes: readonly OutcomeJson[];
  } | null;
  /** Of an expectation about a share of time: for whom it is worst, and that share, from 0 to 1, as a range. */
  readonly measured?: { readonly client: string; readonly least: number; readonly most: number };
  /** It fails, and would hold with `once settled`. */
  readonly holdsOnceSettled: boolean;
  /** It holds, and this can happen until the break is noticed. */
  readonly window: { readonly client: string; readonly cause: CauseJson; readonly outcome: OutcomeJson } | null;
}

export function expectationJson(
  resolved: Resolved,
  result: ExpectationResult,
  nameOf?: (path: string) => string,
): ExpectationJson {
  const { model, origins, sources } = resolved;
  const span = origins.expectations[result.expectation];
  const operation = model.expectations[result.expectation]?.operation ?? -1;
  const { counterexample, measured, window } = result;
  return {
    expectation: statement(resolved, result.expectation),
    status: result.status,
    bound: result.bound,
    ...(span === undefined ? { range: null } : placeJson(sources, span, nameOf)),
    why: result.why ?? null,
    counterexample:
      counterexample === undefined
        ? null
        : {
            client: vertexName(model, counterexample.client),
            cause: causeJson(model, counterexample.verdict.cause),
            phase: counterexample.whileDetecting === true ? 'detecting' : 'settled',
            outcomes: outcomesJson(model, operation, counterexample.verdict),
          },
    ...(measured === undefined ? {} : { measured: { client: vertexName(model, measured.client), ...measured.share } }),
    holdsOnceSettled: result.holdsOnceSettled ?? false,
    window:
      window === undefined
        ? null
        : {
            client: vertexName(model, window.client),
            cause: causeJson(model, window.cause),
            outcome: outcomeJson(model, operation, window.outcome),
          },
  };
}

export function unjudgedJson(resolved: Resolved, one: Unjudged, nameOf?: (path: string) => string): ExpectationJson {
  return {
    expectation: one.name,
    status: 'not judged',
    bound: '',
    ...placeJson(resolved.sources, one.span, nameOf),
    why: whyUnjudged(resolved, one),
    counterexample: null,
    holdsOnceSettled: false,
    window: null,
  };
}
