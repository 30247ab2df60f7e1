import type { WordRow } from './word.js';

/** What the heal does with writes that did not know of each other: `merge lww`. */
export const MERGE_RULE_WORDS = {
  manual: { meaning: 'Conflicting writes wait for a person or a job to reconcile them.' },
  lww: { meaning: 'Last write wins: of two acknowledged writes one is thrown away.' },
  crdt: {
    meaning: 'The data type merges both. An invariant over the merged value may still break.',
    source: 'Shapiro et al., SSS 2011',
  },
  discard: {
    meaning: 'One side wins the heal, and what only the others have is thrown away.',
    source: 'RabbitMQ, autoheal',
  },
  siblings: { meaning: 'Both stay until a reader merges them.', source: 'DeCandia et al., Dynamo, SOSP 2007' },
} satisfies Record<string, WordRow>;
