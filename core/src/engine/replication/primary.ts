import { answersAtOnce, readsOneCopy } from '../../model/levels.js';
import type { Step } from '../../model/model.js';
import { alone, canAvoid, count, having, type Mask, withAny } from '../family.js';
import { isFedBy, type StoreWorld } from '../storeWorld.js';
import type { HowLong } from '../facts.js';
import type { StepPaths } from './path.js';
import { acknowledgements, asConfigured, namedBy, strength, time, waits } from './acknowledgements.js';
import { mayRefuseAll } from './election.js';
import {
  canBeLost,
  followers,
  hasSteppedDown,
  isDiscarded,
  isDuring,
  isFollower,
  isLearntFrom,
  seenBy,
  settings,
} from './promotion.js';
import {
  type AcknowledgedWrite,
  type AnsweredRead,
  asksALeader,
  believed,
  byOneCopy,
  divergesUntilHeal,
  missedByAnObserver,
  missedByItself,
  noReplicaInReach,
  type Scenario,
  type Scheme,
  type Served,
  type StoreState,
  withoutWeakFailover,
} from './scheme.js';

/**
 * One primary takes the writes and ships them to the others. Clients ask the primary itself: a hot standby of
 * PostgreSQL and a read-only replica of MySQL refuse writes and do not forward them. With automatic failover, a replica
 * that is connected to a majority of the voters is promoted if the primary is not (Sentinel, Orchestrator, Patroni).
 * The old primary may go on serving until the heal; in this way GitHub got writes on both sides (2018-10-21). With
 * `failover safe`, only a replica is promoted that cannot lack an acknowledged write (Patroni's synchronous mode,
 * Vitess).
 */
export const primary: Scheme = {
  possible: {
    scenarios(store) {
      const former = primaryIndex(store);
      const stays: Scenario = { leader: former, former, promoted: -1 };
      if (settings(store.store).failover === 'manual' || store.canLead(former)) return [stays];
      const isStopping = settings(store.store).stepsDown !== undefined;
      const promoted = store.store.replicas
        .map((_, q) => q)
        .filter((q) => store.canLead(q) && isSafe(store, q, isStopping));
      if (promoted.length === 0) return [stays];
      const others = promoted.map((q): Scenario => ({ leader: former, former, promoted: q }));
      return mayPromoteNone(store) ? [...others, stays] : others;
    },
    unnoticed(store) {
      const former = primaryIndex(store);
      const stays = { leader: former, former, promoted: -1 };
      const failsOver = settings(store.store).failover !== 'manual' && !store.canLead(former);
      return [{ ...stays, unnoticed: true }, ...(failsOver ? [{ ...stays, electing: true as const }] : [])];
    },
    lateToNotice(store, settled) {
      const { former, promoted } = settled;
      return promoted >= 0 &&
        store.isUp(former) &&
        store.canLeadWithout(promoted, 1 << former) &&
        isSafe(store, promoted, false)
        ? [{ ...settled, spared: former }]
        : [];
    },
    servesLongerUnnoticed({ store }) {
      const { stepsDown, minReplicas } = settings(store);
      return store.choice === 'AP' || stepsDown !== undefined || minReplicas !== undefined;
    },
  },

  requests: {
    routes,
    serve,
    apart(store, step, { isBeside }) {
      if (store.choice === 'AP' || (readsOneCopy(step) && !(isBeside && answersAtOnce(step)))) return undefined;
      const { primary, syncWith = [], electors = [] } = settings(store);
      return [[primary], syncWith, electors];
    },
    unreached,
  },

  worth: {
    concerns({ here, scenario }, _writing, answer, question) {
      if (here.store.choice === 'AP' || scenario.promoted >= 0) return true;
      return question === 'missed' && !answer.authority;
    },
    missed,
    discarded(state, write) {
      const { promoted } = state.scenario;
      if (promoted < 0 || write.fallback || write.home === promoted) return false;
      return canBeLost(state, write);
    },
    kept(state, write) {
      return state.here.store.replicas.flatMap((_, r) => {
        const family = having(write.family, r);
        return family === undefined || !isLearntFrom(state, write, r) ? [] : [{ ...write, family }];
      });
    },
    diverges(_state, a, b) {
      if (a.fallback || b.fallback) return divergesUntilHeal(a, b);
      return a.home !== b.home && isDuring(a) && isDuring(b) ? divergesUntilHeal(a, b) : undefined;
    },
    // The scheme does not define the primary after the fault.
    outlivesFault: ({ fallback }) => fallback,
    shown: {
      isPossibleIn: (store) => settings(store).failover !== 'manual',
      // A replica that the promoted one is connected to follows it: only the old primary keeps a history of its own.
      isPossible: ({ here, scenario: { former, promoted } }, { home }) =>
        promoted >= 0 &&
        home !== promoted &&
        (home === former || here.isObserver(home) || !here.connected(promoted, home)),
      isDiscarded,
    },
  },

  path: {
    read({ here }, step, first) {
      if (!readsOneCopy(step)) return 'primary';
      return first === settings(here.store).primary ? 'orderer' : 'follower copy';
    },
    write: () => 'primary',
    time: (journey) => time(journey, settings(journey.store)),
    waits: (asked) => waits(asked, settings(asked.store)),
    isLinearizable,
  },

  words: {
    strength: (store, step, home) => strength(store, step, home, settings(store.store)),
    remedy(guarantee, step, choice) {
      const { access, level } = step;
      switch (guarantee) {
        case 'linearizable':
          return access === 'read' && level !== undefined && level !== 'leader'
            ? 'read at the primary, and replicate by consensus where it fails over'
            : 'replicate by consensus';
        case 'sequential':
          return access === 'read' ? 'read at the primary' : 'replicate by consensus';
        case 'session':
          return asksALeader(step) ? withoutWeakFailover(choice) : 'read at the primary';
      }
    },
  },
};

