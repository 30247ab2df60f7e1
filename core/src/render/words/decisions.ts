import type { OperationReview, ReviewStatus } from '../../review/decisions.js';
import { count } from './sentence.js';

/** What a design comes to: "5 of 8 operations hold under any one fault; 3 break: 2 decided, 1 undecided". */
export function decisionsText(reviews: readonly OperationReview[]): string {
  const of = (status: ReviewStatus): number => reviews.filter((one) => one.status === status).length;
  const [holds, decided, undecided, notKnown] = [of('holds'), of('decided'), of('undecided'), of('not known')];
  const breaks = decided + undecided;
  const parts = [...(decided > 0 ? [`${decided} decided`] : []), ...(undecided > 0 ? [`${undecided} undecided`] : [])];
  const how = undecided === 0 && decided > 1 ? 'all decided' : parts.join(', ');
  // Every design breaks if enough fails: what counts is whether somebody decided it.
  const broken = holds === 0 ? `${count(breaks, 'operation')}` : `${breaks}`;
  return [
    ...(holds > 0
      ? [`${holds} of ${count(reviews.length, 'operation')} ${holds === 1 ? 'holds' : 'hold'} under any one fault`]
      : []),
    ...(breaks > 0
      ? [`${broken} ${breaks === 1 ? 'breaks' : 'break'}${holds === 0 ? ' under some fault' : ''}: ${how}`]
      : []),
    ...(notKnown > 0 ? [`${notKnown} not known`] : []),
  ].join('; ');
}
