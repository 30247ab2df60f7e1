import type { Preset, PresetLevel, PresetRule } from './preset.js';

const STANDBY = 'https://www.postgresql.org/docs/15/warm-standby.html';
const WAL = 'https://www.postgresql.org/docs/15/runtime-config-wal.html';
const HOT = 'https://www.postgresql.org/docs/15/hot-standby.html';

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

export const postgresql: readonly Preset[] = [
  {
    name: 'postgresql-async',
    product: 'PostgreSQL',
    version: '15',
    configuration:
      'streaming replication, synchronous_standby_names empty: the first replica is the primary, the others ' +
      'are hot standbys',
    clauses: 'replicate primary async failover manual\nrejoin manual',
    levels: [
      ...READS,
      { name: 'default', access: 'write', what: 'the primary commits by itself; standbys follow', source: STANDBY },
    ],
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
