import type { Step } from './model.js';

export { levelsOf } from './schemes/index.js';

/**
 * The nearest replica answers from its own copy. Of a leaderless store, where every level is a number of replicas, it
 * is one of them.
 */
export function readsOneCopy(step: Step): boolean {
  return step.access === 'read' && (step.level === 'local' || step.level === 'one' || step.level === 'bounded');
}
