import type { Preset } from './preset.js';

const WRITES = 'https://www.mongodb.com/docs/manual/reference/write-concern/';
const DEFAULTS = 'https://www.mongodb.com/docs/manual/reference/mongodb-defaults/';
const STALENESS = 'https://www.mongodb.com/docs/manual/core/read-preference-staleness/';
const READS = 'https://www.mongodb.com/docs/manual/core/read-preference/';

export const mongodb: readonly Preset[] = [
  {
    name: 'mongodb',
    product: 'MongoDB',
    version: '5.0 to 8.0',
    configuration:
      'a replica set: the first replica is the primary, a witness is an arbiter; default timers ' +
      '(electionTimeoutMillis 10 s)',
    clauses: 'replicate primary step-down failover automatic raft\non partition wait 30s\ndetect 12s',
    levels: [
      {
        name: 'primary',
        access: 'read',
        level: 'leader',
        what: 'the primary answers what it has, which may yet be rolled back',
        source: READS,
      },
      {
        name: 'nearest',
        access: 'read',
        level: 'local',
        what: 'the nearest member answers from its own copy',
        source: READS,
      },
      {
        name: 'secondary',
        access: 'read',
        level: 'local',
        what: 'one member answers from its own copy; that it is not the primary is not modelled',
        source: READS,
      },
      {
        name: 'secondaryPreferred',
        access: 'read',
        level: 'local',
        what: 'as `secondary`, or the primary where no secondary is available',
        source: READS,
      },
      {
        name: 'maxStalenessSeconds=90',
        access: 'read',
        level: 'local',
        what:
          'as `nearest` or `secondary`: the driver leaves out members that lag 90 s after the primary; where it ' +
          'knows of no primary, after the freshest secondary, so that a member that is cut off answers without a bound',
        source: STALENESS,
      },
      { name: 'w: 1', access: 'write', level: 'one', what: 'the primary alone acknowledges', source: WRITES },
      {
        name: 'w: 2',
        access: 'write',
        level: 'two',
        what: 'the primary and one secondary acknowledge',
        source: WRITES,
      },
      {
        name: 'w: majority',
        access: 'write',
        level: 'quorum',
        what: 'a majority has it: of three data-bearing members two; with an arbiter and two data-bearing members both',
        source: WRITES,
      },
    ],
    plain: { read: 'primary', write: 'w: majority' },
    plainWithFewCopies: { read: 'primary', write: 'w: 1' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          "A primary takes the writes; where the others can't reach it for electionTimeoutMillis, a majority of " +
          'the votes elects another.',
        source: 'https://www.mongodb.com/docs/manual/replication/',
      },
      {
        clauses: ['replicate'],
        rule: 'A primary that sees no majority of the set steps down to a secondary, and refuses writes from then on.',
        source: 'https://www.mongodb.com/docs/manual/core/replica-set-elections/',
      },
      {
        clauses: ['replicate'],
        rule:
          'A member votes for no candidate whose log is older than its own: `raft`. So with four voters or more a ' +
          'partial cut may leave a majority in which nobody is elected.',
        source: 'https://github.com/mongodb/mongo/blob/v8.0/src/mongo/db/repl/topology_coordinator.cpp',
      },
      {
        clauses: ['replicate'],
        rule: 'A secondary refuses writes, and reads with the read preference `primary`.',
        source: READS,
      },
      {
        clauses: [],
        rule:
          'What a primary took and no majority has is rolled back when it rejoins after another one was elected; ' +
          '`w: majority` prevents it.',
        source: 'https://www.mongodb.com/docs/manual/core/replica-set-rollbacks/',
      },
      {
        clauses: ['on partition'],
        rule: "A write concern that can't be fulfilled blocks, for as long as wtimeout says or without end.",
        source: WRITES,
      },
      {
        clauses: ['on partition'],
        rule: 'A driver looks 30 s for a primary before it gives up.',
        source: 'https://github.com/mongodb/specifications/blob/master/source/server-selection/server-selection.md',
      },
      {
        clauses: ['detect'],
        rule:
          'electionTimeoutMillis is 10 s by default; until another primary is elected, 12 s should not typically be ' +
          'exceeded in the median.',
        source: 'https://www.mongodb.com/docs/manual/core/replica-set-elections/',
      },
      {
        clauses: [],
        rule:
          'The default write concern is `w: majority`, but `w: 1` where an arbiter leaves no more data-bearing ' +
          'members than a majority of the votes, as in a set of two and an arbiter.',
        source: DEFAULTS,
      },
      {
        clauses: [],
        rule:
          'Reads have the read concern `local`, which is the default, or `available`, which is the same where ' +
          'nothing is sharded. `majority` and `snapshot` show only what a majority has, and `linearizable` waits ' +
          'until a majority confirms the primary; these three have no counterpart: of them, a dirty read is too much ' +
          'said.',
        source: 'https://www.mongodb.com/docs/manual/reference/read-concern/',
      },
      {
        clauses: [],
        rule:
          'The read preference `primaryPreferred` has no counterpart: the primary answers, and a secondary where it ' +
          'is unavailable. Write both levels as two operations.',
        source: READS,
      },
    ],
  },
];