function routes(state: StoreState, step: Step, nearest: readonly number[]): readonly (readonly number[])[] {
  if (readsOneCopy(step)) return [nearest];
  const primaries = believedPrimaries(state, step).filter((r) => nearest.includes(r));
  const others = state.here.store.choice === 'AP' ? nearest.filter((r) => !primaries.includes(r)) : [];
  return primaries.length < 2
    ? [[...primaries, ...others]]
    : [[...primaries, ...others], [...primaries].reverse().concat(others)];
}

function serve(state: StoreState, step: Step, asked: number): Served {
  const { here } = state;
  const primaries = believedPrimaries(state, step);
  const byItself = { ...byOneCopy(asked), authority: primaries.includes(asked) };
  if (readsOneCopy(step)) {
    const follows = (one: number): boolean =>
      !hasSteppedDown(state, one) && (one === asked || isFedBy(believed(state), one, asked));
    if (step.level !== 'bounded' || primaries.some(follows)) return { ...byItself, authority: false };
    return { kind: 'refused', reason: () => `${here.name(asked)} follows no primary` };
  }
  if (!primaries.includes(asked)) return { kind: 'refused', reason: () => `${here.name(asked)} is not the primary` };
  if (hasSteppedDown(state, asked) && !goesOn(state, step))
    return {
      kind: 'refused',
      reason: () =>
        `the primary ${here.name(asked)} has stepped down: ${here.majorityReason(asked)}${whyNobody(state)}`,
    };
  if (step.access === 'read') return byItself;
  const named = namedBy(here.store, settings(here.store), step);
  const needed = named === 0 ? acknowledgements(here.store, settings(here.store), step.level) : 0;
  const { minReplicas, inSync } = settings(here.store);
  // Then it does not matter which others are in reach.
  if (named === 0 && needed === 0 && minReplicas === undefined && inSync === undefined) return byItself;
  const others = followers(state, asked);
  const refusal = refusalOf(state, step, asked, others);
  if (refusal !== undefined) return { kind: 'refused', keeps: byItself.family, reason: refusal };
  return { ...byItself, family: withAny((1 << asked) | (named & others), others, Math.min(needed, count(others))) };
}

function unreached(state: StoreState, step: Step): string {
  const { here, scenario } = state;
  if (readsOneCopy(step) || here.store.choice === 'AP') return noReplicaInReach(state);
  const old = `the primary ${here.name(scenario.former)}`;
  if (scenario.promoted < 0) return `${old} is out of reach${whyNobody(state)}`;
  const promoted = `the promoted ${here.name(scenario.promoted)}`;
  return hasSteppedDown(state, scenario.former) && !goesOn(state, step)
    ? `${old} has stepped down, and ${promoted} is out of reach`
    : `neither ${old} nor ${promoted} is in reach`;
}

function missed(state: StoreState, write: AcknowledgedWrite, read: AnsweredRead): HowLong | undefined {
  if (write.fallback) return missedByItself(write, read);
  const fed = missedByAnObserver(state, write, read, missed);
  if (fed !== undefined) return fed;
  const { here, scenario } = state;
  const { former, promoted } = scenario;
  const reader = read.home;
  if (write.home === promoted) {
    if (reader === promoted || !canAvoid(write.family, 1 << reader)) return undefined;
    // One whose vote the promotion needs has noticed the break before the new primary takes anything in.
    if (read.unaware !== 0 && !here.canLeadWithout(promoted, read.unaware)) return undefined;
    const follows = here.isObserver(reader) ? here.connected(promoted, reader) : isFollower(state, promoted, reader);
    return follows ? 'lag' : 'heal';
  }
  if (reader === former) return undefined;
  const follows = promoted >= 0 && here.connected(promoted, reader);
  if (follows) {
    if (canBeLost(state, write)) return 'heal';
    return (read.early || reader !== promoted) && canAvoid(write.family, 1 << reader) ? 'lag' : undefined;
  }
  if (!canAvoid(write.family, 1 << reader)) return undefined;
  return here.connected(former, reader) ? 'lag' : 'heal';
}

/**
 * Not under `choose AP`, because a replica that reaches no primary answers by itself. Not the writes of a primary that
 * stops waiting for acknowledgements before it notices that it is about to be deposed: those writes are lost, although
 * none is lost after it steps down. Not the reads of a primary that may be deposed.
 */
