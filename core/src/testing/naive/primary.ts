import { mayBeStuck } from './consensus.js';
import type { Level, PrimaryReplication, Step, Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import {
  majority,
  isSupplied,
  observerAt,
  seesMajority,
  votersOf,
  type Acknowledged,
  type Answered,
  type OneWrite,
  type Scenario,
  type Scheme,
} from './scheme.js';
import { disjoint, subsetsOfSize } from './sets.js';

function replicationOf(store: Store): PrimaryReplication {
  if (store.replication.scheme !== 'primary') throw new Error(`${store.name} has no primary`);
  return store.replication;
}

/** How many other replicas have to acknowledge. */
function acknowledgementsOf(store: Store, level: Level | undefined): number {
  const d = store.replicas.length;
  switch (level) {
    case 'one':
      return 0;
    case 'two':
      return 1;
    case 'quorum': {
      const majorityOfMembers = Math.floor((d + store.witnesses.length) / 2) + 1;
      return majorityOfMembers > d ? d - 1 : majorityOfMembers - 1;
    }
    case 'all':
      return d - 1;
    default:
      return replicationOf(store).sync;
  }
}

/** The network as a replica knows it. */
function networkOf(replica: VertexId, network: Network, { unnoticed, spared }: Scenario): Network {
  return unnoticed === true || spared === replica ? network.healthy() : network;
}

/** Has the old primary noticed that it lost its majority, so that it refuses? */
function steppedDown(network: Network, store: Store, scenario: Scenario): boolean {
  const { primary: old } = scenario;
  return (
    replicationOf(store).stepsDown !== undefined &&
    old !== undefined &&
    !seesMajority(networkOf(old, network, scenario), store, old)
  );
}

/**
 * Did the replica follow the primary on the healthy network? The primary may have stopped: a replica that has not
 * noticed the break does not know.
 */
function followedBefore(healthy: Network, store: Store, replica: VertexId): boolean {
  const { primary: old } = replicationOf(store);
  return healthy.connected(old, replica) && !steppedDown(healthy, store, { primary: old });
}

type Access = Step['access'];

/** A primary that is stepping down may still answer reads. */
function refuses(network: Network, store: Store, scenario: Scenario, access: Access): boolean {
  const readsOn = access === 'read' && replicationOf(store).stepsDown === 'writes';
  return !readsOn && steppedDown(network, store, scenario);
}

/** The replicas that clients ask as the primary: one that refuses is not, if there is a new one. */
function primaries(network: Network, store: Store, scenario: Scenario, access: Access): VertexId[] {
  const { primary: old, promoted } = scenario;
  const gone = promoted !== undefined && refuses(network, store, scenario, access);
  return [gone ? undefined : old, promoted].filter((id) => id !== undefined);
}

/** Those of them that act as a primary. */
function acting(network: Network, store: Store, scenario: Scenario, access: Access): VertexId[] {
  return primaries(network, store, scenario, access).filter(
    (id) => id !== scenario.primary || !refuses(network, store, scenario, access),
  );
}

function candidates(network: Network, store: Store, scenario: Scenario, client: VertexId, access: Access): VertexId[] {
  const order = network.orderOf(client, store);
  return primaries(network, store, scenario, access).filter((id) => order.includes(id));
}

/**
 * Every set that may be all the replicas with a write that this primary acknowledges; `undefined`: it does not
 * acknowledge.
 */
function acknowledgedBy(
  network: Network,
  store: Store,
  scenario: Scenario,
  primary: VertexId,
  level: Level | undefined,
): VertexId[][] | undefined {
  const { sync, syncWith, weakens, inSync, minReplicas, failover } = replicationOf(store);
  const { promoted } = scenario;
  // A replica that hears from the new primary does not follow the old one any more.
  const follows = (other: VertexId): boolean =>
    primary === promoted
      ? other !== scenario.primary || steppedDown(network, store, scenario)
      : promoted === undefined || !network.connected(promoted, other);
  const others = network.connectedTo(primary, store.replicas).filter((other) => other !== primary && follows(other));
  // The network as this primary knows it.
  const taken = networkOf(primary, network, scenario);
  const inSyncWith =
    taken !== network ? taken.connectedTo(primary, store.replicas).filter((other) => other !== primary) : others;
  if (minReplicas !== undefined && inSyncWith.length < minReplicas) return undefined;
  const asConfigured = level === undefined || level === 'leader';
  const having = (count: number): VertexId[][] => subsetsOfSize(others, count).map((some) => [primary, ...some]);
  if (asConfigured && inSync !== undefined) {
    const everyone = others.length === store.replicas.length - 1;
    const mayShrink = failover === 'manual' || seesMajority(taken, store, primary);
    const allOfThem = inSyncWith.every((other) => others.includes(other));
    return everyone || (mayShrink && allOfThem && others.length + 1 >= inSync) ? having(others.length) : undefined;
  }
  if (asConfigured && syncWith !== undefined) {
    const wanted = syncWith.filter((one) => one !== primary);
    const present = wanted.filter((one) => others.includes(one));
    return present.length === wanted.length || weakens === true ? [[primary, ...present]] : undefined;
  }
  if (asConfigured && weakens === true) return having(Math.min(sync, others.length));
  const count = acknowledgementsOf(store, level);
  return others.length >= count ? having(count) : undefined;
}

/**
 * `failover safe`: of every write that the old primary can have acknowledged, does this replica get a copy? From an old
 * primary it gets them all only if that one has stopped.
 */
function maySucceed(network: Network, store: Store, replica: VertexId, oldHasStopped: boolean): boolean {
  const { primary: old, failover, weakens } = replicationOf(store);
  if (failover !== 'safe') return true;
  const asked = network.connectedTo(replica, store.replicas).filter((other) => other !== old || oldHasStopped);
  const usual = acknowledgedBy(network.healthy(), store, { primary: old }, old, undefined) ?? [];
  const possible = usual.length > 0 && weakens === true ? [[old]] : usual;
  return possible.every((set) => set.some((one) => asked.includes(one)));
}

export const primary: Scheme = {
  scenarios(network, store, isWritten) {
    const { primary: old, failover, election } = replicationOf(store);
    const running: Scenario = network.isUp(old) ? { primary: old } : {};
    if (failover === 'manual' || seesMajority(network, store, old)) return [running];
    const able = store.replicas.filter(
      (replica) =>
        replica !== old &&
        seesMajority(network, store, replica) &&
        maySucceed(network, store, replica, steppedDown(network, store, running)),
    );
    if (able.length === 0) return [running];
    const isStuck = election === 'raft' && mayBeStuck(network, store, old, isWritten);
    return [...able.map((promoted) => ({ ...running, promoted })), ...(isStuck ? [running] : [])];
  },

  unnoticed(network, store) {
    const { primary: old, failover } = replicationOf(store);
    const running: Scenario = network.isUp(old) ? { primary: old } : {};
    const failsOver = failover !== 'manual' && !seesMajority(network, store, old);
    return [{ ...running, unnoticed: true }, ...(failsOver ? [{ ...running, electing: true as const }] : [])];
  },

  lateToNotice(network, store, settled) {
    const { primary: old, promoted } = settled;
    if (old === undefined || promoted === undefined) return [];
    // The old primary does not vote, because it does not know of the break.
    const voters = votersOf(store);
    const votes = voters.filter((voter) => voter !== old && network.connected(promoted, voter));
    return 2 * votes.length > voters.length && maySucceed(network, store, promoted, false)
      ? [{ ...settled, spared: old }]
      : [];
  },

  before(healthy, store) {
    return primary.scenarios(healthy, store, true);
  },

  picks(network, store, scenario, client) {
    // Reads may have more to pick from; a write has no use for these picks.
    const found = candidates(network, store, scenario, client, 'read');
    return found.length === 0 ? [undefined] : found;
  },

  ask(network, store, scenario, client, pick, { access, level }) {
    // For a read these mean "no other replica is asked"; `one` of a write is a number of acknowledgements.
    const local = access === 'read' && (level === 'local' || level === 'one' || level === 'bounded');
    const order = network.orderOf(client, store);
    const known = candidates(network, store, scenario, client, access);
    const picked = pick === undefined || !known.includes(pick) ? known : [pick, ...known.filter((id) => id !== pick)];
    const serves = acting(network, store, scenario, access);
    const shipping = acting(network, store, scenario, 'write');
    return {
      order: local ? network.orderOfCopies(client, store) : store.choice === 'AP' ? [...picked, ...order] : picked,
      write(replica): Acknowledged | undefined {
        const sets = serves.includes(replica) ? acknowledgedBy(network, store, scenario, replica, level) : undefined;
        if (sets !== undefined) return { history: replica === scenario.promoted ? 'new' : 'old', sets };
        return store.choice === 'AP' ? { history: 'alone', sets: [[replica]] } : undefined;
      },
      keeps: (replica) =>
        serves.includes(replica)
          ? { history: replica === scenario.promoted ? 'new' : 'old', sets: [[replica]] }
          : undefined,
      read(replica): Answered | undefined {
        const follows =
          scenario.unnoticed === true
            ? isSupplied(store, replica, (copy) => followedBefore(network.healthy(), store, copy), network.healthy())
            : isSupplied(store, replica, (copy) => shipping.some((id) => network.connected(id, copy)), network);
        const alone = store.choice === 'AP' && observerAt(store, replica) === undefined;
        if (alone || (local ? level !== 'bounded' || follows : serves.includes(replica))) return { sets: [[replica]] };
        return undefined;
      },
    };
  },

  missed(network, store, { met, settled: scenario, unaware }, _by, read, write) {
    if (!disjoint(read, write.set)) return undefined;
    if (write.history === 'alone') return 'heal';
    // A voter of the new primary knows of the break by then, and the new primary acknowledges later than that.
    if (write.history === 'new' && scenario.promoted !== undefined && unaware.length > 0) {
      const { promoted } = scenario;
      const votes = votersOf(store).filter(
        (voter) => !unaware.includes(voter) && (voter === promoted || network.connected(promoted, voter)),
      );
      if (votes.length < majority(store)) return undefined;
    }
    const [replica] = read;
    if (replica === undefined) throw new Error('a read of nothing');
    const { primary: old, promoted } = scenario;
    if (replica === old && write.history !== 'new') return undefined;
    if (replica === old)
      return promoted !== undefined && steppedDown(network, store, scenario) && network.connected(old, promoted)
        ? 'lag'
        : 'heal';
    const lost = primary.discarded(network, store, scenario, write);
    // Before it is promoted it has not asked the others for their writes.
    if (replica === promoted) return lost ? 'heal' : met.promoted === promoted ? undefined : 'lag';
    const followsNew = promoted !== undefined && network.connected(replica, promoted);
    const oldCarries = write.history === 'old' && old !== undefined && network.connected(replica, old) && !followsNew;
    const newCarries = followsNew && !lost;
    return oldCarries || newCarries ? 'lag' : 'heal';
  },

  conflict(network, store, scenario, one, other) {
    if (!disjoint(one.set, other.set)) return undefined;
    // A lost write is not called a conflict.
    if (primary.discarded(network, store, scenario, one)) return undefined;
    if (one.history === 'alone' || other.history === 'alone') return 'heal';
    const duringBoth = one.time === 'during' && other.time === 'during';
    return duringBoth && one.history !== other.history ? 'heal' : undefined;
  },

  // The old primary sends what it takes in to all that follow it at that time.
  getsTo(network, store, { met, settled }, write, copy) {
    const { primary: old } = replicationOf(store);
    const { promoted } = settled;
    if (write.history !== 'old' || promoted === undefined) return false;
    if (write.time === 'before') return network.healthy().connected(old, copy);
    if (write.time === 'detecting') return network.connected(old, copy);
    const hasBegun = met.unnoticed !== true && met.electing !== true;
    return hasBegun && network.connected(old, copy) && (copy === old || !network.connected(promoted, copy));
  },

  discarded(network, _store, scenario, write: OneWrite) {
    const { promoted } = scenario;
    if (promoted === undefined || write.history !== 'old') return false;
    // A write that the old primary acknowledges when there is a new one stays on the old one.
    return !write.set.some(
      (replica) => network.connected(promoted, replica) && (write.time !== 'during' || replica !== scenario.primary),
    );
  },
};
