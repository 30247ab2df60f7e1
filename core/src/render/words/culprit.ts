import { isAnswered } from '../../base/harm.js';
import type { Outcome } from '../../engine/facts.js';
import type { Expectation } from '../../model/model.js';

/** Of all that can happen under the counterexample, what contradicts the expectation; outcomes are worst first. */
export function culprit(expectation: Expectation, outcomes: readonly Outcome[]): Outcome | undefined {
  const counted = expectation.beyondLag ? outcomes.filter(({ howLong }) => howLong !== 'lag') : outcomes;
  const found =
    expectation.verdict === 'available'
      ? counted.find((outcome) => isAnswered(outcome.verdict) === expectation.never)
      : expectation.never
        ? counted.find(({ verdict }) => verdict === expectation.verdict)
        : counted[0];
  return found ?? outcomes[0];
}
