import type { Level, Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import { majority, seesMajority, type Acknowledged, type Answered, type Scenario, type Scheme } from './scheme.js';
import { disjoint, subsetsOfSize } from './sets.js';

function canLead(network: Network, store: Store): VertexId[] {
  return store.replicas.filter((replica) => seesMajority(network, store, replica));
}

/** Who may have led when the network broke. */
function oldLeaders(healthy: Network, store: Store): VertexId[] {
  const able = canLead(healthy, store);
  const named = store.replication.scheme === 'consensus' ? store.replication.leader : undefined;
  return named !== undefined && able.includes(named) ? [named] : able;
}

export const consensus: Scheme = {
  scenarios(network, store) {
    const able = canLead(network, store);
    const former = oldLeaders(network.healthy(), store);
    const scenarios: Scenario[] = former.length === 0 ? able.map((leader) => ({ leader })) : [];
    for (const old of former) {
      // A leader that still can lead stays.
      const leaders = able.includes(old) ? [old] : able;
      scenarios.push(...(leaders.length === 0 ? [{ former: old }] : leaders.map((leader) => ({ leader, former: old }))));
    }
    return scenarios.length === 0 ? [{}] : scenarios;
  },

  unnoticed: (network, store) => oldLeaders(network.healthy(), store).map((old) => ({ leader: old, former: old, unnoticed: true })),

  before: (_healthy, _store, { former }) => [former === undefined ? {} : { leader: former }],

  picks: () => [undefined],

  ask(network, store, scenario, client, _pick, { level }) {
    const { leader } = scenario;
    const followers = leader === undefined ? [] : network.connectedTo(leader, store.replicas);
    const deposed = scenario.unnoticed === true && leader !== undefined && !seesMajority(network, store, leader);
    const serves = (replica: VertexId): boolean => leader !== undefined && !deposed && (replica === leader || network.connected(replica, leader));
    const everyone = store.replicas.every((replica) => followers.includes(replica));
    return {
      order: network.orderOf(client, store),
      write(replica): Acknowledged | undefined {
        if (leader !== undefined && serves(replica)) {
          if (level === 'all') {
            if (everyone) return { history: 'shared', sets: [store.replicas] };
          } else {
            const others = followers.filter((follower) => follower !== leader);
            const count = Math.min(majority(store), followers.length) - 1;
            return { history: 'shared', sets: subsetsOfSize(others, count).map((some) => [leader, ...some]) };
          }
        }
        return store.choice === 'AP' ? { history: 'alone', sets: [[replica]] } : undefined;
      },
      read(replica): Answered | undefined {
        if (isLocal(level)) return { leader: replica === leader, sets: [[replica]] };
        if (leader !== undefined && serves(replica)) {
          if (level !== 'all') return { leader: true, sets: [[leader]] };
          if (everyone) return { leader: true, sets: [store.replicas] };
        }
        return store.choice === 'AP' ? { leader: replica === leader, sets: [[replica]] } : undefined;
      },
    };
  },

  missed(network, store, scenario, leader, read, write) {
    if (!disjoint(read, write.set)) return undefined;
    if (write.history === 'alone') return 'heal';
    if (leader) return undefined;
    const brings = (from: VertexId): boolean => read.some((replica) => network.connected(replica, from));
    if (scenario.leader !== undefined && brings(scenario.leader)) return 'lag';
    // Whoever is elected next; it may be any of these.
    const next = scenario.unnoticed === true ? canLead(network, store) : [];
    return next.length > 0 && next.every(brings) ? 'lag' : 'heal';
  },

  conflict(_network, _store, _scenario, one, other) {
    if (one.history !== 'alone' && other.history !== 'alone') return undefined;
    return disjoint(one.set, other.set) ? 'heal' : undefined;
  },

  discarded: () => false,
};

function isLocal(level: Level | undefined): boolean {
  return level === 'local' || level === 'one';
}
