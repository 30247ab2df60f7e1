import type { Level, PrimaryReplication, Step, Store } from '../../model/model.js';
import { readsOneCopy } from '../../model/levels.js';
import type { Mask } from '../family.js';
import type { StoreWorld } from '../storeWorld.js';
import { plus, type Timed } from '../timed.js';
import type { Asked, Journey, Waiting } from './path.js';

/** Does the step need as many acknowledgements as the store says? Every write of a primary is at level `leader`. */
export function asConfigured(step: Step): boolean {
  return step.level === undefined || step.level === 'leader';
}

/** The replicas whose acknowledgement the step needs by name. */
export function namedBy({ replicas }: Store, { syncWith }: PrimaryReplication, step: Step): Mask {
  if (syncWith === undefined || !asConfigured(step)) return 0;
  return syncWith.reduce((mask, one) => mask | (1 << replicas.indexOf(one)), 0);
}

/** How many other replicas must acknowledge a write. */
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
    // A majority of all members; witnesses count, but do not acknowledge: MongoDB's `w: majority`.
    case 'quorum':
      return Math.min(Math.floor((replicas.length + witnesses.length) / 2), others);
    case 'all':
      return others;
    default:
      return inSync === undefined ? sync : others;
  }
}

/** Round trips of a request: to the copy, or to the primary and from it to those that acknowledge. */
export function time(
  { store, step, client, asked, home, between, slowestOf, reached }: Journey,
  settings: PrimaryReplication,
): Timed | undefined {
  if (readsOneCopy(step)) return between(client, asked);
  const leader = home ?? settings.primary;
  const toPrimary = between(client, leader);
  if (step.access === 'read') return toPrimary;
  const named = asConfigured(step) ? settings.syncWith : undefined;
  const others = (named ?? store.replicas).filter((r) => r !== leader);
  // Those out of reach leave an in-sync set; semi-synchronous replication goes on with as many as there are.
  const leaves = asConfigured(step) && (settings.inSync !== undefined || settings.weakens === true);
  const wanted = Math.min(acknowledgements(store, settings, step.level), others.length);
  const needed = leaves ? Math.min(wanted, reached(leader, others).length) : wanted;
  return plus(toPrimary, slowestOf(leader, others, needed));
}

/** A read waits for its copy or the primary; a write for the primary, and for those that acknowledge. */
export function waits({ store, step, asked }: Asked, settings: PrimaryReplication): Waiting {
  const { primary: leader } = settings;
  if (readsOneCopy(step)) return { homes: [asked], pool: [asked], needed: 1 };
  if (step.access === 'read') return { homes: [leader], pool: [leader], needed: 1 };
  const named = asConfigured(step) ? settings.syncWith : undefined;
  const pool = [leader, ...(named ?? store.replicas).filter((r) => r !== leader)];
  return { homes: [leader], pool, needed: Math.min(1 + acknowledgements(store, settings, step.level), pool.length) };
}

/** Why a request is answered at the replica that serves it. */
export function strength(store: StoreWorld, step: Step, home: number, settings: PrimaryReplication): string {
  if (readsOneCopy(step))
    return step.level === 'bounded'
      ? 'one replica in reach that follows the primary is enough'
      : 'one replica in reach is enough';
  const needed = step.access === 'write' ? acknowledgements(store.store, settings, step.level) : 0;
  const name = `the ${store.vertex(home) === settings.primary ? 'primary' : 'promoted'} ${store.name(home)}`;
  if (step.access === 'write' && asConfigured(step) && settings.inSync !== undefined)
    return `${name} and all others that are in sync are enough`;
  const named = step.access === 'write' ? namedBy(store.store, settings, step) & ~(1 << home) : 0;
  if (named !== 0) return `${name} with ${store.names(named)} is enough`;
  if (needed === 0) return `${name} alone is enough`;
  const others = store.d - 1;
  const which = needed < others ? `${needed} of the ${others} others` : others === 1 ? 'the other one' : 'all others';
  return `${name} and ${which} are enough`;
}
