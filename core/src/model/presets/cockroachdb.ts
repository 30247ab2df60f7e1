import type { Preset } from './preset.js';

const READS = 'https://www.cockroachlabs.com/docs/stable/follower-reads';
const LAYER = 'https://www.cockroachlabs.com/docs/stable/architecture/replication-layer';

export const cockroachdb: readonly Preset[] = [
  {
    name: 'cockroachdb',
    product: 'CockroachDB',
    version: '23.2 to 24.1',
    configuration: 'the replicas of one range, all of them voters; clocks within the allowed offset',
    clauses: 'replicate consensus\ndetect 60s',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'quorum',
        what: 'the leaseholder answers, which no other replaces before its lease is over',
        source: LAYER,
      },
      {
        name: "with_max_staleness('10s')",
        access: 'read',
        level: 'bounded',
        boundMs: 10_000,
        what: 'the nearest replica answers if it is no more than 10 s behind',
        source: READS,
      },
      {
        name: "with_max_staleness('30s')",
        access: 'read',
        level: 'bounded',
        boundMs: 30_000,
        what: 'the nearest replica answers if it is no more than 30 s behind',
        source: READS,
      },
      { name: 'default', access: 'write', what: 'a majority of the voters has it in its log', source: LAYER },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'A range is a Raft group: a write needs a majority of its replicas, and without one the range is ' +
          'unavailable.',
        source: LAYER,
      },
      {
        clauses: ['replicate'],
        rule:
          'PreVote and CheckQuorum are on by default since 23.2; before, a replica that missed the leader could take ' +
          'the leadership from it.',
        source: 'https://github.com/cockroachdb/cockroach/pull/104042',
      },
      {
        clauses: ['detect'],
        rule:
          "Requests to a range without a majority hang until a replica's circuit breaker trips, 60 s by default, " +
          'and are refused at once from then on.',
        source: LAYER,
      },
      {
        clauses: [],
        rule:
          'A bounded staleness read is served by a replica whose closed timestamp lies within the bound; beyond ' +
          'it, the read goes to the leaseholder or fails.',
        source: READS,
      },
    ],
  },
];
