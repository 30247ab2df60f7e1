import type { Harmful } from '../base/harm.js';
import type { ExpectationResult } from '../engine/facts.js';
import type { Expectation, Model, VertexId } from '../model/model.js';

/** What the file says of a verdict that it knows of. */
export type Decision =
  | { readonly kind: 'accepted'; readonly acceptance: number; readonly reason: string }
  /** An expectation that holds states it, or rules something worse out. */
  | { readonly kind: 'expected'; readonly expectation: number };

/** Verdicts that damage data, or show wrong data: an error is the price for never having one of them. */
const HARMS_DATA: readonly string[] = ['stale', 'dirty', 'partial', 'conflict', 'lost'] satisfies Harmful[];
/** The verdicts of an answered request that an expectation of `available` puts up with. */
const OF_ANSWERS: readonly string[] = ['stale', 'dirty', 'conflict'] satisfies Harmful[];

/** The decision on a verdict of an operation for a client, if the file has one. */
export function decisionOn(
  model: Model,
  expectations: readonly ExpectationResult[],
  { operation, client }: { readonly operation: number; readonly client: VertexId },
  verdict: Harmful,
): Decision | undefined {
  const acceptance = model.acceptances.findIndex(
    (one) => one.operation === operation && one.verdict === verdict && one.hasEnded !== true,
  );
  const accepted = model.acceptances[acceptance];
  if (accepted !== undefined) return { kind: 'accepted', acceptance, reason: accepted.reason };
  const stated = expectations.find((result) => {
    const expectation = model.expectations[result.expectation];
    return (
      result.status === 'holds' &&
      expectation?.operation === operation &&
      (expectation.clients.length === 0 || expectation.clients.includes(client)) &&
      decides(expectation, verdict)
    );
  });
  return stated === undefined ? undefined : { kind: 'expected', expectation: stated.expectation };
}

function decides({ never, verdict: stated, within, share }: Expectation, verdict: Harmful): boolean {
  if (within !== undefined) return false;
  if (never) return verdict === 'error' && HARMS_DATA.includes(stated);
  if (stated === verdict) return true;
  // A share of time is met by a store that refuses as well: its author chose no wrong answers.
  return stated === 'available' && share === undefined && OF_ANSWERS.includes(verdict);
}
