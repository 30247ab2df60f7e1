import type { Merge } from './merge.js';

/**
 * A conflict-free replicated data type: concurrent updates commute (Shapiro et al., SSS '11). An invariant over the
 * merged value may still break.
 */
export const crdt: Merge = {
  atHeal: () => 'the data type merges both and drops nothing, though what must hold of both together may break',
};
