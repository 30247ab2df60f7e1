import type { Preset } from './preset.js';

const KEEPER = 'https://clickhouse.com/docs/guides/sre/keeper/clickhouse-keeper';
const DISPATCHER = 'https://github.com/ClickHouse/ClickHouse/blob/master/src/Coordination/KeeperDispatcher.cpp';

export const clickhouse: readonly Preset[] = [
  {
    name: 'clickhouse-keeper',
    product: 'ClickHouse Keeper',
    version: '23.3 and later',
    configuration: 'three or five servers, quorum_reads off, default timers (election_timeout_upper_bound_ms 2000)',
    clauses: 'replicate consensus\ndetect 2s',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'bounded',
        boundMs: 2000,
        what: 'the server of the session answers from its own copy, as long as it knows a leader',
        source: DISPATCHER,
      },
      {
        name: 'quorum_reads',
        access: 'read',
        level: 'quorum',
        what: 'with quorum_reads on, a read goes through the log as a write does',
        source: KEEPER,
      },
      { name: 'default', access: 'write', what: 'committed by a majority of the servers', source: KEEPER },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Keeper speaks the protocol of ZooKeeper to its clients, but its servers run Raft. Writes are ' +
          'linearizable, reads are not by default.',
        source: KEEPER,
      },
      {
        clauses: [],
        rule: 'A server that knows no leader answers reads and writes with a lost connection.',
        source: DISPATCHER,
      },
      {
        clauses: ['detect'],
        rule: 'A follower stands for election 1 to 2 s after the last heartbeat.',
        source: 'https://github.com/ClickHouse/ClickHouse/blob/master/src/Coordination/CoordinationSettings.cpp',
      },
    ],
  },
];
