import { readsOneCopy } from '../../model/levels.js';
import type { Level, PrimaryReplication, Step, Store } from '../../model/model.js';
import { canAvoid, count, having, type Mask, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import {
  type AcknowledgedWrite,
  believed,
  byOneCopy,
  divergesUntilHeal,
  missedByItself,
  type Scenario,
  type Scheme,
} from './scheme.js';

/**
 * One primary takes the writes and ships them to the others. Clients ask the primary itself: a hot standby of
 * PostgreSQL and a read-only replica of MySQL refuse writes and forward nothing. With automatic failover a replica that
 * is connected to a majority of the voters is promoted where the primary is not (Sentinel, Orchestrator, Patroni); the
 * old one may go on serving until the heal, which is how GitHub got writes on both sides (2018-10-21).
 */
export const primary: Scheme = {
  scenarios(store) {
    const former = primaryIndex(store);
    const stays: Scenario = { leader: former, former, promoted: -1 };
    if (settings(store).failover === 'manual' || store.canLead(former)) return [stays];
    const scenarios: Scenario[] = [];
    for (let q = 0; q < store.d; q++) if (store.canLead(q)) scenarios.push({ leader: former, former, promoted: q });
    return scenarios.length > 0 ? scenarios : [stays];
  },

  unnoticed(store) {
    const former = primaryIndex(store);
    const stays = { leader: former, former, promoted: -1 };
    const failsOver = settings(store).failover === 'automatic' && !store.canLead(former);
    return [{ ...stays, unnoticed: true }, ...(failsOver ? [{ ...stays, electing: true as const }] : [])];
  },

  lateToNotice(store, settled) {
    const { former, promoted } = settled;
    return promoted >= 0 && store.isUp(former) && store.canLeadWithout(promoted, former)
      ? [{ ...settled, spared: former }]
      : [];
  },

  routes(store, scenario, step, nearest) {
    if (readsOneCopy(step)) return [nearest];
    const allowed = (r: number): boolean => nearest.includes(r);
    const primaries = believedPrimaries(store, scenario).filter(allowed);
    const others = store.store.choice === 'AP' ? nearest.filter((r) => !primaries.includes(r)) : [];
    return primaries.length < 2
      ? [[...primaries, ...others]]
      : [[...primaries, ...others], [...primaries].reverse().concat(others)];
  },

  serve(store, scenario, step, asked) {
    const primaries = believedPrimaries(store, scenario);
    const byItself = { ...byOneCopy(asked), authority: primaries.includes(asked) };
    if (readsOneCopy(step)) {
      const follows = (one: number): boolean =>
        !hasSteppedDown(store, scenario, one) && (one === asked || believed(store, scenario).connected(one, asked));
      if (step.level !== 'bounded' || primaries.some(follows)) return { ...byItself, authority: false };
      return { kind: 'refused', reason: () => `${store.name(asked)} follows no primary` };
    }
    if (!primaries.includes(asked)) return { kind: 'refused', reason: () => `${store.name(asked)} is not the primary` };
    if (hasSteppedDown(store, scenario, asked))
      return {
        kind: 'refused',
        reason: () => `the primary ${store.name(asked)} has stepped down: ${store.majorityReason(asked)}`,
      };
    if (step.access === 'read') return byItself;
    const others = followers(store, scenario, asked);
    const refusal = refusalOf(store, scenario, step, asked, others);
    if (refusal !== undefined) return { kind: 'refused', reason: refusal };
    return {
      ...byItself,
      family: withAny(
        1 << asked,
        others,
        Math.min(acknowledgements(store.store, settings(store), step.level), count(others)),
      ),
    };
  },

  servesLongerUnnoticed(store) {
    const { stepsDown, minReplicas } = settings(store);
    return store.store.choice === 'AP' || stepsDown === true || minReplicas !== undefined;
  },

  concerns(store, scenario, _writing, answer, question) {
    if (store.store.choice === 'AP' || scenario.promoted >= 0) return true;
    return question === 'missed' && !answer.authority;
  },

  missed(store, scenario, write, read) {
    if (write.fallback) return missedByItself(write, read);
    const { former, promoted } = scenario;
    const reader = read.home;
    if (write.home === promoted) {
      if (reader === promoted || !canAvoid(write.family, 1 << reader)) return undefined;
      return (followers(store, scenario, promoted) & (1 << reader)) !== 0 ? 'lag' : 'heal';
    }
    if (reader === former) return undefined;
    const follows = promoted >= 0 && store.connected(promoted, reader);
    if (follows) {
      if (canBeLost(store, scenario, write)) return 'heal';
      return (read.early || reader !== promoted) && canAvoid(write.family, 1 << reader) ? 'lag' : undefined;
    }
    if (!canAvoid(write.family, 1 << reader)) return undefined;
    return store.connected(former, reader) ? 'lag' : 'heal';
  },

  discarded(store, scenario, write) {
    if (scenario.promoted < 0 || write.fallback || write.home === scenario.promoted) return false;
    return canBeLost(store, scenario, write);
  },

  kept(store, scenario, write) {
    const learnt = learntOf(store, scenario, write);
    return store.store.replicas.flatMap((_, r) => {
      const family = ((learnt >> r) & 1) === 1 ? having(write.family, r) : undefined;
      return family === undefined ? [] : [{ ...write, family }];
    });
  },

  diverges(_store, _scenario, a, b) {
    if (a.fallback || b.fallback) return divergesUntilHeal(a, b);
    return a.home !== b.home && isDuring(a) && isDuring(b) ? divergesUntilHeal(a, b) : undefined;
  },

  unreached(store, scenario, step) {
    if (readsOneCopy(step) || store.store.choice === 'AP') return `no replica of ${store.store.name} in reach`;
    const old = `the primary ${store.name(scenario.former)}`;
    if (scenario.promoted < 0) return `${old} is out of reach`;
    const promoted = `the promoted ${store.name(scenario.promoted)}`;
    return hasSteppedDown(store, scenario, scenario.former)
      ? `${old} has stepped down, and ${promoted} is out of reach`
      : `neither ${old} nor ${promoted} is in reach`;
  },

  strength(store, step, home) {
    if (readsOneCopy(step))
      return step.level === 'bounded'
        ? 'one replica in reach that follows the primary is enough'
        : 'one replica in reach is enough';
    const needed = step.access === 'write' ? acknowledgements(store.store, settings(store), step.level) : 0;
    const name = `the ${home === primaryIndex(store) ? 'primary' : 'promoted'} ${store.name(home)}`;
    if (step.access === 'write' && asConfigured(step) && settings(store).inSync !== undefined)
      return `${name} and all others that are in sync are enough`;
    return needed === 0 ? `${name} alone is enough` : `${name} and ${needed} more of ${store.d - 1} are enough`;
  },
};

function primaryIndex(store: StoreWorld): number {
  return store.store.replicas.indexOf(settings(store).primary);
}

function settings(store: StoreWorld): PrimaryReplication {
  const { replication } = store.store;
  if (replication.scheme !== 'primary') throw new Error(`${store.store.name} has no primary`);
  return replication;
}

/** The network as the replica takes it to be. */
function seenBy(replica: number, store: StoreWorld, scenario: Scenario): StoreWorld {
  return scenario.spared === replica ? (store.before ?? store) : believed(store, scenario);
}

/** Without a majority of the electorate, as far as it has noticed; one that was promoted has it. */
function hasSteppedDown(store: StoreWorld, scenario: Scenario, replica: number): boolean {
  return settings(store).stepsDown === true && !seenBy(replica, store, scenario).canLead(replica);
}

/**
 * Whom clients take for the primary: the old one, unless it has stepped down and another was promoted, and that one.
 */
function believedPrimaries(store: StoreWorld, { former, promoted, ...rest }: Scenario): readonly number[] {
  if (promoted < 0) return [former];
  return hasSteppedDown(store, { former, promoted, ...rest }, former) ? [promoted] : [former, promoted];
}

/** As many acknowledgements as the store says: `leader` is what every write of a primary is. */
function asConfigured(step: Step): boolean {
  return step.level === undefined || step.level === 'leader';
}

/** Why a primary that reaches so many others does not acknowledge a write; undefined: it does. */
function refusalOf(
  store: StoreWorld,
  scenario: Scenario,
  step: Step,
  asked: number,
  reached: Mask,
): (() => string) | undefined {
  const { weakens, inSync, minReplicas, failover } = settings(store);
  const others = count(reached);
  const said = `of ${store.d - 1} other ${store.d === 2 ? 'replica' : 'replicas'} in reach of the ${asked === scenario.former ? 'primary' : 'promoted'} ${store.name(asked)}`;
  // Those of which it takes it that they follow it: it finds out late.
  const seen = seenBy(asked, store, scenario);
  const taken = seen === store ? reached : followers(seen, { ...scenario, promoted: -1 }, asked);
  if (minReplicas !== undefined && count(taken) < minReplicas)
    return () => `${count(taken)} ${said}, \`min-replicas\` is ${minReplicas}`;
  if (asConfigured(step) && inSync !== undefined) {
    // The set shrinks when the loss has been noticed, and where there is a failover its electorate must agree.
    const shrinks = failover === 'manual' || seen.canLead(asked);
    if (others === store.d - 1) return undefined;
    if (!shrinks)
      return () =>
        `${others} ${said}, all that count as in sync must acknowledge, and none can be dropped: ${store.majorityReason(asked)}`;
    if ((taken & ~reached) !== 0) return () => `${others} ${said}, all that count as in sync must acknowledge`;
    return others + 1 >= inSync
      ? undefined
      : () => `${others} ${said}, with it ${others + 1} in sync, and \`in-sync\` is ${inSync}`;
  }
  if (asConfigured(step) && weakens === true) return undefined;
  const needed = acknowledgements(store.store, settings(store), step.level);
  return others < needed ? () => `${others} ${said}, ${needed} must acknowledge` : undefined;
}

/** How many other replicas acknowledge a write, as far as they are in reach. */
export function acknowledgements(
  { replicas, witnesses }: Store,
  { sync, inSync }: PrimaryReplication,
  level: Level | undefined,
): number {
  const others = replicas.length - 1;
  switch (level) {
    case 'one':
      return 0;
    case 'two':
      return 1;
    // Of all members, witnesses counted, which acknowledge nothing: MongoDB's `w: majority`.
    case 'quorum':
      return Math.min(Math.floor((replicas.length + witnesses.length) / 2), others);
    case 'all':
      return others;
    default:
      return inSync === undefined ? sync : others;
  }
}

/**
 * The replicas that a primary ships to: those that hear of a new one don't follow the old one any more, and that one
 * follows the new one if it has stepped down.
 */
function followers(store: StoreWorld, scenario: Scenario, primary: number): Mask {
  const { former, promoted } = scenario;
  const others = store.connectedMask(primary) & ~(1 << primary);
  if (promoted < 0) return others;
  if (primary === former) return others & ~store.connectedMask(promoted);
  return hasSteppedDown(store, scenario, former) ? others : others & ~(1 << former);
}

/** Acknowledged when there was a second primary. */
function isDuring({ when, early }: AcknowledgedWrite): boolean {
  return when === 'during' && !early;
}

function canBeLost(store: StoreWorld, scenario: Scenario, write: AcknowledgedWrite): boolean {
  return canAvoid(write.family, learntOf(store, scenario, write));
}

/**
 * The promoted replica learns what it and the replicas connected to it have, be it the old primary; what that one
 * acknowledges afterwards it learns from nobody.
 */
function learntOf(store: StoreWorld, { former, promoted }: Scenario, write: AcknowledgedWrite): Mask {
  const learnt = store.connectedMask(promoted);
  return isDuring(write) ? learnt & ~(1 << former) : learnt;
}
