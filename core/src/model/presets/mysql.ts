import type { Preset, PresetLevel } from './preset.js';

const REPLICATION = 'https://dev.mysql.com/doc/refman/8.0/en/replication.html';
const SEMISYNC = 'https://dev.mysql.com/doc/refman/8.0/en/replication-semisync.html';
const CONSISTENCY = 'https://dev.mysql.com/doc/refman/8.0/en/group-replication-consistency-guarantees.html';
const PARTITION = 'https://dev.mysql.com/doc/refman/8.0/en/group-replication-responses-failure-partition.html';

const COMMITS_ALONE: PresetLevel = {
  name: 'default',
  access: 'write',
  what: 'the source commits by itself; replicas follow',
  source: REPLICATION,
};

const READS: readonly PresetLevel[] = [
  { name: 'source', access: 'read', level: 'leader', what: 'asks the source', source: REPLICATION },
  {
    name: 'replica',
    access: 'read',
    level: 'local',
    what: 'the nearest server answers from its own copy, however old',
    source: REPLICATION,
  },
];

const ORCHESTRATOR = 'https://github.com/openark/orchestrator/blob/master/docs/topology-recovery.md';
const DURABILITY = 'https://vitess.io/docs/user-guides/configuration-basic/durability_policy/';
const VITESS_TABLETS = 'https://vitess.io/docs/concepts/tablet/';
const VITESS_SEMISYNC = 'https://vitess.io/docs/15.0/reference/features/mysql-replication/';
const REVOKES = 'https://github.com/vitessio/vitess/pull/9659';

