import { MAX_CAUSES } from '../engine/causes.js';
import { MOST_CUTS } from '../engine/patternSweep.js';
import type { Sweep } from '../engine/question.js';

/**
 * What two ways of sweeping agree on, by bit. Lists of causes end somewhere: longer ones, and those of many cuts, are
 * not compared.
 */
export function shownSweep(sweep: Omit<Sweep, 'complete'> | undefined): unknown {
  return sweep?.faults.map((count, bit) => {
    const causes = sweep.causes[bit] ?? [];
    const [first] = causes;
    return {
      count,
      first,
      causes: causes.length >= MAX_CAUSES ? [] : causes.filter(({ links }) => links.length <= MOST_CUTS),
    };
  });
}
