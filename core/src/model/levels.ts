import type { Level, Replication } from './model.js';

/** Which levels a scheme has, for reads and for writes. */
const ALLOWED: Readonly<Record<Replication['scheme'], { readonly read: readonly Level[]; readonly write: readonly Level[] }>> = {
  consensus: { read: ['leader', 'quorum', 'local', 'one', 'all'], write: ['leader', 'quorum', 'all'] },
  primary: { read: ['leader', 'local', 'one'], write: ['leader', 'one', 'two', 'quorum', 'all'] },
  quorum: {
    read: ['one', 'two', 'quorum', 'all', 'local', 'local-quorum', 'each-quorum'],
    write: ['one', 'two', 'quorum', 'all', 'local', 'local-quorum', 'each-quorum'],
  },
  any: { read: ['local', 'one'], write: ['local', 'one'] },
};

export function levelsOf(scheme: Replication['scheme'], access: 'read' | 'write'): readonly Level[] {
  return ALLOWED[scheme][access];
}
