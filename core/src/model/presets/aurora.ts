import type { Preset } from './preset.js';

const AVAILABILITY =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html';
const QUORUM = 'https://aws.amazon.com/blogs/database/amazon-aurora-under-the-hood-quorum-and-correlated-failure/';
const READS = 'https://aws.amazon.com/blogs/database/amazon-aurora-under-the-hood-quorum-reads-and-mutating-state/';
const REPLICAS = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html';
const GLOBAL =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html';

export const aurora: readonly Preset[] = [
  {
    name: 'aurora',
    product: 'Amazon Aurora',
    version: 'MySQL and PostgreSQL (the service of 2025)',
    configuration:
      'one cluster in three Availability Zones: each replica is a zone with two of the six storage nodes and an ' +
      'instance; the service that watches the instances reaches what more than half of the zones reach',
    clauses: 'replicate consensus paxos\ndetect 60s',
    levels: [
      {
        name: 'writer',
        access: 'read',
        level: 'leader',
        what: 'the cluster endpoint: the writer answers, without asking the storage nodes for a quorum',
        source: READS,
      },
      {
        name: 'reader',
        access: 'read',
        level: 'local',
        what: 'the reader endpoint: an instance answers that lags behind the writer, usually much less than 100 ms',
        source: REPLICAS,
      },
      { name: 'default', access: 'write', what: 'four of the six storage nodes have it', source: QUORUM },
    ],
    plain: { read: 'writer', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Six copies are spread over three zones, two in each; a write needs four of them, so it goes on without ' +
          'one zone and not without two.',
        source: QUORUM,
      },
      {
        clauses: ['replicate'],
        rule:
          'All instances share the volume, so a reader that is promoted lacks nothing that was acknowledged. It ' +
          'takes over by itself when the writer fails.',
        source: AVAILABILITY,
      },
      {
        clauses: ['detect'],
        rule: 'After a failure the service is back in less than 120 s, and often in less than 60 s.',
        source: AVAILABILITY,
      },
    ],
  },
  {
    name: 'aurora-global',
    product: 'Amazon Aurora Global Database',
    version: '(the service of 2025)',
    configuration:
      'each replica is the cluster of one Region, the first one being the primary; rds.global_db_rpo not set, ' +
      'without write forwarding',
    clauses: 'replicate primary async failover manual',
    levels: [
      {
        name: 'primary',
        access: 'read',
        level: 'leader',
        what: 'asks the cluster of the primary Region',
        source: GLOBAL,
      },
      {
        name: 'secondary',
        access: 'read',
        level: 'local',
        what: 'the nearest Region answers, however far it lags behind',
        source: GLOBAL,
      },
      { name: 'default', access: 'write', what: 'the cluster of the primary Region has it', source: GLOBAL },
    ],
    plain: { read: 'primary', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'The storage of the primary Region is copied to the others with a lag. When it fails, a person detaches ' +
          'one of them and promotes it; what had not arrived there is lost, usually seconds of writes.',
        source: GLOBAL,
      },
      {
        clauses: [],
        rule: 'What such a promotion loses is asked with `any 1 destroyed zone`: no other fault promotes anybody here.',
        source: GLOBAL,
      },
    ],
  },
];
