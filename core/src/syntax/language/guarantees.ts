import type { WordRow } from './word.js';

/** What a caller relies on: `needs linearizable`. */
export const GUARANTEE_WORDS = {
  bounded: { meaning: 'No older than a bound.' },
  linearizable: {
    meaning: 'As if there were one copy, and each operation happened at one moment between call and answer.',
    source: 'Herlihy and Wing, TOPLAS 1990',
  },
  sequential: { meaning: "One order for all, which keeps each client's own order.", source: 'Lamport, 1979' },
  causal: { meaning: 'Nobody sees an effect without its cause.', source: 'Ahamad et al., 1995; Mahajan et al., 2011' },
  'read-your-writes': { meaning: 'A client sees its own earlier writes.', source: 'Terry et al., PDIS 1994' },
  'monotonic-reads': { meaning: 'A client never sees an older value than before.', source: 'Terry et al., PDIS 1994' },
  eventual: { meaning: 'Without new writes, all copies become equal.', source: 'Vogels, CACM 2009' },
} satisfies Record<string, WordRow>;
