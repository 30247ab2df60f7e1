import type { Preset } from './preset.js';

const READS = 'https://cloud.google.com/spanner/docs/reads';
const BOUNDS = 'https://cloud.google.com/spanner/docs/timestamp-bounds';
const REPLICATION = 'https://cloud.google.com/spanner/docs/replication';

export const spanner: readonly Preset[] = [
  {
    name: 'spanner',
    product: 'Google Cloud Spanner',
    version: '(the service of 2025)',
    configuration: 'the replicas of one split: read-write replicas hold data, a witness replica is a witness',
    clauses: 'replicate consensus paxos',
    levels: [
      {
        name: 'strong',
        access: 'read',
        level: 'quorum',
        what: 'sees everything that was committed before it began',
        source: READS,
      },
      {
        name: 'max_staleness=15s',
        access: 'read',
        level: 'bounded',
        boundMs: 15_000,
        what: 'the nearest replica answers if it is no more than 15 s behind',
        source: BOUNDS,
      },
      {
        name: 'max_staleness=60s',
        access: 'read',
        level: 'bounded',
        boundMs: 60_000,
        what: 'the nearest replica answers if it is no more than 60 s behind',
        source: BOUNDS,
      },
      { name: 'default', access: 'write', what: 'committed by a majority of the voting replicas', source: REPLICATION },
    ],
    plain: { read: 'strong', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'The replicas of a split elect a leader by Paxos, and a write is committed once a majority of the ' +
          'voting replicas agrees; witness replicas vote and serve no reads.',
        source: REPLICATION,
      },
      {
        clauses: [],
        rule: 'A stale read is served by any replica that has caught up to its timestamp.',
        source: READS,
      },
    ],
  },
];
