import type { Merge } from './merge.js';

/** A person or a job reconciles; until then the store has two truths. */
export const manual: Merge = { atHeal: () => 'both wait for a person or a job to decide' };
