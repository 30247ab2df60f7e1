import { isAnswered } from '../../base/harm.js';
import type { Outcome } from '../../engine/facts.js';
import type { Expectation } from '../../model/model.js';

/** Of all that can happen under the counterexample, what contradicts the expectation; outcomes are worst first. */
export function culprit(expectation: Expectation, outcomes: readonly Outcome[]): Outcome | undefined {
  const counted = expectation.beyondLag ? outcomes.filter(({ howLong }) => howLong !== 'lag') : outcomes;
  return counted.find(contradicts(expectation)) ?? outcomes[0];
}

function contradicts({ never, verdict }: Expectation): (outcome: Outcome) => boolean {
  if (verdict === 'available') return ({ verdict: found, before }) => before !== true && isAnswered(found) === never;
  // Without `never` it is about the worst.
  return never ? (outcome) => outcome.verdict === verdict : () => true;
}
