import type { Preset } from './preset.js';

const KEEPER = 'https://clickhouse.com/docs/guides/sre/keeper/clickhouse-keeper';
const DISPATCHER = 'https://github.com/ClickHouse/ClickHouse/blob/master/src/Coordination/KeeperDispatcher.cpp';

export const clickhouse: readonly Preset[] = [
  {
    name: 'clickhouse-keeper',
    product: 'ClickHouse Keeper',
    version: '23.3 and later',
    configuration:
      'three or five servers, quorum_reads off, default timers (heart_beat_interval_ms 500, leadership_expiry_ms 0)',
    clauses: 'replicate consensus\ndetect 10s',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'bounded',
        boundMs: 10_000,
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
        rule:
          'A leader that hears from no majority steps down after leadership_expiry_ms; where that is 0, after 20 ' +
          'heartbeats of 500 ms. Until then its server goes on answering reads.',
        source: 'https://github.com/eBay/NuRaft/blob/master/src/raft_server.cxx',
      },
      {
        clauses: [],
        rule:
          'A follower stands for election 1 to 2 s after the last heartbeat. With leadership_expiry_ms at 1 s or ' +
          'less the old leader is gone by then.',
        source: 'https://github.com/ClickHouse/ClickHouse/blob/master/src/Coordination/CoordinationSettings.cpp',
      },
    ],
  },
];
