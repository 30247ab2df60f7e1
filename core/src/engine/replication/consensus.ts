import { readsOneCopy } from '../../model/levels.js';
import { canAvoid, count, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import {
  believed,
  byOneCopy,
  divergesUntilHeal,
  missedByItself,
  NO_CHOICE,
  noReplicaInReach,
  type Scenario,
  type Scheme,
} from './scheme.js';

/**
 * A majority of the voters commits; a leader is elected among a connected majority. Raft (Ongaro and Ousterhout, ATC
 * '14), Multi-Paxos, Viewstamped Replication, Zab: a candidate learns from its quorum what it lacks, so no election
 * loses an acknowledged write.
 *
 * Who can lead when cuts are partial, and that a follower passes a request on over one direct hop, is what etcd 3.4 and
 * ZooKeeper 3.8 did under such cuts.
 */
export const consensus: Scheme = {
  scenarios(store, leadersBefore) {
    const { replication } = store.store;
    const before = store.before ?? store;
    const isUnstable = replication.scheme === 'consensus' && replication.noPreVote === true;
    // Without PreVote a break may let somebody last who did not before it: who leads then hangs on who led, whether
    // that is asked or not.
    const healthyLeaders =
      isUnstable && leadersBefore.length === 0 ? elections(before).filter((q) => q >= 0) : leadersBefore;
    const declared = replication.scheme === 'consensus' ? replication.leader : undefined;
    const former = declared === undefined ? -1 : store.store.replicas.indexOf(declared);
    // One that could not lead on the healthy network either is not the one that led.
    if (former >= 0 && lasts(before, former)) {
      if (lasts(store, former)) return [led(former, former)];
      if (healthyLeaders.includes(former)) return elections(store).map((leader) => led(leader, former));
    }
    const leaders = elections(store);
    // Nobody can lead, or nobody lasts, and any of them may have been deposed before any other.
    if (leaders.includes(-1))
      return leaders.flatMap((leader) =>
        (healthyLeaders.length > 0 ? healthyLeaders : [leader]).map((former) => led(leader, former)),
      );
    const deposed = healthyLeaders.filter((x) => !leaders.includes(x));
    return leaders.flatMap((leader) => {
      const stayed = healthyLeaders.length === 0 || healthyLeaders.includes(leader) ? [leader] : [];
      return [...stayed, ...deposed].map((former) => led(leader, former));
    });
  },

  unnoticed: (store, healthyLeaders) =>
    healthyLeaders.flatMap((former): Scenario[] => [
      { ...led(former, former), unnoticed: true },
      ...(lasts(store, former) && lasts(store.before ?? store, former)
        ? []
        : [{ ...led(-1, former), electing: true as const }]),
    ]),

  routes: (_store, _scenario, _step, nearest) => [nearest],

  serve(store, scenario, step, asked) {
    const { leader, unnoticed } = scenario;
    const followsIn = (network: StoreWorld): boolean => leader >= 0 && network.connected(asked, leader);
    if (readsOneCopy(step) && (step.level !== 'bounded' || followsIn(believed(store, scenario))))
      return byOneCopy(asked);
    if (!followsIn(store)) return { kind: 'refused', reason: () => noLeaderReason(store, scenario, asked) };
    // It has not noticed that it lost its majority: what it takes in is never committed, and only a read that needs no
    // confirmation is answered.
    if (unnoticed === true && !store.canLead(leader)) {
      return step.access === 'read' && step.level === 'leader'
        ? byOneCopy(leader)
        : { kind: 'refused', reason: () => store.majorityReason(leader) };
    }
    const others = store.connectedMask(leader) & ~(1 << leader);
    if (step.level === 'all' && count(others) < store.d - 1) {
      return {
        kind: 'refused',
        by: leader,
        reason: () =>
          `${count(others) + 1} of ${store.d} copies in reach of the leader ${store.name(leader)}, \`all\` needs ${store.d}`,
      };
    }
    // It confirms that it leads, and answers from its own copy.
    if (step.access === 'read' && step.level !== 'all') return { ...byOneCopy(leader), authority: true };
    const copies = step.level === 'all' ? store.d : Math.min(store.majority, count(others) + 1);
    return {
      kind: 'served',
      family: withAny(1 << leader, others, copies - 1),
      home: leader,
      authority: true,
      fallback: false,
    };
  },

  // Who can't get to the old leader answers by itself, before there is a new one.
  servesLongerUnnoticed: ({ store }) => store.choice === 'AP',
  // Under `choose AP` it is looked at in any case, with who serves longer.
  asksWhoLed: (_store, step) => readsOneCopy(step),

  concerns(store, scenario, _writing, answer, question) {
    if (store.store.choice === 'AP') return true;
    return question === 'missed' && !answer.authority && (answer.early || answer.home !== scenario.leader);
  },

  missed(store, scenario, write, read) {
    if (write.fallback) return missedByItself(write, read);
    if (read.authority || (read.home === scenario.leader && !read.early) || !canAvoid(write.family, 1 << read.home))
      return undefined;
    return scenario.leader >= 0 && store.connected(scenario.leader, read.home) ? 'lag' : 'heal';
  },

  discarded: () => false,

  diverges: (_store, _scenario, a, b) => (a.fallback || b.fallback ? divergesUntilHeal(a, b) : undefined),

  unreached: noReplicaInReach,

  strength: (store, step) =>
    readsOneCopy(step)
      ? step.level === 'bounded'
        ? 'one replica in reach that follows the leader is enough'
        : 'one replica in reach is enough'
      : `${store.majority} of ${store.n} ${store.electorate} are enough`,
};

/** Who leads, and who did before the break. */
function led(leader: number, former: number): Scenario {
  return { ...NO_CHOICE, leader, former };
}

/** It can lead, and nobody deposes it. */
function lasts(store: StoreWorld, replica: number): boolean {
  return store.canLead(replica) && store.disturber(replica) < 0;
}

/**
 * Who may lead when elections are over; -1: nobody. Where nobody lasts they never are: each that can lead may, for a
 * while.
 */
function elections(store: StoreWorld): number[] {
  const able = Array.from({ length: store.d }, (_, i) => i).filter((q) => store.canLead(q));
  const lasting = able.filter((q) => store.disturber(q) < 0);
  return lasting.length > 0 ? lasting : [-1, ...able];
}

function noLeaderReason(store: StoreWorld, scenario: Scenario, asked: number): string {
  if (scenario.electing === true && store.canLead(asked)) return `no leader is elected yet`;
  const brief = scenario.leader < 0 ? elections(store).find((q) => q >= 0 && store.connected(asked, q)) : undefined;
  if (brief !== undefined)
    return `no leader lasts: ${store.name(store.disturber(brief))} does not hear ${store.name(brief)} and stands for election again and again`;
  if (scenario.leader < 0 || store.connectedVoters(asked) < store.majority) return store.majorityReason(asked);
  const leader = `the leader ${store.name(scenario.leader)}`;
  return store.isUp(scenario.leader)
    ? `${store.name(asked)} has no direct connection to ${leader}`
    : `${leader} is stopped`;
}
