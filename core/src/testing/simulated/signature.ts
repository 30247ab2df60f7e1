import type { Model } from '../../model/model.js';
import type { Cause } from '../../network/fault.js';
import type { Topology } from '../../network/topology.js';
import { World } from '../../network/world.js';

/** Who reaches whom is all that a fault is: two that agree in it have the same ends. */
export function signature(model: Model, topology: Topology, cause: Cause): string {
  const world = new World(topology, cause, 0);
  const talk = model.vertices.flatMap(({ kind }, id) => (kind === 'node' || kind === 'client' ? [id] : []));
  return talk.map((u) => (world.isSilent(u) ? 's' : talk.map((v) => (world.reach(u, v) ? 1 : 0)).join(''))).join();
}
