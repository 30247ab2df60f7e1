import type { VertexId } from '../model/model.js';
import type { World } from '../network/world.js';

/** The network under a fault, and the healthy one unless it is itself healthy. */
interface Networks {
  readonly world: World;
  readonly healthy: World | undefined;
}

/**
 * May one that asks wait for an answer on a connection from before the break? Asked where messages do not pass both
 * ways, so that no connection can be made. `isUnaware`: it may not have noticed yet that nothing passes any more; where
 * one direction does, it may wait for longer. The connections of a machine that stops are closed.
 */
export function mayHang({ world, healthy }: Networks, from: VertexId, to: VertexId, isUnaware: boolean): boolean {
  if (healthy === undefined || !world.isUp(to) || !healthy.connected(from, to)) return false;
  return isUnaware || world.isHalfOpen(from, to);
}
