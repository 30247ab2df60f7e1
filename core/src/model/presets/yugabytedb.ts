import type { Preset } from './preset.js';

const REPLICATION = 'https://docs.yugabyte.com/stable/architecture/docdb-replication/replication/';
const FOLLOWERS = 'https://docs.yugabyte.com/stable/additional-features/follower-reads/';

export const yugabytedb: readonly Preset[] = [
  {
    name: 'yugabytedb',
    product: 'YugabyteDB',
    version: '2.14 and later',
    configuration: 'the peers of one tablet, default timers (raft_heartbeat_interval_ms 500)',
    clauses: 'replicate consensus\ndetect 3s',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'quorum',
        what: 'the tablet leader answers, which no other replaces before its lease is over',
        source: REPLICATION,
      },
      {
        name: 'yb_read_from_followers',
        access: 'read',
        level: 'bounded',
        boundMs: 30_000,
        what: 'the nearest peer answers what it had 30 s ago (yb_follower_read_staleness_ms)',
        source: FOLLOWERS,
      },
      {
        name: 'ONE',
        access: 'read',
        level: 'bounded',
        boundMs: 10_000,
        what: 'YCQL: the nearest peer answers if it is no more than 10 s behind (max_stale_read_bound_time_ms)',
        source: FOLLOWERS,
      },
      { name: 'default', access: 'write', what: 'a majority of the peers of the tablet has it', source: REPLICATION },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'The peers of a tablet are a Raft group: its leader takes the writes and replicates them to a majority ' +
          'before it acknowledges them.',
        source: REPLICATION,
      },
      {
        clauses: [],
        rule:
          'A follower that lags further rejects the read, which then goes to the leader. That second try is not ' +
          'modelled: here the read is refused.',
        source: 'https://docs.yugabyte.com/explore/tunable-reads',
      },
      {
        clauses: ['detect'],
        rule: 'A leader counts as failed after 6 missed heartbeats of 500 ms; another is elected in about 3 s.',
        source: 'https://docs.yugabyte.com/stable/reference/configuration/yb-tserver/',
      },
    ],
  },
];
