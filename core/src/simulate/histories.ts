import type { Model } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import { Choices } from './choices.js';
import { type Seen, Simulation, type Timed } from './simulation.js';
import { SilentLog } from './trace.js';

/**
 * Every history that these requests can have while the network breaks in this way and heals, in a fixed order; `visit`
 * says whether it wants more. False: there are more than `mostRuns` of them, and the rest was left out.
 */
export function eachHistory(
  model: Model,
  topology: Topology,
  cause: Cause,
  requests: readonly Timed[],
  mostRuns: number,
  visit: (history: readonly Seen[]) => 'go on' | 'enough',
): boolean {
  const healthy = new World(topology, HEALTHY, 0);
  const broken = new World(topology, cause, 0);
  const choices = new Choices();
  let runs = 0;
  do {
    if (++runs > mostRuns) return false;
    if (
      visit(new Simulation(model, topology, healthy, broken, '', choices, new SilentLog()).play(requests)) === 'enough'
    )
      return true;
  } while (choices.advance());
  return true;
}
