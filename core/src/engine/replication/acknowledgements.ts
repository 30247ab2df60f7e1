import type { Level, PrimaryReplication, Step, Store } from '../../model/model.js';
import type { Mask } from '../family.js';

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
