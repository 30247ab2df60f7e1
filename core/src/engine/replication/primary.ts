import type { Step } from '../../model/model.js';
import { alone, canAvoid, count, type Mask, withAny } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import { divergesUntilHeal, missedByItself, type Scenario, type Scheme } from './scheme.js';

/**
 * One primary takes the writes and ships them to the others. Clients ask the primary itself: a hot standby of PostgreSQL and a
 * read-only replica of MySQL refuse writes and forward nothing. With automatic failover a replica that is connected to a majority of
 * the voters is promoted where the primary is not (Sentinel, Orchestrator, Patroni); the old one may go on serving until the
 * heal, which is how GitHub got writes on both sides (2018-10-21).
 */
export const primary: Scheme = {
  scenarios(store) {
    const { replication } = store.store;
    const former = primaryIndex(store);
    const stays: Scenario = { leader: former, former, promoted: -1 };
    if (replication.scheme !== 'primary' || replication.failover === 'manual' || store.canLead(former)) return [stays];
    const scenarios: Scenario[] = [];
    for (let q = 0; q < store.d; q++) if (q !== former && store.canLead(q)) scenarios.push({ leader: former, former, promoted: q });
    return scenarios.length > 0 ? scenarios : [stays];
  },

  unnoticed(store) {
    const former = primaryIndex(store);
    return [{ leader: former, former, promoted: -1, unnoticed: true }];
  },

  routes(store, scenario, step, nearest) {
    if (readsOneCopy(step)) return [nearest];
    const allowed = (r: number): boolean => nearest.includes(r);
    const primaries = [scenario.former, ...(scenario.promoted < 0 ? [] : [scenario.promoted])].filter(allowed);
    const others = store.store.choice === 'AP' ? nearest.filter((r) => !primaries.includes(r)) : [];
    return primaries.length < 2
      ? [[...primaries, ...others]]
      : [
          [...primaries, ...others],
          [...primaries].reverse().concat(others),
        ];
  },

  serve(store, scenario, step, asked) {
    if (readsOneCopy(step)) return { kind: 'served', family: alone(asked), home: asked, authority: false, fallback: false };
    if (asked !== scenario.former && asked !== scenario.promoted) {
      return { kind: 'refused', reason: () => `${store.name(asked)} is not the primary` };
    }
    if (step.access === 'read') return { kind: 'served', family: alone(asked), home: asked, authority: true, fallback: false };
    const needed = acknowledgements(store, step);
    const others = needed === 0 ? 0 : store.connectedMask(asked) & ~(1 << asked);
    if (count(others) < needed) {
      return {
        kind: 'refused',
        reason: () => `${count(others)} of ${store.d - 1} other replicas in reach of the primary ${store.name(asked)}, ${needed} must acknowledge`,
      };
    }
    return { kind: 'served', family: withAny(1 << asked, others, needed), home: asked, authority: true, fallback: false };
  },

  asksWhoLed: () => true,

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
      return reader !== former && store.connected(promoted, reader) ? 'lag' : 'heal';
    }
    if (reader === former) return undefined;
    const follows = promoted >= 0 && store.connected(promoted, reader);
    if (follows) {
      if (canAvoid(write.family, learnt(store, promoted))) return 'heal';
      return reader !== promoted && canAvoid(write.family, 1 << reader) ? 'lag' : undefined;
    }
    if (!canAvoid(write.family, 1 << reader)) return undefined;
    return store.connected(former, reader) ? 'lag' : 'heal';
  },

  discarded(store, scenario, write) {
    if (scenario.promoted < 0 || write.fallback || write.home === scenario.promoted) return false;
    return canAvoid(write.family, learnt(store, scenario.promoted));
  },

  diverges(_store, _scenario, a, b) {
    if (a.fallback || b.fallback) return divergesUntilHeal(a, b);
    return a.home !== b.home && a.when === 'during' && b.when === 'during' ? divergesUntilHeal(a, b) : undefined;
  },

  unreached(store, scenario, step) {
    if (readsOneCopy(step) || store.store.choice === 'AP') return `no replica of ${store.store.name} in reach`;
    const old = `the primary ${store.name(scenario.former)}`;
    return scenario.promoted < 0 ? `${old} is out of reach` : `neither ${old} nor the promoted ${store.name(scenario.promoted)} is in reach`;
  },

  strength(store, step) {
    if (readsOneCopy(step)) return 'one replica in reach is enough';
    const needed = step.access === 'write' ? acknowledgements(store, step) : 0;
    const name = `the primary ${store.name(primaryIndex(store))}`;
    return needed === 0 ? `${name} alone is enough` : `${name} and ${needed} more of ${store.d - 1} are enough`;
  },
};

function readsOneCopy(step: Step): boolean {
  return step.access === 'read' && (step.level === 'local' || step.level === 'one');
}

function primaryIndex(store: StoreWorld): number {
  const { replication } = store.store;
  return replication.scheme === 'primary' ? store.store.replicas.indexOf(replication.primary) : -1;
}

/** How many other replicas must acknowledge a write. */
function acknowledgements(store: StoreWorld, step: Step): number {
  switch (step.level) {
    case 'one':
      return 0;
    case 'two':
      return 1;
    case 'quorum':
      return Math.floor(store.d / 2);
    case 'all':
      return store.d - 1;
    default:
      return store.store.replication.scheme === 'primary' ? store.store.replication.sync : 0;
  }
}

/** The promoted replica learns what it and the replicas connected to it have. */
function learnt(store: StoreWorld, promoted: number): Mask {
  return store.connectedMask(promoted) | (1 << promoted);
}
