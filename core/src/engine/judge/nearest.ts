import { copiesFor } from '../../model/levels.js';
import type { Step, VertexId } from '../../model/model.js';
import { nearestFirst, type Topology } from '../../network/topology.js';
import { schemeOf } from '../replication/index.js';
import type { StoreState } from '../replication/scheme.js';
import { perStore } from './perStore.js';

/** The order in which clients and instances of services ask the replicas of a store. No fault changes it. */
export class Nearest {
  private readonly known: (store: number) => Map<number, readonly number[]>;

  /** @param isSettled as in `Asking`. */
  constructor(
    private readonly topology: Topology,
    readonly isSettled: boolean,
  ) {
    this.known = perStore(topology.model, () => new Map<number, readonly number[]>());
  }

  /** The orders, each a possible one, in which they may ask in this state. */
  routes(state: StoreState, step: Step, issuer: VertexId): readonly (readonly number[])[] {
    const { store, index } = state.here;
    return schemeOf(store).requests.routes(state, step, this.nearest(index, issuer, copiesFor(store, step)));
  }

  private nearest(store: number, issuer: VertexId, copies: readonly VertexId[]): readonly number[] {
    const known = this.known(store);
    // The copies are the replicas, or observers too.
    const key = 2 * issuer + (copies === this.topology.model.stores[store]?.replicas ? 0 : 1);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = nearestFirst(this.topology, issuer, copies).map((copy) => copies.indexOf(copy));
    known.set(key, made);
    return made;
  }
}
