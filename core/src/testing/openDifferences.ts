import type { Model, Store } from '../model/model.js';

/**
 * Where the simulator and the engine are known to differ, each with the smallest design that shows it. Comparisons leave
 * these designs out until the difference is settled; `docs/semantics.md`, section 12, lists them.
 */

/** Does some fault of the design destroy disks? */
export function destroysDisks({ families, partitions }: Model): boolean {
  return (
    families.some(({ destroyedNodes, destroyedZones }) => destroyedNodes > 0 || destroyedZones > 0) ||
    partitions.some(({ fault }) => fault.destroyed.length > 0)
  );
}

/**
 * `store s on a, b { choose AP replicate primary a failover automatic }`, an operation that reads and then writes, and
 * `destroy a`: after a copy of the old primary is gone, a write that the other replica takes by itself is in conflict
 * for the simulator and not for the engine.
 */
export function answersAloneBesidesDestroyed(model: Model): boolean {
  const promotes = ({ choice, replication }: Store): boolean =>
    choice === 'AP' && 'failover' in replication && replication.failover !== 'manual';
  return model.stores.some(promotes) && destroysDisks(model);
}

/**
 * `store s on a, b, c, d { replicate consensus leader a }`, a read at level `bounded`, and b down, a cut from c: where
 * the old leader has noticed and refuses, d, which has not, answers without a write of before. The engine takes all
 * replicas that a client asks to have noticed the break, or none.
 */
export function readsWithinABound({ operations }: Model): boolean {
  return operations.some(({ steps }) => steps.some(({ level }) => level === 'bounded'));
}
