import { readsOneCopy } from '../../model/levels.js';
import { majorityOf } from '../../model/majority.js';
import type { ConsensusReplication, Step, Store } from '../../model/model.js';
import { canAvoid, count, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import { type Journey, plus } from './path.js';
import {
  asksALeader,
  believed,
  byOneCopy,
  divergesUntilHeal,
  missedByItself,
  NO_CHOICE,
  noReplicaInReach,
  type Scenario,
  type Scheme,
  type Served,
  type StoreState,
  withoutWeakFailover,
} from './scheme.js';

/**
 * A majority of the voters commits; a leader is elected among a connected majority. Raft (Ongaro and Ousterhout, ATC
 * '14), Multi-Paxos, Viewstamped Replication, Zab: a candidate learns the writes that it lacks from its quorum, so no
 * election loses an acknowledged write.
 *
 * The rules for leaders under partial cuts, and that a follower forwards a request over one direct hop, are what etcd
 * 3.4 and ZooKeeper 3.8 did under such cuts.
 */
export const consensus: Scheme = {
  possible: {
    scenarios,
    unnoticed: (store, healthyLeaders) =>
      healthyLeaders.flatMap((former): Scenario[] => [
        { ...led(former, former), unnoticed: true },
        ...(lasts(store, former) && lasts(store.before ?? store, former)
          ? []
          : [{ ...led(-1, former), electing: true as const }]),
      ]),
    // A replica that does not reach the old leader answers by itself until there is a new leader.
    servesLongerUnnoticed: ({ store }) => store.choice === 'AP',
    // Under `choose AP` this is always checked, because of `servesLongerUnnoticed`.
    asksWhoLed: (_store, step) => readsOneCopy(step),
  },

  requests: {
    routes: (_state, _step, nearest) => [nearest],
    serve,
    unreached: noReplicaInReach,
  },

  worth: {
    concerns({ here, scenario }, _writing, answer, question) {
      if (here.store.choice === 'AP') return true;
      return question === 'missed' && !answer.authority && (answer.early || answer.home !== scenario.leader);
    },
    missed({ here, scenario }, write, read) {
      if (write.fallback) return missedByItself(write, read);
      if (read.authority || (read.home === scenario.leader && !read.early) || !canAvoid(write.family, 1 << read.home))
        return undefined;
      return scenario.leader >= 0 && here.connected(scenario.leader, read.home) ? 'lag' : 'heal';
    },
    discarded: () => false,
    diverges: (_state, a, b) => (a.fallback || b.fallback ? divergesUntilHeal(a, b) : undefined),
  },

  path: {
    read({ here }, step, first) {
      if (!readsOneCopy(step)) return step.level === 'leader' ? 'unconfirmed leader' : 'confirmed leader';
      const { leader } = settings(here.store);
      return leader !== undefined && leader === first && here.canLead(here.store.replicas.indexOf(leader))
        ? 'orderer'
        : 'follower copy';
    },
    write: () => 'log',
    latencyMs,
    // Under `choose AP` a replica that reaches no leader answers by itself, and clocks order what it took.
    isLinearizable: ({ store, step, read }) =>
      !(store.choice === 'AP' && store.replicas.length > 1) &&
      (step.access === 'write' || read === 'only copy' || read === 'confirmed leader'),
  },

  words: {
    strength: (store, step) =>
      readsOneCopy(step)
        ? step.level === 'bounded'
          ? 'one replica in reach that follows the leader is enough'
          : 'one replica in reach is enough'
        : `${store.majority} of ${store.n} ${store.electorate} are enough`,
    remedy(guarantee, step, choice) {
      switch (guarantee) {
        case 'linearizable':
          return step.access === 'read'
            ? 'read at level quorum, where the leader asks a majority whether it still leads'
            : 'leave it to consensus alone';
        case 'sequential':
          return step.access === 'read' ? 'read at the leader' : 'leave it to consensus alone';
        case 'session':
          return asksALeader(step) ? withoutWeakFailover(choice) : 'read at level quorum';
      }
    },
  },
};

function settings({ name, replication }: Store): ConsensusReplication {
  if (replication.scheme !== 'consensus') throw new Error(`${name} has no log`);
  return replication;
}

function scenarios(store: StoreWorld, leadersBefore: readonly number[]): Scenario[] {
  const { leader: declared, noPreVote } = settings(store.store);
  const before = store.before ?? store;
  // Without PreVote, a replica that was deposed before the break may last after it. The leader then depends on the
  // leader before, even if no question asks for that.
  const healthyLeaders =
    noPreVote === true && leadersBefore.length === 0 ? elections(before).filter((q) => q >= 0) : leadersBefore;
  const former = declared === undefined ? -1 : store.store.replicas.indexOf(declared);
  // A declared leader that could not lead on the healthy network did not lead before the break.
  if (former >= 0 && lasts(before, former)) {
    if (lasts(store, former)) return [led(former, former)];
    if (healthyLeaders.includes(former)) return elections(store).map((leader) => led(leader, former));
  }
  const leaders = elections(store);
  // No replica can lead, or no leader lasts, and any of them may have been deposed before any other.
  if (leaders.includes(-1))
    return leaders.flatMap((leader) =>
      (healthyLeaders.length > 0 ? healthyLeaders : [leader]).map((one) => led(leader, one)),
    );
  const deposed = healthyLeaders.filter((x) => !leaders.includes(x));
  return leaders.flatMap((leader) => {
    const stayed = healthyLeaders.length === 0 || healthyLeaders.includes(leader) ? [leader] : [];
    return [...stayed, ...deposed].map((one) => led(leader, one));
  });
}

function serve(state: StoreState, step: Step, asked: number): Served {
  const { here, scenario } = state;
  const { leader, unnoticed } = scenario;
  const followsIn = (network: StoreWorld): boolean => leader >= 0 && network.connected(asked, leader);
  if (readsOneCopy(step) && (step.level !== 'bounded' || followsIn(believed(state)))) return byOneCopy(asked);
  if (!followsIn(here)) return { kind: 'refused', reason: () => noLeaderReason(here, scenario, asked) };
  // The leader has not noticed that it lost its majority: its writes are never committed, and it answers only a read
  // that needs no confirmation.
  if (unnoticed === true && !here.canLead(leader)) {
    return step.access === 'read' && step.level === 'leader'
      ? byOneCopy(leader)
      : { kind: 'refused', reason: () => here.majorityReason(leader) };
  }
  const others = here.connectedMask(leader) & ~(1 << leader);
  if (step.level === 'all' && count(others) < here.d - 1) {
    return {
      kind: 'refused',
      by: leader,
      reason: () =>
        `${count(others) + 1} of ${here.d} copies in reach of the leader ${here.name(leader)}, \`all\` needs ${here.d}`,
    };
  }
  // The leader confirms that it leads, and answers from its own copy.
  if (step.access === 'read' && step.level !== 'all') return { ...byOneCopy(leader), authority: true };
  const copies = step.level === 'all' ? here.d : Math.min(here.majority, count(others) + 1);
  return {
    kind: 'served',
    family: withAny(1 << leader, others, copies - 1),
    home: leader,
    authority: true,
    fallback: false,
  };
}

/** The latency with the declared leader, else with the slowest possible one. */
function latencyMs({ store, step, client, asked, between, slowestOf }: Journey): number | undefined {
  const toAsked = between(client, asked);
  if (readsOneCopy(step)) return toAsked;
  const { replicas, witnesses } = store;
  const { leader: declared } = settings(store);
  const majority = majorityOf(replicas.length + witnesses.length);
  const copies = step.level === 'all' ? replicas.length : Math.min(majority, replicas.length);
  const times = (declared === undefined ? replicas : [declared]).map((leader) => {
    const followers = replicas.filter((r) => r !== leader);
    return plus(plus(toAsked, between(asked, leader)), slowestOf(leader, followers, copies - 1));
  });
  return times.reduce(
    (worst, time) => (worst === undefined || time === undefined ? undefined : Math.max(worst, time)),
    0,
  );
}

/** The scenario with this leader now, and this leader before the break. */
function led(leader: number, former: number): Scenario {
  return { ...NO_CHOICE, leader, former };
}

/** Can the replica lead without being deposed? */
function lasts(store: StoreWorld, replica: number): boolean {
  return store.canLead(replica) && disturber(store, replica) < 0;
}

/**
 * A data replica that does not hear replica i and reaches another member, which hears it: without PreVote it stands for
 * election until i is deposed. -1: none.
 */
function disturber(store: StoreWorld, i: number): number {
  if (settings(store.store).noPreVote !== true) return -1;
  const met = store.membersOverOthers(i);
  for (let j = 0; j < store.d; j++) if (met.includes(store.vertex(j)) && !store.connected(i, j)) return j;
  return -1;
}

/**
 * The possible leaders when elections are over; -1: none. If no leader lasts, elections are never over: each replica
 * that can lead may do so for a while.
 */
function elections(store: StoreWorld): number[] {
  const able = Array.from({ length: store.d }, (_, i) => i).filter((q) => store.canLead(q));
  const lasting = able.filter((q) => disturber(store, q) < 0);
  return lasting.length > 0 ? lasting : [-1, ...able];
}

function noLeaderReason(store: StoreWorld, scenario: Scenario, asked: number): string {
  if (scenario.electing === true && store.canLead(asked)) return `no leader is elected yet`;
  const brief = scenario.leader < 0 ? elections(store).find((q) => q >= 0 && store.connected(asked, q)) : undefined;
  if (brief !== undefined)
    return (
      `no leader lasts: ${store.name(disturber(store, brief))} does not hear ${store.name(brief)} and stands for ` +
      'election again and again'
    );
  if (scenario.leader < 0 || store.connectedVoters(asked) < store.majority) return store.majorityReason(asked);
  const leader = `the leader ${store.name(scenario.leader)}`;
  return store.isUp(scenario.leader)
    ? `${store.name(asked)} has no direct connection to ${leader}`
    : `${leader} is stopped`;
}