function isLinearizable({ store, step, read, write }: StepPaths): boolean {
  const { failover, weakens } = settings(store);
  if (store.choice === 'AP' && store.replicas.length > 1) return false;
  if (step.access === 'write') return !(write === 'primary' && failover === 'automatic' && weakens === true);
  return read === 'only copy' || (read === 'primary' && failover === 'manual');
}

function primaryIndex({ store }: StoreWorld): number {
  return store.replicas.indexOf(settings(store).primary);
}

/** Does a primary that has stepped down go on with this step? */
function goesOn({ here }: StoreState, { access }: Step): boolean {
  return access === 'read' && settings(here.store).stepsDown === 'writes';
}

/**
 * The replicas that clients take for the primary: the promoted one, and the old one unless it has stepped down and
 * another was promoted.
 */
function believedPrimaries(state: StoreState, step: Step): readonly number[] {
  const { former, promoted } = state.scenario;
  if (promoted < 0) return [former];
  return hasSteppedDown(state, former) && !goesOn(state, step) ? [promoted] : [former, promoted];
}

/**
 * `failover safe`: does q have, or reach a replica that has, every write that can be acknowledged at the default level?
 * An old primary that has not stepped down may acknowledge more after q has asked it, so it does not count.
 */
function isSafe(store: StoreWorld, q: number, hasStopped: boolean): boolean {
  const { failover, weakens } = settings(store.store);
  if (failover !== 'safe') return true;
  const former = primaryIndex(store);
  const served = serve(
    { here: store.before ?? store, scenario: { leader: former, former, promoted: -1 } },
    PUT,
    former,
  );
  if (served.kind === 'refused') return true;
  const learnt = store.connectedMask(q) & ~(hasStopped ? 0 : 1 << former);
  return !canAvoid(weakens === true ? alone(former) : served.family, learnt);
}

/** As of `consensus`: under a partial cut the voters of each candidate may be ahead of it. */
function mayPromoteNone(store: StoreWorld): boolean {
  const able = store.store.replicas.map((_, q) => q).filter((q) => store.canLead(q));
  return settings(store.store).election === 'raft' && mayRefuseAll(store, primaryIndex(store), able);
}

/** A write at the default level, of any client. */
const PUT: Step = { access: 'write', store: 0, needs: [] };

/** The end of a reason: who has a majority and is not promoted. */
function whyNobody({ here, scenario: { promoted, electing } }: StoreState): string {
  const { failover, election } = settings(here.store);
  if (promoted >= 0 || electing === true || (failover !== 'safe' && election === undefined)) return '';
  const able = here.store.replicas.map((_, q) => q).filter((q) => here.canLead(q));
  // A primary that keeps its majority goes on: nobody has to be promoted.
  if (able.length === 0 || able.includes(primaryIndex(here))) return '';
  const named = here.names(able.reduce((mask, q) => mask | (1 << q), 0));
  if (failover !== 'safe') return `; nobody is promoted, because voters of ${named} may be ahead of it and refuse it`;
  return `; nobody is promoted, because ${named} may lack an acknowledged write`;
}

/** Why a primary that reaches these others does not acknowledge a write; undefined: it does. */
function refusalOf(state: StoreState, step: Step, asked: number, reached: Mask): (() => string) | undefined {
  const { here: store, scenario } = state;
  const { weakens, inSync, minReplicas, failover } = settings(store.store);
  const others = count(reached);
  const said =
    `of ${store.d - 1} other ${store.d === 2 ? 'replica' : 'replicas'} in reach of the ` +
    `${asked === scenario.former ? 'primary' : 'promoted'} ${store.name(asked)}`;
  // The replicas that the primary believes to follow it: it notices a loss late.
  const seen = seenBy(asked, state);
  const taken = seen === store ? reached : followers({ here: seen, scenario: { ...scenario, promoted: -1 } }, asked);
  if (minReplicas !== undefined && count(taken) < minReplicas)
    return () => `${count(taken)} ${said}, \`min-replicas\` is ${minReplicas}`;
  if (asConfigured(step) && inSync !== undefined) {
    // The set shrinks when the loss has been noticed; with a failover, the electorate must agree.
    const shrinks = failover === 'manual' || seen.canLead(asked);
    if (others === store.d - 1) return undefined;
    if (!shrinks)
      return () =>
        `${others} ${said}, all that count as in sync must acknowledge, and none can be dropped: ` +
        `${store.majorityReason(asked)}`;
    if ((taken & ~reached) !== 0) return () => `${others} ${said}, all that count as in sync must acknowledge`;
    return others + 1 >= inSync
      ? undefined
      : () => `${others} ${said}, with it ${others + 1} in sync, and \`in-sync\` is ${inSync}`;
  }
  if (asConfigured(step) && weakens === true) return undefined;
  const named = namedBy(store.store, settings(store.store), step);
  const missing = named & ~reached & ~(1 << asked);
  if (missing !== 0) return () => `${store.names(missing)} must acknowledge: ${said}`;
  if (named !== 0) return undefined;
  const needed = acknowledgements(store.store, settings(store.store), step.level);
  return others < needed ? () => `${others} ${said}, ${needed} must acknowledge` : undefined;
}
