import { run } from '../base/steps.js';
import { type Race, stalenessInSteps } from '../network/delay/staleness.js';

/** The probability that a read is stale, by the milliseconds since the write, without a pause. */
export function staleness(race: Race): ((t: number) => number) | undefined {
  const stale = run(stalenessInSteps(race));
  return stale && ((t) => run(stale(t)));
}
