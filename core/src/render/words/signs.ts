import type { VerdictKind } from '../../base/harm.js';

/** Beside the word of a verdict, so that nothing is told by colour alone. */
export const SIGNS: Readonly<Record<VerdictKind | 'not known', string>> = {
  ok: '✓',
  error: '✕',
  stale: '◷',
  dirty: '◌',
  unknown: '?',
  partial: '½',
  conflict: '≠',
  lost: '∅',
  'not known': '…',
};
