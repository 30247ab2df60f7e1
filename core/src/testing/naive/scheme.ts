import type { Step, Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';

export type HowLong = 'lag' | 'heal';

/**
 * What is open once the break has settled, for one store, decided one way: who leads and who led when the network broke (consensus), who
 * was promoted (primary). `primary`: of that scheme, where it runs.
 */
export interface Scenario {
  readonly leader?: VertexId;
  readonly former?: VertexId;
  readonly primary?: VertexId;
  readonly promoted?: VertexId;
  /** Nobody has noticed the break yet. */
  readonly unnoticed?: true;
}

/**
 * In which history an acknowledged write stands. `shared`: the one of the leader, or the one that all replicas make together where nobody leads;
 * `old` and `new`: of the primary and of the one that was promoted; `alone`: on one replica's own copy, merged at the heal.
 */
export type History = 'shared' | 'old' | 'new' | 'alone';

/** A write with every set of data replicas that may be all who have it. */
export interface Acknowledged {
  readonly history: History;
  readonly sets: readonly (readonly VertexId[])[];
}

/** One acknowledged write with one of its sets. */
export interface OneWrite {
  readonly history: History;
  readonly set: readonly VertexId[];
  readonly time: 'before' | 'during';
}

/** What a read is answered from: every set of copies that may be looked at. `leader`: by the leader, who knows the shared history. */
export interface Answered {
  readonly leader: boolean;
  readonly sets: readonly (readonly VertexId[])[];
}

/** `undefined`: nobody can serve this here. */
export interface Asked {
  readonly write: (replica: VertexId) => Acknowledged | undefined;
  readonly read: (replica: VertexId) => Answered | undefined;
  /** Whom the client asks, in order. */
  readonly order: readonly VertexId[];
}

export interface Scheme {
  /** What may be the case under the fault. Never empty. */
  scenarios(network: Network, store: Store): Scenario[];
  /** What may be the case beside that, before everybody has noticed the break. */
  unnoticed(network: Network, store: Store): Scenario[];
  /** What may have been the case when the network broke, if it is so now. */
  before(healthy: Network, store: Store, now: Scenario): Scenario[];
  /** Which of several servers a client may pick first. `undefined`: there is nothing to pick. */
  picks(network: Network, store: Store, scenario: Scenario, client: VertexId): (VertexId | undefined)[];
  ask(network: Network, store: Store, scenario: Scenario, client: VertexId, pick: VertexId | undefined, step: Step): Asked;
  /** For how long a read answered from this set misses a write; `undefined`: it doesn't. */
  missed(network: Network, store: Store, scenario: Scenario, leader: boolean, read: readonly VertexId[], write: OneWrite): HowLong | undefined;
  /** For how long one write is in conflict with another; `undefined`: it isn't. */
  conflict(network: Network, store: Store, scenario: Scenario, one: OneWrite, other: OneWrite): HowLong | undefined;
  discarded(network: Network, store: Store, scenario: Scenario, write: OneWrite): boolean;
}

/** More than half of the voters. */
export function majority(store: Store): number {
  return Math.floor((store.replicas.length + store.witnesses.length) / 2) + 1;
}

export function seesMajority(network: Network, store: Store, replica: VertexId): boolean {
  return network.connectedTo(replica, [...store.replicas, ...store.witnesses]).length >= majority(store);
}
