import type { Level, Step, Store, VertexId } from './model.js';

export { levelsOf } from './schemes/index.js';

const ONE_COPY: ReadonlySet<Level | undefined> = new Set(['local', 'one', 'bounded', 'any']);

/**
 * One replica answers from its own copy: the nearest, or at level `any` one that the nearest passes the read on to. Of
 * a leaderless store, where every level is a number of replicas, it is one of them.
 */
export function readsOneCopy(step: Step): boolean {
  return step.access === 'read' && ONE_COPY.has(step.level);
}

/** Does the replica that is asked answer from its own copy, whatever it reaches? */
export function answersAtOnce(step: Step): boolean {
  return readsOneCopy(step) && step.level !== 'bounded' && step.level !== 'any';
}

/** The copies that may be asked for this step, in order of declaration: observers answer reads of one copy alone. */
export function copiesFor({ replicas, observers }: Store, step: Step): readonly VertexId[] {
  return observers === undefined || !readsOneCopy(step) ? replicas : copiesOf({ replicas, observers });
}

/** Replicas, then observers. */
export function copiesOf({ replicas, observers = [] }: Pick<Store, 'replicas' | 'observers'>): readonly VertexId[] {
  return [...replicas, ...observers.map(({ node }) => node)];
}
