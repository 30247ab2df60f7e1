import type { Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import {
  everyCopy,
  inTouch,
  isSupplied,
  majority,
  mayAskObservers,
  observerAt,
  seesMajority,
  type Acknowledged,
  type Answered,
  type Scenario,
  type Scheme,
} from './scheme.js';
import { disjoint, subsetsOfSize } from './sets.js';

function electionOf(store: Store): 'raft' | 'paxos' | 'zab' {
  return (store.replication.scheme === 'consensus' ? store.replication.election : undefined) ?? 'raft';
}

/** Has a majority, so that it stays the leader if it is one: in ZooKeeper, of the members that followed it. */
function keepsMajority(network: Network, store: Store): VertexId[] {
  return store.replicas.filter((replica) => {
    if (electionOf(store) !== 'zab') return seesMajority(network, store, replica);
    const voters = [...store.replicas, ...store.witnesses];
    const followers = inTouch(network, store, replica, voters).filter((voter) =>
      wouldFollow(network.healthy(), store, voter),
    );
    return followers.length >= majority(store);
  });
}

/** ZooKeeper: only a member with a majority of its own becomes a follower. */
function wouldFollow(network: Network, store: Store, member: VertexId): boolean {
  return electionOf(store) !== 'zab' || seesMajority(network, store, member);
}

function canLead(network: Network, store: Store): VertexId[] {
  return store.replicas.filter((replica) => seesMajority(network, store, replica) && wins(network, store, replica, []));
}

/** Does it get enough votes where these do not vote? */
function wins(network: Network, store: Store, replica: VertexId, absent: readonly VertexId[]): boolean {
  if (absent.includes(replica)) return false;
  const voters = [...store.replicas, ...store.witnesses].filter((voter) => !absent.includes(voter));
  const votes = inTouch(network, store, replica, voters).filter((voter) => wouldFollow(network, store, voter));
  return votes.length >= majority(store);
}

/** When the members joined this leader: an old leader that stays keeps the followers that it had before the break. */
function whenJoined(network: Network, store: Store, { leader, former }: Scenario): Network {
  const stays = leader !== undefined && leader === former && keepsMajority(network, store).includes(leader);
  return stays ? network.healthy() : network;
}

/** The members that have this leader's news. */
function followersOf(network: Network, store: Store, scenario: Scenario, unnoticed: boolean): VertexId[] {
  const { leader } = scenario;
  if (leader === undefined) return [];
  const joined = unnoticed ? network.healthy() : whenJoined(network, store, scenario);
  return inTouch(network, store, leader, store.replicas).filter((replica) => wouldFollow(joined, store, replica));
}

/** Does the copy have the leader's news: does it follow it, or does the copy that feeds an observer? */
function hears(network: Network, store: Store, scenario: Scenario, copy: VertexId): boolean {
  const { leader, unnoticed } = scenario;
  const joined = unnoticed === true ? network.healthy() : whenJoined(network, store, scenario);
  const directly = (one: VertexId): boolean =>
    leader !== undefined &&
    (one === leader || (inTouch(network, store, leader, [one]).length > 0 && wouldFollow(joined, store, one)));
  return isSupplied(store, copy, directly, network);
}

/**
 * Can the logs be such that no replica is elected? In Raft: All orders of how far the entries of the old leader got are
 * tried: each replica that heard from it has another length, the others have none of them.
 */
export function mayBeStuck(network: Network, store: Store, old: VertexId, isWritten: boolean): boolean {
  const able = canLead(network, store);
  if (electionOf(store) === 'zab') return mayVoteInVain(network, store, able);
  if (electionOf(store) !== 'raft' || !isWritten || able.length === 0 || able.includes(old)) return false;
  const heard = inTouch(network.healthy(), store, old, store.replicas).filter((replica) => replica !== old);
  return orders(heard).some((order) => {
    const length = (voter: VertexId): number =>
      voter === old ? heard.length + 1 : store.witnesses.includes(voter) ? 0 : order.indexOf(voter) + 1;
    return able.every((candidate) => {
      const votes = inTouch(network, store, candidate, [...store.replicas, ...store.witnesses]).filter(
        (voter) => voter === candidate || length(voter) <= length(candidate),
      );
      return votes.length < majority(store);
    });
  });
}

/** ZooKeeper: a member that the others hear of, over others too, has the best vote, and cannot be elected. */
function mayVoteInVain(network: Network, store: Store, able: readonly VertexId[]): boolean {
  const heardOf = able.flatMap((one) => network.component(one, [...store.replicas, ...store.witnesses]));
  return store.replicas.some((replica) => heardOf.includes(replica) && !able.includes(replica));
}

function orders<T>(all: readonly T[]): T[][] {
  return all.length === 0
    ? [[]]
    : all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

/** Without PreVote, a replica with a way to the others but none to the leader deposes the leader. */
function isLeftAlone(network: Network, store: Store, leader: VertexId): boolean {
  if (store.replication.scheme !== 'consensus' || store.replication.noPreVote !== true) return true;
  const followers = inTouch(network, store, leader, store.replicas);
  return network
    .component(leader, [...store.replicas, ...store.witnesses])
    .every((member) => followers.includes(member) || store.witnesses.includes(member));
}

/** Does the leader from before the break lead no more, or did it not lead for good even then? */
function isDeposed(network: Network, store: Store, leader: VertexId): boolean {
  return [network, network.healthy()].some(
    (one) => !keepsMajority(one, store).includes(leader) || !isLeftAlone(one, store, leader),
  );
}

function leadsForGood(network: Network, store: Store): VertexId[] {
  return canLead(network, store).filter((replica) => isLeftAlone(network, store, replica));
}

/** The replicas that may have led when the network broke. */
function oldLeaders(healthy: Network, store: Store): VertexId[] {
  const good = leadsForGood(healthy, store);
  const named = store.replication.scheme === 'consensus' ? store.replication.leader : undefined;
  if (named !== undefined && good.includes(named)) return [named];
  return good.length > 0 ? good : canLead(healthy, store);
}

function isRelaying(store: Store): boolean {
  return store.replication.scheme === 'consensus' && store.replication.relay === true;
}

/** How many members are in direct touch with each other, in pairs counted twice. */
function linksOf(network: Network, store: Store): number {
  const members = [...store.replicas, ...store.witnesses];
  return members.reduce((sum, member) => {
    const others = members.filter((other) => other !== member);
    return sum + network.connectedTo(member, others).length;
  }, 0);
}

export const consensus: Scheme = {
  scenarios(network, store, isWritten) {
    const good = leadsForGood(network, store);
    const able = good.length > 0 ? good : canLead(network, store);
    const stays = keepsMajority(network, store).filter((replica) => isLeftAlone(network, store, replica));
    const former = oldLeaders(network.healthy(), store);
    const scenarios: Scenario[] = former.length === 0 ? able.map((leader) => ({ leader })) : [];
    for (const old of former) {
      // A leader that can still lead stays.
      const leaders = stays.includes(old) ? [old] : able;
      scenarios.push(...leaders.map((leader) => ({ leader, former: old })));
      if (stays.includes(old)) continue;
      // If leaders are deposed again and again, there are moments without a leader.
      if (good.length === 0 || mayBeStuck(network, store, old, isWritten)) scenarios.push({ former: old });
    }
    return scenarios.length === 0 ? [{}] : scenarios;
  },

  unnoticed(network, store) {
    const old = oldLeaders(network.healthy(), store);
    const deposed = old.filter((leader) => isDeposed(network, store, leader));
    const reforms = isRelaying(store) && linksOf(network, store) < linksOf(network.healthy(), store);
    return [
      ...old.map((leader): Scenario => ({ leader, former: leader, unnoticed: true })),
      ...(reforms ? old : []).map((former): Scenario => ({ former, unnoticed: true })),
      ...deposed.map((former): Scenario => ({ former, electing: true })),
    ];
  },

  // Any copy, which followed the old leader; the others have a new one, or none yet.
  lateToNotice(network, store, settled) {
    const { former } = settled;
    if (former === undefined) return [];
    const bases: Scenario[] = [
      settled,
      ...consensus.unnoticed(network, store).filter((one) => one.electing === true && one.former === former),
    ];
    return everyCopy(store)
      .filter((copy) => network.isUp(copy))
      .flatMap((spared) => bases.map((one) => ({ ...one, spared })));
  },

  isLateFor: ({ level }) => level === 'bounded',

  before: (_healthy, _store, { former }) => [former === undefined ? {} : { leader: former }],

  picks: () => [undefined],

  passesOn: (network, store, scenario, replica) =>
    scenario.leader === undefined ||
    observerAt(store, replica) !== undefined ||
    replica === scenario.leader ||
    followersOf(network, store, scenario, true).includes(replica),

  ask(network, store, scenario, client, _pick, step) {
    const { level } = step;
    const { leader } = scenario;
    const followers = followersOf(network, store, scenario, scenario.unnoticed === true);
    const isOld = scenario.unnoticed === true && leader !== undefined;
    const deposed = isOld && !keepsMajority(network, store).includes(leader);
    const asksMajority = step.access === 'write' || level === undefined || level === 'quorum' || level === 'all';
    const inDoubt = isOld && store.choice !== 'AP' && asksMajority && isDeposed(network, store, leader);
    const follows = (replica: VertexId): boolean => hears(network, store, scenario, replica);
    const serves = (replica: VertexId): boolean => !deposed && follows(replica);
    const everyone = store.replicas.every((replica) => followers.includes(replica));
    return {
      order: mayAskObservers(step) ? network.orderOfCopies(client, store) : network.orderOf(client, store),
      // It hears from a majority, and none of them has a leader.
      isHopeless: (replica) =>
        leader === undefined &&
        scenario.unnoticed !== true &&
        scenario.electing !== true &&
        store.replicas.includes(replica) &&
        seesMajority(network, store, replica),
      atOnce(replica): 'noticed' | 'always' | undefined {
        const { former, unnoticed } = scenario;
        if (store.replication.scheme !== 'consensus' || store.replication.stepsDown !== true) return undefined;
        if (former === undefined || follows(replica)) return undefined;
        const heardIt = (when: Network): boolean =>
          replica === former || inTouch(when, store, former, [replica]).length > 0;
        // The connections to a machine that stops are closed.
        if (!network.isUp(former))
          return (unnoticed !== true || leader !== undefined) && heardIt(network.healthy()) ? 'always' : undefined;
        return unnoticed !== true && heardIt(network) ? 'noticed' : undefined;
      },
      ...(level === 'any' ? { hands: everyCopy(store) } : {}),
      isInDoubt: (replica) => inDoubt && serves(replica),
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
        if (level === 'local' || level === 'one' || level === 'any') return own;
        const { former, unnoticed, spared } = scenario;
        const followed = former !== undefined && hears(network.healthy(), store, { leader: former, former }, replica);
        const isUnaware = unnoticed === true || spared === replica;
        if (level === 'bounded' && (follows(replica) || (isUnaware && followed))) return own;
        // A member of a group that relays has what the group has ordered.
        const isSynchronized = level === undefined || level === 'quorum';
        if (isRelaying(store) && unnoticed === true && followed && leader !== undefined && isSynchronized)
          return { ...own, confirmed: true };
        // The answer of an old leader that does not know that it was deposed.
        if (level === 'leader' && deposed && follows(replica)) return { by: leader, sets: [[leader]] };
        if (level !== 'bounded' && leader !== undefined && serves(replica)) {
          if (level !== 'all') return { by: leader, sets: [[leader]], confirmed: true };
          if (everyone) return { by: leader, sets: [store.replicas] };
        }
        return store.choice === 'AP' && observerAt(store, replica) === undefined ? own : undefined;
      },
    };
  },

  missed(network, store, { met, settled, confirmed, unaware, refusedBy }, by, read, write) {
    if (!disjoint(read, write.set)) return undefined;
    if (write.history === 'alone') return 'heal';
    // Any other elected leader tells a majority, and the confirming majority would know of it.
    if (confirmed) return undefined;
    const { leader } = settled;
    if (leader === undefined) return 'heal';
    if (by === leader && met.leader === leader) return undefined;
    // Voters of the new leader had noticed the break before it ordered the write, and serve since.
    const isNew = write.time === 'during' && leader !== settled.former;
    const without = [...unaware, ...refusedBy];
    if (isNew && unaware.length > 0 && !wins(network, store, leader, without)) return undefined;
    return read.some((copy) => hears(network, store, settled, copy)) ? 'lag' : 'heal';
  },

  conflict(_network, _store, _scenario, one, other) {
    if (one.history !== 'alone' && other.history !== 'alone') return undefined;
    return disjoint(one.set, other.set) ? 'heal' : undefined;
  },

  discarded: () => false,
};
