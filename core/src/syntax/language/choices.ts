import type { WordRow } from './word.js';

/** What gives way when the network breaks: `choose CP`. */
export const CHOICE_WORDS = {
  CP: {
    meaning: "When the replicas that must take part can't be reached, refuse: consistent, not available.",
    source: 'Gilbert and Lynch, SIGACT News 2002',
  },
  AP: {
    meaning: 'Answer from what can be reached: available, perhaps stale or in conflict.',
    source: 'Gilbert and Lynch, SIGACT News 2002',
  },
} satisfies Record<string, WordRow>;
