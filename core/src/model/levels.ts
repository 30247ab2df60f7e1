import type { Level, Replication, Step } from './model.js';

/** Which levels a scheme has, for reads and for writes. */
const ALLOWED: Readonly<
  Record<Replication['scheme'], { readonly read: readonly Level[]; readonly write: readonly Level[] }>
> = {
  consensus: { read: ['leader', 'quorum', 'local', 'one', 'all', 'bounded'], write: ['leader', 'quorum', 'all'] },
  primary: { read: ['leader', 'local', 'one', 'bounded'], write: ['leader', 'one', 'two', 'quorum', 'all'] },
  quorum: {
    read: ['one', 'two', 'quorum', 'all', 'local', 'local-quorum', 'each-quorum'],
    write: ['one', 'two', 'quorum', 'all', 'local', 'local-quorum', 'each-quorum', 'hint'],
  },
  any: { read: ['local', 'one'], write: ['local', 'one'] },
};

/**
 * The nearest replica answers from its own copy. Of a leaderless store, where every level is a number of replicas, it
 * is one of them.
 */
export function readsOneCopy(step: Step): boolean {
  return step.access === 'read' && (step.level === 'local' || step.level === 'one' || step.level === 'bounded');
}

export function levelsOf(scheme: Replication['scheme'], access: 'read' | 'write'): readonly Level[] {
  return ALLOWED[scheme][access];
}
