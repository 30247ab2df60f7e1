import type { Preset } from './preset.js';

const ADR_31 = 'https://github.com/nats-io/nats-architecture-and-design/blob/main/adr/ADR-31.md';
const OBSERVED = 'observed: NATS JetStream with three replicas, network namespaces, 2026-11';
const RAFT = 'https://github.com/nats-io/nats-server/blob/main/server/raft.go';
const STREAM = 'https://github.com/nats-io/nats-server/blob/v2.9.10/server/stream.go';
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
    clauses: 'replicate consensus no-prevote step-down\non partition wait 5s',
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
        level: 'any',
        what: 'a direct get (AllowDirect): any one of the replicas answers from its own copy, with a leader or without',
        source: ADR_31,
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
        clauses: ['replicate'],
        rule:
          'The leader cut off from one of three replicas: publishes and gets were refused off and on, for up to 20 s ' +
          'until a replica led that all reached, and in one run for more than 40 s.',
        source: OBSERVED,
      },
      {
        clauses: ['replicate', 'on partition'],
        rule:
          'A publish at a follower that is cut off times out, and some were stored after the heal. The old leader ' +
          'refuses at once (503), and a client that may go on to another server does: `step-down`.',
        source: OBSERVED,
      },
      {
        clauses: ['replicate'],
        rule:
          'The leader alone subscribes to the subjects of a stream. A server that knows of no subscription answers a ' +
          'publish at once (503): where the leader that it reaches has stepped down, and where the leader was stopped.',
        source: STREAM,
      },
      {
        clauses: ['on partition'],
        rule: 'A client waits 5 s for the acknowledgement of a publish.',
        source: 'https://github.com/nats-io/nats.go/blob/main/js.go',
      },
      {
        clauses: [],
        rule:
          'All replicas answer direct gets, as one queue group, and without read-after-write coherency. Key-value ' +
          'buckets ask for them.',
        source: ADR_31,
      },
      {
        clauses: [],
        rule:
          'A direct get goes to any replica, also to one that the server in reach has lost: with one follower cut ' +
          'off a third of them timed out.',
        source: OBSERVED,
      },
      {
        clauses: [],
        rule:
          'Three replicas, the leader cut off: a publish there timed out first and was refused later (503), a ' +
          'get from the leader was refused, a direct get answered old values.',
        source: OBSERVED,
      },
    ],
  },
];
