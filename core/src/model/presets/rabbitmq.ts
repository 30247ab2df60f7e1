import type { Preset, PresetLevel, PresetRule } from './preset.js';

const PARTITIONS = 'https://www.rabbitmq.com/docs/3.13/partitions';
const QUORUM = 'https://www.rabbitmq.com/docs/quorum-queues';
const MIRRORED = 'https://www.rabbitmq.com/docs/3.13/ha';

const OBSERVED = 'observed: RabbitMQ quorum queue, network namespaces, 2026-11';
const RA = 'https://github.com/rabbitmq/ra/blob/v2.2.0/src/ra_server.erl';
const MONITOR = 'https://github.com/rabbitmq/rabbitmq-server/blob/v3.12.0/deps/rabbit/src/rabbit_node_monitor.erl';

/** Not the quorum queue: that is consensus. */
const AGREED: PresetRule = {
  clauses: ['membership'],
  rule:
    'A node takes a peer that it misses for down, although others still see that peer, and then drops those others ' +
    'too: the cluster falls into parts in which all nodes see each other, and which parts is chance.',
  source: MONITOR,
};
const CONFIRMS: PresetRule = {
  clauses: ['membership'],
  rule:
    'A publish is confirmed when all mirrors have it; until a peer is taken for down, no confirm comes, and the ' +
    'publish may or may not be in the queue later.',
  source: MIRRORED,
};
const SIDES: readonly PresetLevel[] = [
  {
    name: 'default',
    access: 'read',
    level: 'local',
    what: 'consumes from the queue as this side of the partition has it',
    source: PARTITIONS,
  },
  {
    name: 'default',
    access: 'write',
    level: 'local',
    what: 'confirmed by the mirrors on this side of the partition',
    source: MIRRORED,
  },
];
const TICK: PresetRule = {
  clauses: ['detect'],
  rule: "A peer that can't be contacted for 60 s is taken for down.",
  source: PARTITIONS,
};
const BOTH: PresetRule = {
  clauses: ['replicate'],
  rule:
    'During a partition both sides go on by themselves, each taking the other for crashed; a mirrored queue gets ' +
    'a leader on each side.',
  source: PARTITIONS,
};

export const rabbitmq: readonly Preset[] = [
  {
    name: 'rabbitmq-quorum-queue',
    product: 'RabbitMQ',
    version: '3.8 to 4.1',
    configuration: 'one quorum queue, publisher confirms on',
    clauses: 'replicate consensus no-prevote\non partition wait 1h',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'quorum',
        what: 'deliveries and acknowledgements go through the leader and its log',
        source: QUORUM,
      },
      {
        name: 'default',
        access: 'write',
        level: 'quorum',
        what: 'confirmed once a majority of the members has it',
        source: QUORUM,
      },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'A quorum queue is a Raft group: a publish is confirmed once a majority of its members has it, and ' +
          'without a majority the queue is not available.',
        source: QUORUM,
      },
      {
        clauses: ['replicate'],
        rule:
          'A member votes for no candidate whose log is shorter than its own. The pre-vote asks for nothing else: a ' +
          'member that misses the leader deposes it with the votes of those that still hear it.',
        source: RA,
      },
      {
        clauses: ['replicate'],
        rule:
          'Only the link between the leader and a follower cut: publishes at both got no confirm for seconds, some ' +
          'of them were stored, and then a member led that all reached.',
        source: OBSERVED,
      },
      {
        clauses: [],
        rule:
          'Nodes that miss each other close further connections, until the cluster falls into parts: a node may lose ' +
          'a leader that its machine still reaches. Here it does not.',
        source: MONITOR,
      },
      {
        clauses: ['on partition'],
        rule:
          'Where no majority is in reach no confirm comes, and a publish without one may or may not be in the ' +
          'queue later; an hour stands for the wait.',
        source: QUORUM,
      },
      {
        clauses: [],
        rule: 'A publish at an isolated leader that was never confirmed was still delivered after the heal.',
        source: OBSERVED,
      },
    ],
  },
  {
    name: 'rabbitmq-ignore',
    product: 'RabbitMQ',
    version: '3.8 to 3.13',
    configuration: 'a classic mirrored queue, cluster_partition_handling = ignore (the default)',
    clauses: 'replicate any\nmembership agreed\nmerge discard\nrejoin manual\ndetect 60s',
    levels: SIDES,
    plain: { read: 'default', write: 'default' },
    rules: [
      BOTH,
      AGREED,
      CONFIRMS,
      {
        clauses: ['merge', 'rejoin'],
        rule:
          'The partition stays after the network has healed, until somebody picks the side to trust and restarts ' +
          'the others, whose changes are lost.',
        source: PARTITIONS,
      },
      TICK,
    ],
  },
  {
    name: 'rabbitmq-autoheal',
    product: 'RabbitMQ',
    version: '3.8 to 3.13',
    configuration: 'a classic mirrored queue, cluster_partition_handling = autoheal',
    clauses: 'replicate any\nmembership agreed\nmerge discard\ndetect 60s',
    levels: SIDES,
    plain: { read: 'default', write: 'default' },
    rules: [
      BOTH,
      AGREED,
      CONFIRMS,
      {
        clauses: ['merge'],
        rule:
          'When the partition ends, the side with the most clients wins, and the nodes of the others restart and ' +
          'drop what they have.',
        source: PARTITIONS,
      },
      TICK,
    ],
  },
  {
    name: 'rabbitmq-pause-minority',
    product: 'RabbitMQ',
    version: '3.8 to 3.13',
    configuration: 'a classic mirrored queue, cluster_partition_handling = pause_minority',
    clauses: 'choose CP\nreplicate any\nmembership agreed\nmerge discard\ndetect 60s',
    levels: SIDES,
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['choose', 'replicate'],
        rule:
          'A node that sees half of the nodes or fewer pauses: it closes its connections and serves nobody until ' +
          'the partition ends.',
        source: PARTITIONS,
      },
      AGREED,
      {
        clauses: ['membership'],
        rule:
          'Where only some nodes miss each other, those that saw a peer go that others still see pause, until the ' +
          'whole cluster is there again; which of them pause first, and so which go on, is chance.',
        source: 'https://github.com/rabbitmq/rabbitmq-server/issues/1161',
      },
      {
        clauses: [],
        rule:
          'Paused nodes count for the majority while their machines answer, so fewer than half have gone on (3 of ' +
          '7); here only a view of a majority goes on.',
        source: 'https://github.com/rabbitmq/rabbitmq-server/issues/1667',
      },
      CONFIRMS,
      {
        clauses: ['merge'],
        rule: 'A paused node drops what only it has when it joins the others again; none of that was confirmed.',
        source: MIRRORED,
      },
      TICK,
    ],
  },
];
