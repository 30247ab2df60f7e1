import type { Model } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import { Choices } from './choices.js';
import type { Seen, Timed } from './script.js';
import { Simulation } from './simulation.js';
import { SilentLog } from './trace.js';

/** Requests of a design, in order, while the network breaks in one way and heals. */
export interface Story {
  readonly model: Model;
  readonly topology: Topology;
  readonly cause: Cause;
  readonly requests: readonly Timed[];
  /** At most this many histories are visited. */
  readonly mostRuns: number;
}

/**
 * Every history that a story can have, in a fixed order; `visit` answers whether it wants more. False: there are more
 * than `mostRuns` of them, and the rest was left out.
 */
export function eachHistory(
  { model, topology, cause, requests, mostRuns }: Story,
  visit: (history: readonly Seen[]) => 'go on' | 'enough',
): boolean {
  const healthy = new LinkWorld(topology, HEALTHY, 0);
  const of = { model, topology, healthy, broken: new LinkWorld(topology, cause, 0), what: '' };
  const choices = new Choices();
  let runs = 0;
  do {
    if (++runs > mostRuns) return false;
    if (visit(new Simulation(of, choices, new SilentLog()).history(requests)) === 'enough') return true;
  } while (choices.advance());
  return true;
}
