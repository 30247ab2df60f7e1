import type { Choice, Guarantee, Level, MergeRule, VerdictKind } from './model.js';

/**
 * The words that stand for values. None of them is a keyword: a new one is a line here and a row in the table that
 * gives it a meaning.
 */
export const CHOICES: readonly Choice[] = ['CP', 'AP'];
export const REACTIONS = ['error', 'wait'] as const;
export const REJOINS = ['automatic', 'manual'] as const;
export const MERGE_RULES: readonly MergeRule[] = ['lww', 'crdt', 'siblings', 'manual', 'discard'];
export const LEVELS: readonly Level[] = [
  'leader',
  'local',
  'bounded',
  'one',
  'two',
  'quorum',
  'all',
  'local-quorum',
  'each-quorum',
  'hint',
];
export const GUARANTEES: readonly Guarantee[] = [
  'linearizable',
  'sequential',
  'causal',
  'read-your-writes',
  'monotonic-reads',
  'bounded',
  'eventual',
];
/** These are promises to reads. */
export const READ_GUARANTEES: readonly Guarantee[] = ['read-your-writes', 'monotonic-reads', 'bounded'];
export const VERDICT_WORDS: readonly (VerdictKind | 'available')[] = [
  'ok',
  'error',
  'stale',
  'unknown',
  'conflict',
  'lost',
  'available',
];
export const UNITS = ['link', 'links', 'node', 'nodes', 'zone', 'zones', 'one-way', 'one-ways'] as const;
