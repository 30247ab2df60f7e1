import type { Preset } from './preset.js';

const CLUSTERING = 'https://docs.nats.io/jetstream/clustering';
const GET = 'https://docs.nats.io/learn/jetstream/get-direct.md';
const R3 = 'https://docs.nats.io/learn/clustering/replication-and-r3.md';

export const nats: readonly Preset[] = [
  {
    name: 'nats-jetstream',
    product: 'NATS JetStream',
    version: '2.9 to 2.11',
    configuration:
      'a stream with three or five replicas and allow_direct off; key-value buckets have it on: say `level direct`',
    clauses: 'replicate consensus',
    levels: [
      {
        name: 'leader',
        access: 'read',
        level: 'leader',
        what: 'a get without direct access: the leader of the stream answers by its own word',
        source: GET,
      },
      {
        name: 'direct',
        access: 'read',
        level: 'local',
        what: 'a direct get (AllowDirect): any replica answers from its own copy',
        source: GET,
      },
      {
        name: 'default',
        access: 'write',
        what: 'a majority of the replicas has it before the publish is acknowledged',
        source: R3,
      },
    ],
    plain: { read: 'leader', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule: 'Each replicated stream is a Raft group of its own; new messages need a quorum of its servers.',
        source: CLUSTERING,
      },
      {
        clauses: [],
        rule:
          'Three replicas, the leader cut off: a publish there timed out first and was refused later (503), a ' +
          'get from the leader was refused, a direct get answered old values.',
        source: 'observed: NATS JetStream with three replicas, network namespaces, 2026-11',
      },
    ],
  },
];
