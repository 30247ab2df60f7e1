import { MAX_CAUSES } from '../engine/causes.js';
import { MOST_CUTS } from '../engine/patternSweep.js';
import { causeSize } from '../network/fault.js';
import type { Sweep } from '../engine/question.js';

/**
 * What two ways of sweeping agree on, by bit. Lists of causes end somewhere: large causes are not compared, nor is a
 * list that ends before all small ones are in it.
 */
export function shownSweep(sweep: Omit<Sweep, 'complete'> | undefined): unknown {
  return sweep?.faults.map((count, bit) => {
    const causes = sweep.causes[bit] ?? [];
    const [first] = causes;
    const small = causes.filter((cause) => causeSize(cause) <= MOST_CUTS);
    return { count, first, causes: small.length >= MAX_CAUSES ? [] : small };
  });
}
