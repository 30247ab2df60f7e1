import type { Preset, PresetLevel, PresetRule } from './preset.js';

const STANDBY = 'https://www.postgresql.org/docs/15/warm-standby.html';
const WAL = 'https://www.postgresql.org/docs/15/runtime-config-wal.html';
const HOT = 'https://www.postgresql.org/docs/15/hot-standby.html';

const COMMITS_ALONE: PresetLevel = {
  name: 'default',
  access: 'write',
  what: 'the primary commits by itself; standbys follow',
  source: STANDBY,
};

const READS: readonly PresetLevel[] = [
  { name: 'primary', access: 'read', level: 'leader', what: 'asks the primary', source: STANDBY },
  {
    name: 'standby',
    access: 'read',
    level: 'local',
    what: 'the nearest server answers from its own copy, however old',
    source: HOT,
  },
];

const NO_FAILOVER: PresetRule = {
  clauses: ['replicate'],
  rule:
    'PostgreSQL does not notice by itself that the primary is gone: an operator or a tool promotes a standby. ' +
    'With one write `replicate primary a … failover automatic`.',
  source: 'https://www.postgresql.org/docs/15/warm-standby-failover.html',
};

const NO_REJOIN: PresetRule = {
  clauses: ['rejoin'],
  rule:
    'After a promotion the histories have forked: the old primary comes back as a standby when somebody has run ' +
    'pg_rewind or made it anew from a backup.',
  source: 'https://www.postgresql.org/docs/15/app-pgrewind.html',
};

const PATRONI = 'https://patroni.readthedocs.io/en/latest/replication_modes.html';
const PATRONI_DCS = 'https://patroni.readthedocs.io/en/latest/dynamic_configuration.html';

const ELECTED: PresetRule = {
  clauses: ['replicate'],
  rule:
    'A standby is promoted when it gets the leader lock in the configuration store (etcd, Consul, ZooKeeper), and a ' +
    'primary that cannot renew the lock is demoted to read-only before it expires. The replicas and witnesses stand ' +
    'for the members of that store: ' +
    'where they run elsewhere, name them with `by e1, e2, e3`.',
  source: 'https://patroni.readthedocs.io/en/latest/dcs_failsafe_mode.html',
};

const TTL: PresetRule = {
  clauses: ['detect'],
  rule: 'The leader lock expires after `ttl`, 30 s by default.',
  source: PATRONI_DCS,
};

export const postgresql: readonly Preset[] = [
  {
    name: 'postgresql-async',
    product: 'PostgreSQL',
    version: '15',
    configuration:
      'streaming replication, synchronous_standby_names empty: the first replica is the primary, the others ' +
      'are hot standbys',
    clauses: 'replicate primary async failover manual\nrejoin manual',
    levels: [...READS, COMMITS_ALONE],
    plain: { read: 'primary', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Streaming replication is asynchronous by default: what the primary committed and has not shipped is ' +
          'lost if it crashes and a standby is promoted.',
        source: STANDBY,
      },
      NO_FAILOVER,
      NO_REJOIN,
      {
        clauses: ['replicate'],
        rule:
          'Primary cut off: it went on, a standby refused writes and answered old values; after a promotion the ' +
          "primary's later writes were on a history of their own.",
        source: 'observed: PostgreSQL 15, network namespaces, 2026-11',
      },
    ],
  },
  {
    name: 'postgresql-patroni',
    product: 'PostgreSQL with Patroni',
    version: '15 with Patroni 3 and 4',
    configuration:
      'synchronous_mode off, the default; the first replica is the primary, and clients find it by the health check ' +
      'of Patroni',
    clauses: 'replicate primary async step-down failover automatic\ndetect 30s\nrejoin manual',
    levels: [...READS, COMMITS_ALONE],
    plain: { read: 'primary', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'In asynchronous mode a failover may lose transactions that were committed and had not reached the standby ' +
          'that is promoted: at worst maximum_lag_on_failover, and what was written within `ttl`.',
        source: PATRONI,
      },
      ELECTED,
      TTL,
      NO_REJOIN,
    ],
  },
  {
    name: 'postgresql-patroni-sync',
    product: 'PostgreSQL with Patroni',
    version: '15 with Patroni 4',
    configuration:
      'synchronous_mode quorum, synchronous_mode_strict on, synchronous_node_count 1; the first replica is the primary',
    clauses: 'replicate primary sync 1 step-down failover safe\non partition wait 1h\ndetect 30s\nrejoin manual',
    levels: [
      ...READS,
      { name: 'on', access: 'write', what: 'one standby has flushed it before the commit returns', source: WAL },
      { name: 'local', access: 'write', level: 'one', what: 'the primary alone has flushed it', source: WAL },
    ],
    plain: { read: 'primary', write: 'on' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'In synchronous mode a standby is promoted only if it certainly has every transaction whose commit was ' +
          'reported to a client: that is `failover safe`.',
        source: PATRONI,
      },
      {
        clauses: ['replicate', 'on partition'],
        rule:
          'With synchronous_mode_strict the primary does not go on alone where no synchronous standby is left: its ' +
          'commits wait. An hour stands for it.',
        source: PATRONI,
      },
      {
        clauses: [],
        rule: 'With `synchronous_mode: on` one standby is the synchronous one, by name: write `sync b`.',
        source: PATRONI,
      },
      ELECTED,
      TTL,
      NO_REJOIN,
    ],
  },
  {
    name: 'postgresql-sync',
    product: 'PostgreSQL',
    version: '15',
    configuration:
      "synchronous_standby_names = 'ANY 1 (…)' with all standbys, synchronous_commit = on: the first replica " +
      'is the primary',
    clauses: 'replicate primary sync 1 failover manual\non partition wait 1h\nrejoin manual',
    levels: [
      ...READS,
      { name: 'on', access: 'write', what: 'one standby has flushed it before the commit returns', source: WAL },
      {
        name: 'remote_apply',
        access: 'write',
        what: 'one standby has applied it before the commit returns',
        source: WAL,
      },
      {
        name: 'remote_write',
        access: 'write',
        what: 'one standby has received it before the commit returns',
        source: WAL,
      },
      { name: 'local', access: 'write', level: 'one', what: 'the primary alone has flushed it', source: WAL },
    ],
    plain: { read: 'primary', write: 'on' },
    rules: [
      {
        clauses: ['replicate'],
        rule: 'A commit waits until as many standbys as `ANY 1` says have confirmed it, whichever they are.',
        source: STANDBY,
      },
      {
        clauses: ['on partition'],
        rule:
          'Without enough standbys the commit waits without end, and is there anyway if the server ' +
          'restarts meanwhile; an hour stands for it.',
        source: STANDBY,
      },
      NO_FAILOVER,
      NO_REJOIN,
      {
        clauses: ['on partition'],
        rule:
          'One standby cut: commits worked and that standby read old values; both cut: the write hung, and ' +
          'committed after the heal.',
        source: 'observed: PostgreSQL 15, ANY 1 (b, c), network namespaces, 2026-11',
      },
    ],
  },
];
