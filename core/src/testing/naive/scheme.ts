import type { Step, Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';

export type HowLong = 'lag' | 'heal';

/**
 * What is open once the break has settled, for one store, decided one way: who leads and who led when the network broke
 * (consensus), who was promoted (primary). `primary`: of that scheme, where it runs.
 */
export interface Scenario {
  readonly leader?: VertexId;
  readonly former?: VertexId;
  readonly primary?: VertexId;
  readonly promoted?: VertexId;
  /** Nobody has noticed the break yet. */
  readonly unnoticed?: true;
  /** All have noticed it, and there is no leader yet. */
  readonly electing?: true;
  /** The only one that has not noticed it. */
  readonly spared?: VertexId;
}

/**
 * In which history an acknowledged write stands. `shared`: the one of the leader, or the one that all replicas make
 * together where nobody leads;
 * `old` and `new`: of the primary and of the one that was promoted; `alone`: on one replica's own copy, merged at the
 * heal.
 */
export type History = 'shared' | 'old' | 'new' | 'alone';

/** A write with every set of data replicas that may be all who have it. */
export interface Acknowledged {
  readonly history: History;
  readonly sets: readonly (readonly VertexId[])[];
  /** Kept for others, and read by nobody before they have it. */
  readonly hint?: true;
  /** Who refused it first, because of the break. */
  readonly refusedBy?: readonly VertexId[];
}

/** One acknowledged write with one of its sets. */
export interface OneWrite {
  readonly history: History;
  readonly set: readonly VertexId[];
  readonly hint?: true;
  readonly refusedBy: readonly VertexId[];
  /** Just before the break, before it was noticed, once it has settled. */
  readonly time: 'before' | 'detecting' | 'during';
}

/**
 * What a read is answered from: every set of copies that may be looked at. `by`: whose answer it is; a leader knows the
 * shared history.
 */
export interface Answered {
  /** A majority has just said that nobody else leads. */
  readonly confirmed?: true;
  readonly by?: VertexId;
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
  /** And this, for who asks: the one settled scenario is about to come, and one replica has not noticed. */
  lateToNotice?(network: Network, store: Store, settled: Scenario): Scenario[];
  /** What may have been the case when the network broke, if it is so now. */
  before(healthy: Network, store: Store, now: Scenario): Scenario[];
  /** Which of several servers a client may pick first. `undefined`: there is nothing to pick. */
  picks(network: Network, store: Store, scenario: Scenario, client: VertexId): (VertexId | undefined)[];
  ask(
    network: Network,
    store: Store,
    scenario: Scenario,
    client: VertexId,
    pick: VertexId | undefined,
    step: Step,
  ): Asked;
  /** Does the replica get to whom it passes requests on? Absent: it passes none on. */
  passesOn?(network: Network, store: Store, scenario: Scenario, replica: VertexId): boolean;
  /** For how long a read answered from this set misses a write; `undefined`: it doesn't. As it has settled, or will. */
  missed(
    network: Network,
    store: Store,
    when: { readonly met: Scenario; readonly settled: Scenario; readonly confirmed: boolean },
    by: VertexId | undefined,
    read: readonly VertexId[],
    write: OneWrite,
  ): HowLong | undefined;
  /** For how long one write is in conflict with another; `undefined`: it isn't. */
  conflict(network: Network, store: Store, settled: Scenario, one: OneWrite, other: OneWrite): HowLong | undefined;
  discarded(network: Network, store: Store, settled: Scenario, write: OneWrite): boolean;
}

/** Who votes on who leads. */
export function votersOf(store: Store): readonly VertexId[] {
  const outside = store.replication.scheme === 'primary' ? store.replication.electors : undefined;
  return outside ?? [...store.replicas, ...store.witnesses];
}

/** More than half of the voters. */
export function majority(store: Store): number {
  return Math.floor(votersOf(store).length / 2) + 1;
}

/** Those of `all` that u can talk to; where members relay, over other members too. */
export function inTouch(network: Network, store: Store, u: VertexId, all: readonly VertexId[]): VertexId[] {
  const relay = store.replication.scheme === 'consensus' && store.replication.relay === true;
  if (!relay) return network.connectedTo(u, all);
  const reached = network.component(u, [...store.replicas, ...store.witnesses]);
  return all.filter((v) => reached.includes(v));
}

export function seesMajority(network: Network, store: Store, replica: VertexId): boolean {
  return network.isUp(replica) && inTouch(network, store, replica, votersOf(store)).length >= majority(store);
}
