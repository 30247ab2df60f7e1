import type { ExpectationResult, ExpectationStatus, TimedAnswer } from '../../engine/facts.js';
import type { Model, Resolved, Unjudged } from '../../model/model.js';
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
  /** Of an expectation about a time: the answer that comes too late, or the slowest if all come in time. */
  readonly timed?: TimedJson;
  /** Of an expectation about a share of time: for whom it is worst, and that share, from 0 to 1, as a range. */
  readonly measured?: { readonly client: string; readonly least: number; readonly most: number };
  /** It fails, and would hold with `once settled`. */
  readonly holdsOnceSettled: boolean;
  /** It holds, and this can happen until the break is noticed. */
  readonly window: { readonly client: string; readonly cause: CauseJson; readonly outcome: OutcomeJson } | null;
}

/** `share`: of answers, that take no longer, from 0 to 1; null: no round trip on the way varies. */
interface TimedJson {
  readonly client: string;
  readonly cause: CauseJson;
  readonly ms: number;
  readonly share: number | null;
  readonly roundTrips: readonly { readonly from: string; readonly to: string; readonly ms: number }[];
}

function timedJson(model: Model, { client, cause, ms, share, legs }: TimedAnswer): TimedJson {
  return {
    client: vertexName(model, client),
    cause: causeJson(model, cause),
    ms,
    share: share ?? null,
    roundTrips: legs.map((leg) => ({ ...leg, from: vertexName(model, leg.from), to: vertexName(model, leg.to) })),
  };
}

export function expectationJson(
  resolved: Resolved,
  result: ExpectationResult,
  nameOf?: (path: string) => string,
): ExpectationJson {
  const { model, origins, sources } = resolved;
  const span = origins.expectations[result.expectation];
  const operation = model.expectations[result.expectation]?.operation ?? -1;
  const { counterexample, measured, timed, window } = result;
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
    ...(timed === undefined ? {} : { timed: timedJson(model, timed) }),
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
