import type { Model, Store } from '../model/model.js';

/** Can a failover or the heal discard a history of this store? */
function discards({ replicas, replication, merge }: Store): boolean {
  if (replicas.length < 2) return false;
  switch (replication.scheme) {
    case 'primary':
      return replication.failover !== 'manual';
    case 'quorum':
    case 'any':
      return merge === 'discard';
    case 'consensus':
      return false;
  }
}

/** Does the design read and write a store that can discard a history? One of sixteen drawn designs does. */
export function showsWhatIsDiscarded({ stores, operations }: Model): boolean {
  const asks = (s: number, access: 'read' | 'write'): boolean =>
    operations.some(({ steps }) => steps.some((step) => step.store === s && step.access === access));
  return stores.some((store, s) => discards(store) && asks(s, 'read') && asks(s, 'write'));
}
