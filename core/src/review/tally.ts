import { isBeyondLag } from '../base/harm.js';
import type { ClientResult, ExpectationResult } from '../engine/facts.js';
import type { Model } from '../model/model.js';
import { type Standing, standingOf } from './standing.js';
import { coversLikely } from './tier.js';

/** What one likely fault does to an operation: nothing, or something that the file decides, or does not. */
export type Status = 'holds' | 'decided' | 'undecided' | 'not known';

/** How many operations have each status. */
export type Tally = Readonly<Record<Status, number>>;

/**
 * `clients` are all results of one operation. What only lags, as it does on a healthy network, holds. It is not known
 * where a limit was hit, or the design leaves out some kind of likely fault; what is undecided is known even then.
 */
export function statusOf(model: Model, { headline }: Standing, clients: readonly ClientResult[]): Status {
  const broken = headline !== undefined && isBeyondLag(headline.outcome) ? headline : undefined;
  if (broken !== undefined && broken.decision === undefined) return 'undecided';
  if (clients.some(({ notKnown }) => notKnown !== undefined)) return 'not known';
  if (broken !== undefined) return 'decided';
  return coversLikely(model) && clients.every(isCutByCut) ? 'holds' : 'not known';
}

/** Of too many faults, sets of fewer links are looked at: is each single link among them? */
function isCutByCut({ explored, okUpToLinks }: ClientResult): boolean {
  return explored.every(({ complete }) => complete) || okUpToLinks === 'all' || okUpToLinks >= 1;
}

/** The operations of one design, or some of them, that a client issues, by status. */
export function tallyOf(
  model: Model,
  results: { readonly clients: readonly ClientResult[]; readonly expectations: readonly ExpectationResult[] },
  operations: readonly number[] = model.operations.map((_, operation) => operation),
): Tally {
  const tally = { holds: 0, decided: 0, undecided: 0, 'not known': 0 };
  for (const operation of operations) {
    const clients = results.clients.filter((one) => one.operation === operation);
    if (clients.length > 0) tally[statusOf(model, standingOf(model, results.expectations, clients), clients)]++;
  }
  return tally;
}
