import type { Sources } from '../../base/sources.js';
import type { Span } from '../../base/span.js';
import type { FaultVerdict, HowLong, OtherWrite, Outcome } from '../../engine/facts.js';
import type { Model, VerdictKind } from '../../model/model.js';
import { healText } from '../words/heal.js';
import { operationName, stepText, vertexName } from '../words/names.js';

/** From 1, as compilers count; columns in UTF-16 code units, as editors count. The end is after the last character. */
export interface RangeJson {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface OutcomeJson {
  readonly verdict: VerdictKind;
  readonly howLong: HowLong | null;
  /**
   * Only what the client got acknowledged just before the break can end so, not a request issued during it.
   */
  readonly before: boolean;
  readonly reason: string;
  /** What becomes of it when the network is whole again; empty for `ok`. */
  readonly heal: string;
  /** For composite operations: which step, and which steps took effect before it ended. */
  readonly step: string;
  readonly halfDone: readonly string[];
  readonly otherWrite: {
    readonly operation: string;
    readonly client: string;
    readonly when: OtherWrite['when'];
  } | null;
}

/** A range, and its file where that is an included one. */
export function placeJson(
  sources: Sources,
  span: Span,
  nameOf: (path: string) => string = (path) => path,
): { readonly file?: string; readonly range: RangeJson } {
  const place = (offset: number): { line: number; column: number } => {
    const { line, character } = sources.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return {
    ...(sources.isOwn(span) ? {} : { file: nameOf(sources.fileAt(span.start).path) }),
    range: { start: place(span.start), end: place(span.end) },
  };
}

export function outcomeJson(model: Model, operation: number, outcome: Outcome): OutcomeJson {
  const { verdict, howLong, before, reason, step, other, halfDone } = outcome;
  const steps = model.operations[operation]?.steps;
  return {
    verdict,
    howLong: howLong ?? null,
    before: before ?? false,
    reason,
    heal: healText(outcome),
    step: stepText(model, steps?.[step]),
    halfDone: (halfDone ?? []).map((i) => stepText(model, steps?.[i])),
    otherWrite:
      other === undefined
        ? null
        : {
            operation: operationName(model, other.operation),
            client: vertexName(model, other.client),
            when: other.when,
          },
  };
}

export function outcomesJson(model: Model, operation: number, verdict: FaultVerdict): OutcomeJson[] {
  return verdict.outcomes.map((outcome) => outcomeJson(model, operation, outcome));
}
