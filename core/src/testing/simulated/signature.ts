import type { FaultFamily, Model } from '../../model/model.js';
import type { Cause } from '../../network/fault.js';
import { compileTopology, type Topology } from '../../network/topology.js';
import { LinkWorld } from '../../network/linkWorld.js';
import { faultsOf, partitionsOf } from '../faults.js';

/**
 * The pairs of vertices that reach each other, and the disks that are gone, determine the ends: two faults with the same
 * signature have the same ends.
 */
export function signature(model: Model, topology: Topology, cause: Cause): string {
  const world = new LinkWorld(topology, cause, 0);
  const talk = model.vertices.flatMap(({ kind }, id) => (kind === 'node' || kind === 'client' ? [id] : []));
  const reached = (u: number): string =>
    world.isSilent(u) ? 's' : talk.map((v) => (world.reach(u, v) ? 1 : 0)).join('');
  return talk.map((u) => `${world.isDestroyed(u) ? 'd' : ''}${reached(u)}`).join();
}

/** The faults of these families, and the named partitions, without those with the signature of one before. */
export function differentFaults(model: Model, families: readonly FaultFamily[]): Cause[] {
  const topology = compileTopology(model);
  const bySignature = new Map<string, Cause>();
  for (const cause of [...families.flatMap((family) => faultsOf(model, family)), ...partitionsOf(model)]) {
    const key = signature(model, topology, cause);
    if (!bySignature.has(key)) bySignature.set(key, cause);
  }
  return [...bySignature.values()];
}
