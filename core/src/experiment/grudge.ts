import type { Model, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { LinkWorld } from '../network/linkWorld.js';
import { topologyOf } from '../network/topology.js';

/** A fault as what machines have to do: from whom each drops everything, and which stand still. */
export interface Grudge {
  /** Messages from the one machine don't arrive at the other, though they do on the healthy network. */
  readonly drops: readonly { readonly from: VertexId; readonly to: VertexId }[];
  readonly stopped: readonly VertexId[];
  /** Stopped, and what they kept is gone. */
  readonly destroyed: readonly VertexId[];
}

/**
 * Compares what arrives with and without the fault, so that routers, zones, detours and single directions come out as
 * the network carries them, without a rule of their own.
 */
export function grudgeOf(model: Model, cause: Cause): Grudge {
  const topology = topologyOf(model);
  const healthy = new LinkWorld(topology, HEALTHY, 0);
  const broken = new LinkWorld(topology, cause, 0);
  const machines = machinesOf(model);
  const running = machines.filter((machine) => broken.isUp(machine));
  // Clients have nothing to say to each other.
  const isNode = (machine: VertexId): boolean => model.vertices[machine]?.kind === 'node';
  const drops = running.flatMap((to) =>
    running.flatMap((from) => {
      const isDropped = from !== to && healthy.reach(from, to) && !broken.reach(from, to);
      return isDropped && (isNode(from) || isNode(to)) ? [{ from, to }] : [];
    }),
  );
  const down = machines.filter((machine) => !broken.isUp(machine));
  return {
    drops,
    stopped: down.filter((machine) => !broken.isDestroyed(machine)),
    destroyed: down.filter((machine) => broken.isDestroyed(machine)),
  };
}

/** Nodes, and clients that are on no node: the others share its machine. Zones and routers only pass messages on. */
export function machinesOf(model: Model): VertexId[] {
  return model.vertices.flatMap((vertex, id) => {
    const isMachine = vertex.kind === 'node' || (vertex.kind === 'client' && vertex.placement.kind !== 'node');
    return isMachine ? [id] : [];
  });
}
