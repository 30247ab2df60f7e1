import type { WordRow } from './word.js';

/** How many replicas take part in a step, or which: `level quorum`. */
export const LEVEL_WORDS = {
  quorum: { meaning: 'A majority of the replicas takes part.' },
  leader: {
    meaning: 'The leader or primary answers and asks no other replica: stale while a deposed one has not noticed.',
  },
  bounded: {
    meaning: 'One copy, as long as it follows the leader or primary; refused beyond the bound: `level bounded 5s`.',
  },
  local: { meaning: 'The nearest reachable replica answers and asks no other.' },
  any: {
    meaning:
      'Any one copy answers: the asked replica passes the read on, and nobody answers where that copy is out of ' +
      'its reach.',
    source: 'NATS, direct get',
  },
  one: { meaning: 'One replica is enough.' },
  two: { meaning: 'Two replicas take part.' },
  all: { meaning: 'Every replica takes part: one cut is enough to refuse.' },
  'local-quorum': { meaning: "A majority of the replicas in the coordinator's zone." },
  hint: {
    meaning:
      'Of a write: a hint that the coordinator keeps for the replicas out of reach is enough. No client can ' +
      'read it before it is handed over.',
    source: 'Cassandra, ANY',
  },
  'each-quorum': { meaning: 'A majority of the replicas in every zone.' },
} satisfies Record<string, WordRow>;
