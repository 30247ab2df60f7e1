import type { Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import { inTouch, majority, seesMajority, type Acknowledged, type Answered, type Scenario, type Scheme } from './scheme.js';
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

  unnoticed(network, store) {
    const old = oldLeaders(network.healthy(), store);
    const deposed = old.filter((leader) => !seesMajority(network, store, leader));
    return [...old.map((leader): Scenario => ({ leader, former: leader, unnoticed: true })), ...deposed.map((former): Scenario => ({ former, electing: true }))];
  },

  before: (_healthy, _store, { former }) => [former === undefined ? {} : { leader: former }],

  picks: () => [undefined],

  passesOn: (network, store, { leader }, replica) => leader === undefined || replica === leader || inTouch(network, store, replica, [leader]).length > 0,

  ask(network, store, scenario, client, _pick, { level }) {
    const { leader } = scenario;
    const followers = leader === undefined ? [] : inTouch(network, store, leader, store.replicas);
    const deposed = scenario.unnoticed === true && leader !== undefined && !seesMajority(network, store, leader);
    const follows = (replica: VertexId): boolean => leader !== undefined && (replica === leader || inTouch(network, store, replica, [leader]).length > 0);
    const serves = (replica: VertexId): boolean => !deposed && follows(replica);
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
        const own: Answered = { by: replica, sets: [[replica]] };
        if (level === 'local' || level === 'one') return own;
        if (level === 'bounded' && (follows(replica) || (scenario.unnoticed === true && leader !== undefined && inTouch(network.healthy(), store, replica, [leader]).length > 0))) return own;
        // By the word of one who does not know that it leads no more.
        if (level === 'leader' && deposed && follows(replica)) return { by: leader, sets: [[leader]] };
        if (level !== 'bounded' && leader !== undefined && serves(replica)) {
          if (level !== 'all') return { by: leader, sets: [[leader]] };
          if (everyone) return { by: leader, sets: [store.replicas] };
        }
        return store.choice === 'AP' ? own : undefined;
      },
    };
  },

  missed(network, store, { met, settled }, by, read, write) {
    if (!disjoint(read, write.set)) return undefined;
    if (write.history === 'alone') return 'heal';
    const { leader } = settled;
    if (leader === undefined) return 'heal';
    if (by === leader && met.leader === leader) return undefined;
    return read.some((replica) => inTouch(network, store, replica, [leader]).length > 0) ? 'lag' : 'heal';
  },

  conflict(_network, _store, _scenario, one, other) {
    if (one.history !== 'alone' && other.history !== 'alone') return undefined;
    return disjoint(one.set, other.set) ? 'heal' : undefined;
  },

  discarded: () => false,
};