export const mysql: readonly Preset[] = [
  {
    name: 'mysql-async',
    product: 'MySQL',
    version: '8.0 and 8.4',
    configuration: 'replication as it is by default: the first replica is the source, the others are read-only',
    clauses: 'replicate primary async failover manual\nrejoin manual',
    levels: [...READS, COMMITS_ALONE],
    plain: { read: 'source', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Replication is asynchronous by default: the source waits for no replica, and nothing promotes one by ' +
          'itself.',
        source: REPLICATION,
      },
      {
        clauses: ['rejoin'],
        rule:
          'Switching sources is done by hand, also where the old one comes back as a replica; what only it has ' +
          'is not taken out of it.',
        source: 'https://dev.mysql.com/doc/refman/8.0/en/replication-solutions-switch.html',
      },
    ],
  },
  {
    name: 'mysql-semi-sync',
    product: 'MySQL',
    version: '8.0 and 8.4 (and MariaDB 10.11)',
    configuration:
      'semisynchronous replication with one acknowledgement (rpl_semi_sync_source_wait_for_replica_count=1) ' +
      'and a timeout of 10 s, the default',
    clauses: 'replicate primary sync 1 weakens failover manual\ndetect 10s\nrejoin manual',
    levels: [
      ...READS,
      {
        name: 'default',
        access: 'write',
        what: 'one replica has logged it, or the timeout has passed',
        source: SEMISYNC,
      },
    ],
    plain: { read: 'source', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'A commit waits for one replica; after a timeout without any, the source goes over to asynchronous ' +
          'replication and says so in its log alone.',
        source: SEMISYNC,
      },
      {
        clauses: ['rejoin'],
        rule:
          'A source that failed over to a replica must not be used as a source again, and is to be discarded: it ' +
          'may have transactions that no replica acknowledged.',
        source: SEMISYNC,
      },
      { clauses: ['detect'], rule: 'rpl_semi_sync_source_timeout is 10,000 ms by default.', source: SEMISYNC },
      {
        clauses: ['replicate', 'rejoin'],
        rule:
          'With a timeout of 3 s the first write after the break waited for it, and the next ones not at all; ' +
          'after a promotion the old source could not rejoin (error 1236).',
        source: 'observed: MariaDB semi-sync, network namespaces, 2026-11',
      },
    ],
  },
  {
    name: 'mysql-orchestrator',
    product: 'MySQL with Orchestrator',
    version: '8.0 with Orchestrator 3.2',
    configuration:
      'asynchronous replication, RecoverMasterClusterFilters matches the cluster: the first replica is the source',
    clauses: 'replicate primary async failover automatic\nrejoin manual',
    levels: [...READS, COMMITS_ALONE],
    plain: { read: 'source', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Where neither it nor the replicas reach the source, a replica is promoted. Stopping the old source is ' +
          'left to hooks: where it still runs, it goes on taking writes.',
        source: ORCHESTRATOR,
      },
      {
        clauses: ['replicate'],
        rule: 'It does not fetch what the old source alone has: that is lost.',
        source: 'https://github.com/openark/orchestrator/issues/578',
      },
      {
        clauses: ['replicate'],
        rule:
          'The nodes of Orchestrator agree by Raft on who acts. The replicas and witnesses stand for them: where ' +
          'they run elsewhere, name them with `by o1, o2, o3`.',
        source: 'https://github.com/openark/orchestrator/blob/master/docs/raft.md',
      },
      {
        clauses: ['rejoin'],
        rule: 'An old source that comes back is a cluster of its own, and can be written; a person makes it a replica.',
        source: 'https://github.com/openark/orchestrator/issues/1293',
      },
    ],
  },
  {
    name: 'vitess',
    product: 'Vitess',
    version: '18 to 21',
    configuration:
      'one shard with the durability policy semi_sync, and VTOrc with --change-tablets-with-errant-gtid-to-drained: ' +
      'the first replica is the primary, rdonly tablets are observers',
    clauses: 'replicate primary sync 1 failover safe\non partition wait 1h\nrejoin manual',
    levels: [
      { name: 'primary', access: 'read', level: 'leader', what: 'asks the primary tablet', source: VITESS_TABLETS },
      {
        name: 'replica',
        access: 'read',
        level: 'local',
        what: 'the nearest tablet answers from its own copy, however old',
        source: VITESS_TABLETS,
      },
      {
        name: 'default',
        access: 'write',
        what: 'one replica tablet has it before the commit returns',
        source: DURABILITY,
      },
    ],
    plain: { read: 'primary', write: 'default' },
    rules: [
      {
        clauses: ['replicate', 'on partition'],
        rule:
          'A commit waits for one other tablet, and the timeout is so long that it never falls back to asynchronous ' +
          'replication; an hour stands for it.',
        source: VITESS_SEMISYNC,
      },
      {
        clauses: [],
        rule: 'A tablet of type rdonly does not acknowledge commits and is not promoted: write `observer c`.',
        source: VITESS_SEMISYNC,
      },
      {
        clauses: ['replicate'],
        rule:
          'An emergency reparent goes on only if enough tablets are reached that those out of reach cannot complete ' +
          'another write: that is `failover safe`, and the old primary need not step down.',
        source: REVOKES,
      },
      {
        clauses: ['rejoin'],
        rule:
          'With that flag, a tablet with transactions that the new primary has not is drained, for a person to look ' +
          'at.',
        source: 'https://github.com/vitessio/vitess/pull/13873',
      },
    ],
  },
  {
    name: 'mysql-group-replication',
    product: 'MySQL',
    version: '8.0',
    configuration:
      'Group Replication in single-primary mode, reached through a router; ' +
      'group_replication_unreachable_majority_timeout=0, the default',
    clauses: 'replicate consensus paxos\non partition wait 1h\ndetect 10s',
    levels: [
      {
        name: 'EVENTUAL',
        access: 'read',
        level: 'local',
        what: 'the member that was asked answers what it has applied, also in a minority',
        source: CONSISTENCY,
      },
      {
        name: 'BEFORE',
        access: 'read',
        level: 'quorum',
        what: "waits until everything that came before it in the group's order is applied",
        source: CONSISTENCY,
      },
      {
        name: 'EVENTUAL',
        access: 'write',
        what: 'ordered by a majority of the group before it commits',
        source: CONSISTENCY,
      },
    ],
    plain: { read: 'EVENTUAL', write: 'EVENTUAL' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'A transaction commits once a majority of the group has agreed on its place in the order, by a Paxos ' +
          'protocol.',
        source: 'https://dev.mysql.com/doc/refman/8.0/en/group-replication-fault-tolerance.html',
      },
      {
        clauses: ['on partition'],
        rule:
          'By default members in a minority stay, and what is written there blocks until they are stopped or ' +
          'connected again; an hour stands for it.',
        source: PARTITION,
      },
      {
        clauses: ['detect'],
        rule: 'A member that is silent for 5 s is suspected, and is expelled another 5 s later.',
        source: 'https://dev.mysql.com/doc/refman/8.0/en/group-replication-responses-failure.html',
      },
    ],
  },
];
