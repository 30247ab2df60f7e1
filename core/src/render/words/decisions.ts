import type { OperationReview } from '../../review/decisions.js';
import type { Status, Tally } from '../../review/tally.js';
import { count } from './sentence.js';

/** How many operations stand where: those that break under a likely fault are decided or not. */
export interface OperationCounts {
  readonly holds: number;
  readonly decided: number;
  readonly undecided: number;
  readonly notKnown: number;
}

export function operationCounts({ holds, decided, undecided, 'not known': notKnown }: Tally): OperationCounts {
  return { holds, decided, undecided, notKnown };
}

/** What a design comes to: "5 of 8 operations hold under any one fault; 3 break: 2 decided, 1 undecided". */
export function decisionsText(reviews: readonly OperationReview[]): string {
  const of = (status: Status): number => reviews.filter((one) => one.status === status).length;
  return operationCountsText({
    holds: of('holds'),
    decided: of('decided'),
    undecided: of('undecided'),
    notKnown: of('not known'),
  });
}

/** The same from the counts; empty without operations. */
export function operationCountsText({ holds, decided, undecided, notKnown }: OperationCounts): string {
  const breaks = decided + undecided;
  const all = holds + breaks + notKnown;
  if (all === 0) return '';
  const parts = [...(decided > 0 ? [`${decided} decided`] : []), ...(undecided > 0 ? [`${undecided} undecided`] : [])];
  return [
    `${holds} of ${count(all, 'operation')} ${holds === 1 || all === 1 ? 'holds' : 'hold'} under any one fault`,
    // Every design breaks if enough fails: what counts is whether somebody decided it.
    ...(breaks > 0 ? [`${breaks} ${breaks === 1 ? 'breaks' : 'break'}: ${parts.join(', ')}`] : []),
    ...(notKnown > 0 ? [`${notKnown} not known`] : []),
  ].join('; ');
}
