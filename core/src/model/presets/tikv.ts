import type { Preset } from './preset.js';

const CONFIGURATION = 'https://docs.pingcap.com/tidb/stable/tikv-configuration-file';
const FOLLOWERS = 'https://docs.pingcap.com/tidb/stable/follower-read';
const STALE = 'https://docs.pingcap.com/tidb/stable/tidb-read-staleness';

export const tikv: readonly Preset[] = [
  {
    name: 'tikv',
    product: 'TiKV',
    version: '5.4 and later',
    configuration:
      'the replicas of one Region, reached through TiDB, with the placement driver and all clocks in reach',
    clauses: 'replicate consensus\ndetect 10s',
    levels: [
      {
        name: 'leader',
        access: 'read',
        level: 'quorum',
        what: 'the leader answers, which no other replaces before its lease is over',
        source: FOLLOWERS,
      },
      {
        name: 'follower',
        access: 'read',
        level: 'quorum',
        what: 'a follower answers after the leader has told it how far the log is committed',
        source: FOLLOWERS,
      },
      {
        name: 'tidb_read_staleness=-5',
        access: 'read',
        level: 'bounded',
        boundMs: 5000,
        what: 'the nearest replica answers what it had up to 5 s ago; one that lags further refuses',
        source: STALE,
      },
      {
        name: 'default',
        access: 'write',
        what: 'a majority of the voters of the Region has it',
        source: CONFIGURATION,
      },
    ],
    plain: { read: 'leader', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule: 'Each Region is a Raft group; its leader serves reads and writes.',
        source: 'https://docs.pingcap.com/tidb/stable/tidb-storage',
      },
      {
        clauses: ['replicate'],
        rule: 'PreVote is on by default (raftstore.prevote).',
        source: CONFIGURATION,
      },
      {
        clauses: ['replicate'],
        rule: 'A voter refuses a candidate whose log is not as up to date as its own, also before an election.',
        source: 'https://github.com/tikv/raft-rs/blob/master/src/raft.rs',
      },
      {
        clauses: ['detect'],
        rule: 'A follower stands for election after raft-election-timeout-ticks, 10 by default, of 1 s each.',
        source: CONFIGURATION,
      },
    ],
  },
];
