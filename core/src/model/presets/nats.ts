import type { Preset } from './preset.js';

const RAFT = 'https://github.com/nats-io/nats-server/blob/main/server/raft.go';
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
    clauses: 'replicate consensus no-prevote\non partition wait 5s',
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
        clauses: ['replicate'],
        rule:
          'A server that hears from no leader raises its term and asks for votes at once: there is no pre-vote. ' +
          'A voter with a longer log refuses it.',
        source: RAFT,
      },
      {
        clauses: ['replicate', 'on partition'],
        rule:
          'The leader cut off from one of three replicas: for up to 20 s publishes and gets were refused off and on, ' +
          'then a replica led that all reached, and all three worked. A publish at a follower that was cut off timed ' +
          'out, and some were stored after the heal; only the old leader refuses them (503).',
        source: 'observed: NATS JetStream with three replicas, network namespaces, 2026-11',
      },
      {
        clauses: ['on partition'],
        rule: 'A client waits 5 s for the acknowledgement of a publish.',
        source: 'https://github.com/nats-io/nats.go/blob/main/js.go',
      },
      {
        clauses: [],
        rule:
          'A direct get is answered by any one of the replicas, also by one that the server in reach has lost: with ' +
          'one follower cut off a third of them timed out. That is not modelled: `level direct` asks the nearest one ' +
          'in reach.',
        source: 'observed: NATS JetStream with three replicas, network namespaces, 2026-11',
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
