import { answersAtOnce, copiesOf, readsOneCopy } from '../../model/levels.js';
import { majorityOf } from '../../model/majority.js';
import type { Step, Store } from '../../model/model.js';
import { canAvoid, count, type Family, LazyFamily, type Mask, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import {
  canBeElected,
  candidates,
  dependsOnFormer,
  elections,
  keepsMajority,
  lasts,
  leadsOn,
  mayElectNone,
  settings,
  takesPart,
} from './election.js';
import { noLeaderReason } from './noLeader.js';
import { knowsOfStepDown, refusesAtOnce } from './stepDown.js';
import { plus, type Timed, whichever } from '../timed.js';
import type { Asked, Journey, Waiting } from './path.js';
import {
  type AnsweredRead,
  asksALeader,
  byOneCopy,
  divergesUntilHeal,
  missedByAnObserver,
  missedByItself,
  NO_CHOICE,
  noReplicaInReach,
  type Scenario,
  type Scheme,
  type Served,
  type StoreState,
  type TakenWrite,
  withoutWeakFailover,
} from './scheme.js';

/**
 * A majority of the voters commits; a leader is elected among a connected majority (`election.ts`). No election loses
 * an acknowledged write: in Raft (Ongaro and Ousterhout, ATC '14) the voters refuse a candidate that lacks it; in
 * Multi-Paxos, Viewstamped Replication and Zab a candidate learns from its quorum what it lacks.
 *
 * That a follower forwards a request over one direct hop is what etcd 3.4 and ZooKeeper 3.8 did under partial cuts.
 */
export const consensus: Scheme = {
  possible: {
    scenarios,
    unnoticed: (store, healthyLeaders) =>
      healthyLeaders.flatMap((former): Scenario[] => [
        { ...led(former, former), unnoticed: true },
        // A group that passes messages on agrees on its members anew, and until then orders nothing (Galera).
        ...(settings(store.store).relay === true && store.hasLostALink()
          ? [{ ...led(-1, former), unnoticed: true as const }]
          : []),
        ...(leadsOn(store, former) ? [] : [{ ...led(-1, former), electing: true as const }]),
      ]),
    lateToNotice,
    asksWhoIsLate: ({ level }) => level === 'bounded',
    // A replica that does not reach the old leader answers by itself until there is a new leader. Without PreVote a
    // leader that is going to be deposed may still have a majority, with more witnesses in it than before the break.
    servesLongerUnnoticed: ({ store }) =>
      store.choice === 'AP' || (settings(store).noPreVote === true && store.witnesses.length > 0),
    // Under `choose AP` this is always checked, because of `servesLongerUnnoticed`.
    asksWhoLed: (store, step) => readsOneCopy(step) || refusesAtOnce(store),
  },

  requests: {
    routes: (_state, _step, nearest) => [nearest],
    serve,
    passesTo: ({ here: { store } }, step) =>
      step.level === 'any' ? copiesOf(store).map((_, copy) => copy) : undefined,
    servedThrough,
    apart(store, step, { isDetecting, isBeside, isOkAsked }) {
      const { leader, noPreVote } = settings(store);
      // A state in which the break was not noticed asks one replica after the other.
      const isUnnoticed = store.onPartition.kind !== 'error' || (noPreVote === true && store.witnesses.length > 0);
      // The first that is asked answers from its own copy, or one that follows the leader: any one may miss the same,
      // but one that has led before missed nothing.
      const isOfOne = answersAtOnce(step) || (step.level === 'bounded' && !isOkAsked);
      const isOwn = isBeside && isOfOne && followsAll(store) && store.choice !== 'AP';
      if (isDetecting || isUnnoticed || !(isPassedOn(store, step) || isOwn)) return undefined;
      return leader === undefined ? [] : [[leader]];
    },
    unreached: noReplicaInReach,
  },

  worth: {
    concerns({ here, scenario }, _writing, answer, question) {
      if (here.store.choice === 'AP') return true;
      return question === 'missed' && !answer.authority && (answer.early || answer.home !== scenario.leader);
    },
    // A leader that is unaware of a new one confirms no read. No election discards a write, and one log orders all.
    harmsNoData: ({ choice, observers }, step) =>
      choice !== 'AP' &&
      (step.access === 'write' || (observers === undefined && !readsOneCopy(step) && step.level !== 'leader')),
    missed(state, write, read) {
      if (write.fallback) return missedByItself(write, read);
      const fed = missedByAnObserver(state, write, read, consensus.worth.missed);
      if (fed !== undefined) return fed;
      const { here, scenario } = state;
      if (read.authority || (read.home === scenario.leader && !read.early) || !canAvoid(write.family, 1 << read.home))
        return undefined;
      if (needsTheReaders(state, write, read)) return undefined;
      return follows(here, scenario, read.home) ? 'lag' : 'heal';
    },
    discarded: () => false,
    diverges: (_state, a, b) => (a.fallback || b.fallback ? divergesUntilHeal(a, b) : undefined),
  },

  path: {
    read({ here }, step, first) {
      if (!readsOneCopy(step)) return step.level === 'leader' ? 'unconfirmed leader' : 'confirmed leader';
      const { leader } = settings(here.store);
      return step.level !== 'any' &&
        leader !== undefined &&
        leader === first &&
        here.canLead(here.store.replicas.indexOf(leader))
        ? 'orderer'
        : 'follower copy';
    },
    write: () => 'log',
    time,
    waits,
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
          : step.level === 'any'
            ? 'any one copy answers'
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

/**
 * Was the write ordered by a new leader that has no majority without a replica that takes part in the read, or refused
 * it? The first has then noticed the break, or voted before it did; the others follow a leader, and refuse nothing.
 */
function needsTheReaders({ here, scenario: { leader, former } }: StoreState, write: TakenWrite, read: AnsweredRead) {
  if (read.unaware === 0 || write.when === 'before' || write.early || leader === former) return false;
  return !canBeElected(here, leader, read.unaware | read.refusedBy);
}

/** In the order in which they are told; which replicas can lead is asked one after the other. */
function* scenarios(
  store: StoreWorld,
  leadersBefore: readonly number[],
  isEnough?: () => boolean,
): Generator<Scenario, void> {
  const { leader: declared } = settings(store.store);
  const before = store.before ?? store;
  const former = declared === undefined ? -1 : store.store.replicas.indexOf(declared);
  // A declared leader that could not lead on the healthy network did not lead before the break.
  const wasDeclared = former >= 0 && lasts(before, former) && canBeElected(before, former);
  if (wasDeclared && lasts(store, former)) {
    yield led(former, former);
    return;
  }
  const mayHaveLed = (): readonly number[] => (wasDeclared ? [former] : elections(before).filter((q) => q >= 0));
  const formers = leadersBefore.length === 0 && dependsOnFormer(store) ? mayHaveLed() : leadersBefore;
  // Where it does not matter who led before, each that can lead is a scenario by itself.
  const isByItself = leadersBefore.length === 0 && !dependsOnWhoLed(store);
  const leaders: number[] = [];
  for (const leader of isByItself ? candidates(store) : []) {
    leaders.push(leader);
    yield led(leader, leader);
  }
  if (leaders.length === 0) leaders.push(...elections(store));
  const staying = formers.filter((one) => !leaders.includes(one) && lasts(store, one));
  const deposed = formers.filter((one) => !staying.includes(one) && !(leaders.includes(one) && lasts(store, one)));
  if (!isByItself || leaders.includes(-1))
    yield* elected(store, leaders, { asked: leadersBefore, formers, staying, deposed });
  for (const one of staying) yield led(one, one);
  if (leaders.includes(-1) || isEnough?.() === true) return;
  for (const one of deposed) if (mayElectNone(store, one)) yield led(-1, one);
}

/** Does the leader now depend on the leader before, even if no question asks for that? */
function dependsOnWhoLed({ store }: StoreWorld): boolean {
  const { noPreVote, election } = settings(store);
  return noPreVote === true || election === 'zab';
}

/** The leaders before the break: those that a question asks for; all; those that stay; those that are deposed. */
interface Formers {
  readonly asked: readonly number[];
  readonly formers: readonly number[];
  readonly staying: readonly number[];
  readonly deposed: readonly number[];
}

/** The scenarios with a leader that an election may give, or that stays because it could be elected. */
function elected(
  store: StoreWorld,
  leaders: readonly number[],
  { asked, formers, staying, deposed }: Formers,
): Scenario[] {
  // Without PreVote the leader depends on the leader before, even if no question asks for that: a replica that was
  // deposed before the break may last after it. With Zab, only a leader that stays keeps all its followers.
  const known = dependsOnWhoLed(store) ? formers : asked;
  if (known.length === 0) return leaders.map((leader) => led(leader, leader));
  // No replica can lead, or no leader lasts, and any of them may have been deposed before any other.
  if (leaders.includes(-1)) {
    const ended = known.filter((one) => !staying.includes(one));
    return leaders.flatMap((leader) => ended.map((one) => led(leader, one)));
  }
  return leaders.flatMap((leader) => {
    const stayed = known.includes(leader) && !deposed.includes(leader) ? [leader] : [];
    return [...stayed, ...deposed].map((one) => led(leader, one));
  });
}

function serve(state: StoreState, step: Step, asked: number): Served {
  const { here, scenario } = state;
  const { leader, former, unnoticed, spared } = scenario;
  const followed = (): boolean =>
    unnoticed === true || spared === asked
      ? follows(here.before ?? here, led(former, former), asked)
      : follows(here, scenario, asked);
  if (readsOneCopy(step) && (step.level !== 'bounded' || followed())) return byOneCopy(asked);
  if (isAnsweredByTheGroup(state, step) && followed()) return { ...byOneCopy(asked), authority: true };
  if (!follows(here, scenario, asked)) {
    const reason = (): string => noLeaderReason(here, scenario, asked);
    return {
      kind: 'refused',
      isFinal: knowsThatNobodyLeads(here, scenario, asked),
      atOnce: knowsOfStepDown(here, scenario, asked),
      reason,
    };
  }
  // The leader has not noticed that it lost its majority: its writes are never committed, and it answers only a read
  // that needs no confirmation.
  if (unnoticed === true && !keepsMajority(here, leader)) {
    return step.access === 'read' && step.level === 'leader'
      ? byOneCopy(leader)
      : { kind: 'refused', reason: () => here.majorityReason(leader) };
  }
  const others = (): Mask => followersOf(here, scenario) & ~(1 << leader);
  if (step.level === 'all' && count(others()) < here.d - 1) {
    const copies = count(others()) + 1;
    return {
      kind: 'refused',
      by: leader,
      reason: () =>
        `${copies} of ${here.d} copies in reach of the leader ${here.name(leader)}, \`all\` needs ${here.d}`,
    };
  }
  // The leader confirms that it leads, and answers from its own copy.
  if (step.access === 'read' && step.level === 'leader') return { ...byOneCopy(leader), authority: true };
  const doubt = deposedMeanwhile(state);
  if (step.access === 'read' && step.level !== 'all') return { ...byOneCopy(leader), authority: true, ...doubt };
  const copies = (): number => (step.level === 'all' ? here.d : Math.min(here.majority, count(others()) + 1));
  const family = (): Family => withAny(1 << leader, others(), copies() - 1);
  return {
    kind: 'served',
    family: here.asksFacts ? new LazyFamily(1, family) : family(),
    home: leader,
    authority: true,
    fallback: false,
    ...doubt,
  };
}

/** Nobody has noticed the break, and a leader with a majority may be deposed before that has answered it. */
function deposedMeanwhile({ here, scenario: { leader, unnoticed } }: StoreState): { orNone?: () => string } {
  if (unnoticed !== true || here.store.choice === 'AP' || leadsOn(here, leader)) return {};
  return { orNone: () => `the leader ${here.name(leader)} is deposed before a majority has answered it` };
}

/** Followers forward what they are asked to the leader, over one hop; without a leader, all refuse. */
function servedThrough({ here: { store }, scenario, unmet }: StoreState, step: Step): number | undefined {
  const { leader, unnoticed, electing, spared } = scenario;
  const hasNoticed = unnoticed !== true && electing !== true && spared === undefined;
  return hasNoticed && unmet === undefined && isForwarded(store, step) ? leader : undefined;
}

/** Does the leader serve each request that reaches it, and each member that is connected to it follow it? */
function isForwarded(store: Store, step: Step): boolean {
  return isPassedOn(store, step) && step.level !== 'all';
}

/** Does each follower leave the step to the leader, and each member that is connected to the leader follow it? */
function isPassedOn(store: Store, step: Step): boolean {
  return followsAll(store) && !readsOneCopy(step) && store.choice !== 'AP';
}

/** Does each member that is connected to the leader follow it? */
function followsAll(store: Store): boolean {
  const { election, relay } = settings(store);
  return election !== 'zab' && relay !== true && store.observers === undefined;
}

/**
 * A member that passes messages on has what the group has ordered. Until it notices that others are gone, it answers a
 * synchronized read with that, and nothing newer can have been ordered. Galera did for 0.35 s after all were apart.
 */
function isAnsweredByTheGroup({ here, scenario: { leader, unnoticed } }: StoreState, step: Step): boolean {
  const isSynchronized = step.access === 'read' && (step.level === undefined || step.level === 'quorum');
  return settings(here.store).relay === true && unnoticed === true && leader >= 0 && isSynchronized;
}

/** With the leader of the case, else the declared one, else the slowest possible one. */
function time({ store, step, client, asked, home, between, slowestOf }: Journey): Timed | undefined {
  const toAsked = between(client, asked);
  if (step.level === 'any') {
    const others = copiesOf(store).filter((copy) => copy !== asked);
    return plus(toAsked, slowestOf(asked, others, others.length));
  }
  if (readsOneCopy(step)) return toAsked;
  const { replicas, witnesses } = store;
  const leader = home ?? settings(store).leader;
  const majority = majorityOf(replicas.length + witnesses.length);
  const copies = step.level === 'all' ? replicas.length : Math.min(majority, replicas.length);
  return whichever(
    (leader === undefined ? replicas : [leader]).map((one) => {
      const followers = replicas.filter((r) => r !== one);
      return plus(plus(toAsked, between(asked, one)), slowestOf(one, followers, copies - 1));
    }),
  );
}

/** A read waits for its copy or the leader; a write for a majority, the leader among it. */
function waits({ store, step, asked }: Asked): Waiting {
  if (readsOneCopy(step)) return { homes: [asked], pool: [asked], needed: 1 };
  const { replicas, witnesses } = store;
  const { leader } = settings(store);
  const homes = leader === undefined ? replicas : [leader];
  if (step.access === 'read') return { homes, pool: replicas, needed: replicas.length };
  const majority = majorityOf(replicas.length + witnesses.length);
  return {
    homes,
    pool: replicas,
    needed: step.level === 'all' ? replicas.length : Math.min(majority, replicas.length),
  };
}

/**
 * A client that is refused by replicas that have noticed the break goes on to one that has not, and that followed the
 * old leader: it answers a read that bounds its staleness. The others have elected a leader, or nobody yet.
 */
function lateToNotice(store: StoreWorld, settled: Scenario, everyone: boolean): Scenario[] {
  const { former } = settled;
  if (former < 0) return [];
  const before = store.before ?? store;
  const electing = { ...led(-1, former), electing: true as const };
  const meanwhile = leadsOn(store, former) ? [settled] : [settled, electing];
  return copiesOf(store.store).flatMap((_, copy) =>
    store.isUp(copy) && (everyone || follows(before, led(former, former), copy))
      ? meanwhile.filter((one) => everyone || !follows(store, one, copy)).map((one) => ({ ...one, spared: copy }))
      : [],
  );
}

/** The scenario with this leader now, and this leader before the break. */
function led(leader: number, former: number): Scenario {
  return { ...NO_CHOICE, leader, former };
}

/** Is the replica the leader, or does it hear from it and follow it? An observer may do so over another copy. */
function follows(store: StoreWorld, scenario: Scenario, replica: number): boolean {
  const { leader } = scenario;
  const feeder = store.feederOf(replica);
  if (feeder >= 0) return store.connected(feeder, replica) && follows(store, scenario, feeder);
  return leader >= 0 && store.connected(replica, leader) && takesPart(store, scenario, replica);
}

/** The data replicas that the leader of the scenario sends its writes to, with itself. */
function followersOf(store: StoreWorld, scenario: Scenario): Mask {
  let mask = store.connectedMask(scenario.leader);
  for (let i = 0; i < store.d; i++) if ((mask >> i) & 1 && !takesPart(store, scenario, i)) mask &= ~(1 << i);
  return mask;
}

/** The break has settled, there is no leader, and a majority of the voters tells the replica so. */
function knowsThatNobodyLeads(store: StoreWorld, { leader, unnoticed, electing }: Scenario, asked: number): boolean {
  return leader < 0 && unnoticed !== true && electing !== true && !store.isObserver(asked) && store.canLead(asked);
}
