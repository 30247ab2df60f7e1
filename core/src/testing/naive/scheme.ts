import type { Observer, Step, Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';

export type HowLong = 'lag' | 'heal';

/**
 * One possible case of one store once the break has settled: the leader now and when the network broke (consensus), the
 * promoted replica (primary). `primary`: the old primary of that scheme, if it runs.
 */
export interface Scenario {
  readonly leader?: VertexId;
  readonly former?: VertexId;
  readonly primary?: VertexId;
  readonly promoted?: VertexId;
  /** No replica has noticed the break yet. */
  readonly unnoticed?: true;
  /** All replicas have noticed it, and there is no leader yet. */
  readonly electing?: true;
  /** The only one that has not noticed it. */
  readonly spared?: VertexId;
  /** The replicas that serve nothing, since they lack an answer that their store requires. */
  readonly unmet?: readonly VertexId[];
  /** A store that it requires has not noticed the break everywhere. */
  readonly early?: true;
  /** The group views now and when the network broke, of stores that agree on them. */
  readonly groups?: Groups;
  readonly formerGroups?: Groups;
}

/** Replicas in groups: each replica that is up is in exactly one. */
export type Groups = readonly (readonly VertexId[])[];

/**
 * The history that contains an acknowledged write. `shared`: that of the leader, or that of all replicas together if
 * there is no leader; `old` and `new`: of the old and of the promoted primary; `alone`: on one replica's own copy,
 * merged at the heal.
 */
export type History = 'shared' | 'old' | 'new' | 'alone';

/** A write with every set that may be all the data replicas that have it. */
export interface Acknowledged {
  readonly history: History;
  readonly sets: readonly (readonly VertexId[])[];
  /** The write is kept for other replicas, and cannot be read before they have it. */
  readonly hint?: true;
  /** The replicas that refused it first, because of the break. */
  readonly refusedBy?: readonly VertexId[];
  /** Replicas took it in, and its client got no answer. */
  readonly unanswered?: true;
}

/** One write with one of its sets. */
export interface OneWrite {
  readonly history: History;
  readonly set: readonly VertexId[];
  readonly hint?: true;
  readonly refusedBy: readonly VertexId[];
  readonly acknowledged: boolean;
  /** Just before the break, before it was noticed, once it has settled. */
  readonly time: 'before' | 'detecting' | 'during';
}

/**
 * Every set of copies that a read may be answered from. `by`: the replica that answers; a leader knows the shared
 * history.
 */
export interface Answered {
  /** The replicas that refused the read first, because of the break. */
  readonly refusedBy?: readonly VertexId[];
  /** A majority has just confirmed that there is no other leader. */
  readonly confirmed?: true;
  readonly by?: VertexId;
  readonly sets: readonly (readonly VertexId[])[];
}

/** `undefined`: this replica cannot serve the request. */
export interface Asked {
  readonly write: (replica: VertexId) => Acknowledged | undefined;
  readonly read: (replica: VertexId) => Answered | undefined;
  /** The write that stays on replicas although this one cannot serve it, if it does not refuse it at once. */
  readonly keeps?: (replica: VertexId) => Acknowledged | undefined;
  /** The replica knows that no other one can serve the request either. Absent: none does. */
  readonly isHopeless?: (replica: VertexId) => boolean;
  /** The replica gives up at once where others let the client wait, if it has noticed the break or always. */
  readonly atOnce?: (replica: VertexId) => 'noticed' | 'always' | undefined;
  /** The replica serves it, or the leader that it needs is deposed first and the client gets no answer. */
  readonly isInDoubt?: (replica: VertexId) => boolean;
  /** The replica hands a read to one of these copies, whichever. Absent: it answers as `read` says. */
  readonly hands?: readonly VertexId[];
  /** The replicas that the client asks, in order. */
  readonly order: readonly VertexId[];
}

export interface Scheme {
  /** The possible scenarios under the fault. Never empty. `isWritten`: an operation writes to the store. */
  scenarios(network: Network, store: Store, isWritten: boolean): Scenario[];
  /** The additional scenarios before all replicas have noticed the break. */
  unnoticed(network: Network, store: Store): Scenario[];
  /** Further scenarios of a request: the settled scenario has begun, except that one replica has not noticed. */
  lateToNotice?(network: Network, store: Store, settled: Scenario): Scenario[];
  /** Does the one that has not noticed act in another way for this step? Absent: yes. */
  isLateFor?(step: Step): boolean;
  /** The possible scenarios when the network broke, given the one now. */
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
  /** Does the replica reach the replica that it forwards requests to? Absent: it forwards none. */
  passesOn?(network: Network, store: Store, scenario: Scenario, replica: VertexId): boolean;
  /**
   * For how long a read answered from this set misses a write; `undefined`: it does not. `settled`: how the break has
   * settled, or will.
   */
  missed(
    network: Network,
    store: Store,
    when: {
      readonly met: Scenario;
      readonly settled: Scenario;
      readonly confirmed: boolean;
      /** Those that take part in the read and have not noticed the break. */
      readonly unaware: readonly VertexId[];
      /** Those that refused it before. */
      readonly refusedBy: readonly VertexId[];
    },
    by: VertexId | undefined,
    read: readonly VertexId[],
    write: OneWrite,
  ): HowLong | undefined;
  /** For how long one write is in conflict with another; `undefined`: it is not. */
  conflict(network: Network, store: Store, settled: Scenario, one: OneWrite, other: OneWrite): HowLong | undefined;
  discarded(network: Network, store: Store, settled: Scenario, write: OneWrite): boolean;
  /**
   * Can a write, before it is discarded, have got to this copy when a read is served in the scenario `met`? Absent:
   * nothing is discarded.
   */
  getsTo?(
    network: Network,
    store: Store,
    when: { readonly met: Scenario; readonly settled: Scenario },
    write: OneWrite,
    copy: VertexId,
  ): boolean;
}

/** A step that needs no more than one copy. */
export function mayAskObservers({ access, level }: Step): boolean {
  return access === 'read' && (level === 'local' || level === 'one' || level === 'bounded' || level === 'any');
}

/** Replicas, then observers. */
export function everyCopy({ replicas, observers = [] }: Store): VertexId[] {
  return [...replicas, ...observers.map(({ node }) => node)];
}

/** The observer of a store that this node is. */
export function observerAt(store: Store, node: VertexId): Observer | undefined {
  return store.observers?.find((one) => one.node === node);
}

/** Does what the source sends get to this copy: directly, or to an observer over the only copy that feeds it? */
export function isSupplied(
  store: Store,
  node: VertexId,
  gets: (replica: VertexId) => boolean,
  network: Network,
): boolean {
  const from = observerAt(store, node)?.from;
  return from === undefined ? gets(node) : network.connected(from, node) && isSupplied(store, from, gets, network);
}

/** The servers that elect the leader or primary. */
export function votersOf(store: Store): readonly VertexId[] {
  const outside = store.replication.scheme === 'primary' ? store.replication.electors : undefined;
  return outside ?? [...store.replicas, ...store.witnesses];
}

/** More than half of the voters. */
export function majority(store: Store): number {
  return Math.floor(votersOf(store).length / 2) + 1;
}

/** The members of `all` that u can exchange messages with; if members relay, over other members too. */
export function inTouch(network: Network, store: Store, u: VertexId, all: readonly VertexId[]): VertexId[] {
  const relay = store.replication.scheme === 'consensus' && store.replication.relay === true;
  if (!relay) return network.connectedTo(u, all);
  const reached = network.component(u, [...store.replicas, ...store.witnesses]);
  return all.filter((v) => reached.some((member) => network.connected(member, v)));
}

export function seesMajority(network: Network, store: Store, replica: VertexId): boolean {
  return network.isUp(replica) && inTouch(network, store, replica, votersOf(store)).length >= majority(store);
}
