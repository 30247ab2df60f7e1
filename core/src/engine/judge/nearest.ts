import type { Step, VertexId } from '../../model/model.js';
import { nearestFirst, type Topology } from '../../network/topology.js';
import { schemeOf } from '../replication/index.js';
import type { StoreState } from '../replication/scheme.js';
import { perStore } from './perStore.js';

/** The order in which clients and instances of services ask the replicas of a store. No fault changes it. */
export class Nearest {
  private readonly known: (store: number) => Map<VertexId, readonly number[]>;

  constructor(private readonly topology: Topology) {
    this.known = perStore(topology.model, () => new Map<VertexId, readonly number[]>());
  }

  /** The orders, each a possible one, in which they may ask in this state. */
  routes(state: StoreState, step: Step, issuer: VertexId): readonly (readonly number[])[] {
    const { store, index } = state.here;
    return schemeOf(store).requests.routes(state, step, this.nearest(index, issuer, store.replicas));
  }

  private nearest(store: number, issuer: VertexId, replicas: readonly VertexId[]): readonly number[] {
    const known = this.known(store);
    const found =
      known.get(issuer) ?? nearestFirst(this.topology, issuer, replicas).map((replica) => replicas.indexOf(replica));
    known.set(issuer, found);
    return found;
  }
}
