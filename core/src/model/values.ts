import { VERDICTS, type VerdictKind } from '../base/harm.js';
import type { Choice, Guarantee, Level, MergeRule } from './model.js';

/**
 * The words that stand for values. None of them is a keyword: a new one is a line here and a row in the table that
 * gives it a meaning.
 */
export const CHOICES: readonly Choice[] = ['CP', 'AP'];
export const REACTIONS = ['error', 'wait'] as const;
export const MEMBERSHIPS = ['agreed'] as const;
export const REJOINS = ['automatic', 'manual'] as const;
export const MERGE_RULES: readonly MergeRule[] = ['lww', 'crdt', 'siblings', 'manual', 'discard'];
export const LEVELS: readonly Level[] = [
  'leader',
  'local',
  'bounded',
  'any',
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
export const VERDICT_WORDS: readonly (VerdictKind | 'available')[] = [...VERDICTS, 'available'];
/** What may be accepted. */
export const ACCEPTABLE: readonly VerdictKind[] = VERDICTS.filter((verdict) => verdict !== 'ok');
/** What faults are counted in; some of several words. */
export const UNITS = [
  'link',
  'links',
  'node',
  'nodes',
  'zone',
  'zones',
  'one-way',
  'one-ways',
  'pair',
  'pairs',
  'isolated node',
  'isolated nodes',
  'zone apart',
  'zones apart',
  'destroyed node',
  'destroyed nodes',
  'destroyed zone',
  'destroyed zones',
] as const;
