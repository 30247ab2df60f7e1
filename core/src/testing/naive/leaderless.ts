import { agreed } from './agreed.js';
import type { Level, Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import { type HowLong, type Scheme, seesMajority } from './scheme.js';
import { combinations, disjoint, subsetsOfSize } from './sets.js';

/**
 * The common part of `quorum` and `any`: all replicas make one history together, and every replica sends it on to those
 * that it is connected to, over others too.
 */
const together: Pick<
  Scheme,
  'scenarios' | 'unnoticed' | 'before' | 'picks' | 'missed' | 'conflict' | 'discarded' | 'getsTo'
> = {
  scenarios: () => [{}],
  unnoticed: () => [{ unnoticed: true }],
  before: () => [{}],
  picks: () => [undefined],

  missed(network, store, _scenario, _by, read, write) {
    if (write.hint !== true && !disjoint(read, write.set)) return undefined;
    return carriedFor(network, store, read, write.set);
  },

  conflict(network, store, _scenario, one, other) {
    // Nothing is merged if one side wins.
    if (store.merge === 'discard' || (one.hint !== true && other.hint !== true && !disjoint(one.set, other.set)))
      return undefined;
    return carriedFor(network, store, one.set, other.set);
  },

  // One side wins the heal: the majority, if minorities pause and there is one; else any side.
  discarded(network, store, _scenario, write) {
    if (store.merge !== 'discard') return false;
    const sides = store.replicas
      .filter((replica) => network.isUp(replica))
      .map((replica) => network.component(replica, store.replicas));
    const most = sides.find((side) => side.length >= Math.floor(store.replicas.length / 2) + 1);
    return (store.choice === 'CP' && most !== undefined ? [most] : sides).some((side) => disjoint(side, write.set));
  },

  getsTo(network, store, _when, write, copy) {
    const then = write.time === 'before' ? network.healthy() : network;
    return write.set.some((replica) => then.component(replica, store.replicas).includes(copy));
  },
};

function carriedFor(network: Network, store: Store, xs: readonly VertexId[], ys: readonly VertexId[]): HowLong {
  // Two hints may be kept on one replica, which need not run.
  return xs.some((x) => ys.includes(x) || network.component(x, store.replicas).some((reached) => ys.includes(reached)))
    ? 'lag'
    : 'heal';
}

const eachByItself: Scheme = {
  ...together,
  // A replica that is connected to a majority acts alike before and after it has noticed the break.
  unnoticed: (network, store) => [
    { unnoticed: true },
    ...store.replicas
      .filter((replica) => store.choice === 'CP' && !seesMajority(network, store, replica))
      .map((spared) => ({ spared })),
  ],
  ask(network, store, scenario, client) {
    const serves = (replica: VertexId): boolean =>
      store.choice !== 'CP' ||
      seesMajority(
        scenario.unnoticed === true || scenario.spared === replica ? network.healthy() : network,
        store,
        replica,
      );
    return {
      order: network.orderOf(client, store),
      write: (replica) => (serves(replica) ? { history: 'shared', sets: [[replica]] } : undefined),
      read: (replica) => (serves(replica) ? { sets: [[replica]] } : undefined),
    };
  },
};

/** Stores whose replicas agree on group views have a file of their own. */
export const any: Scheme = {
  scenarios: (network, store, isWritten) => membershipOf(store).scenarios(network, store, isWritten),
  unnoticed: (network, store) => membershipOf(store).unnoticed(network, store),
  before: (healthy, store, now) => membershipOf(store).before(healthy, store, now),
  picks: () => [undefined],
  ask: (network, store, scenario, client, pick, step) =>
    membershipOf(store).ask(network, store, scenario, client, pick, step),
  missed: (network, store, when, by, read, write) => membershipOf(store).missed(network, store, when, by, read, write),
  conflict: (network, store, settled, one, other) => membershipOf(store).conflict(network, store, settled, one, other),
  discarded: (network, store, settled, write) => membershipOf(store).discarded(network, store, settled, write),
  getsTo: (network, store, when, write, copy) =>
    membershipOf(store).getsTo?.(network, store, when, write, copy) === true,
};

function membershipOf({ replication }: Store): Scheme {
  return replication.scheme === 'any' && replication.membership === 'agreed' ? agreed : eachByItself;
}

export const quorum: Scheme = {
  ...together,
  ask(network, store, _scenario, client, _pick, { level }) {
    if (store.replication.scheme !== 'quorum') throw new Error(`${store.name} has no quorum`);
    const { read, write, sloppy } = store.replication;
    const setsAt = (coordinator: VertexId, configured: number): VertexId[][] | undefined => {
      const inReach = network.connectedTo(coordinator, store.replicas);
      const sets = quorums(network, store, coordinator, inReach, configured, level);
      if (sets.length > 0) return sets;
      return sloppy || store.choice === 'AP' ? [inReach] : undefined;
    };
    return {
      order: network.orderOf(client, store),
      write(replica) {
        if (level === 'hint' && network.connectedTo(replica, store.replicas).length < store.replicas.length)
          return { history: 'shared', sets: [[replica]], hint: true };
        const sets = setsAt(replica, write);
        return sets === undefined ? undefined : { history: 'shared', sets };
      },
      read(replica) {
        const sets = setsAt(replica, read);
        return sets === undefined ? undefined : { sets };
      },
      // It has sent the write to all that it reaches before it waits for more.
      keeps: (replica) => ({ history: 'shared', sets: [network.connectedTo(replica, store.replicas)] }),
    };
  },
};

/** Every set of replicas in reach with exactly the needed size. Empty: too few are in reach. */
function quorums(
  network: Network,
  store: Store,
  coordinator: VertexId,
  inReach: readonly VertexId[],
  configured: number,
  level: Level | undefined,
): VertexId[][] {
  const d = store.replicas.length;
  switch (level) {
    case 'local':
      return [[coordinator]];
    case 'one':
    case 'hint':
      return subsetsOfSize(inReach, 1);
    case 'two':
      return subsetsOfSize(inReach, 2);
    case 'quorum':
      return subsetsOfSize(inReach, Math.floor(d / 2) + 1);
    case 'all':
      return subsetsOfSize(inReach, d);
    case 'local-quorum':
      return majoritiesOfZone(network, store, inReach, network.zoneOf(coordinator));
    case 'each-quorum': {
      const zones = [...new Set(store.replicas.map((replica) => network.zoneOf(replica)))];
      return combinations(zones.map((zone) => majoritiesOfZone(network, store, inReach, zone))).map((parts) =>
        parts.flat(),
      );
    }
    default:
      return subsetsOfSize(inReach, configured);
  }
}

/** Nodes outside every zone count together as one zone. */
function majoritiesOfZone(
  network: Network,
  store: Store,
  inReach: readonly VertexId[],
  zone: VertexId | undefined,
): VertexId[][] {
  const members = store.replicas.filter((replica) => network.zoneOf(replica) === zone);
  return subsetsOfSize(
    members.filter((replica) => inReach.includes(replica)),
    Math.floor(members.length / 2) + 1,
  );
}
