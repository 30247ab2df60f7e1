import type { Preset, PresetLevel, PresetRule } from './preset.js';

const PARTITIONS = 'https://www.rabbitmq.com/docs/3.13/partitions';
const QUORUM = 'https://www.rabbitmq.com/docs/quorum-queues';
const MIRRORED = 'https://www.rabbitmq.com/docs/3.13/ha';

const AS_IF_ALONE: PresetRule = {
  clauses: [],
  rule:
    'While the network is whole the queue has one leader, which is not modelled: the lag that is reported there, ' +
    "from one replica to the other, is not RabbitMQ's.",
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
    clauses: 'replicate consensus\non partition wait 1h',
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
        rule: 'A member votes for no candidate whose log is shorter than its own.',
        source: 'https://github.com/rabbitmq/ra/blob/main/src/ra_server.erl',
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
        source: 'observed: RabbitMQ quorum queue, network namespaces, 2026-11',
      },
    ],
  },
  {
    name: 'rabbitmq-ignore',
    product: 'RabbitMQ',
    version: '3.8 to 3.13',
    configuration: 'a classic mirrored queue, cluster_partition_handling = ignore (the default)',
    clauses: 'replicate any\nmerge discard\nrejoin manual\ndetect 60s',
    levels: SIDES,
    plain: { read: 'default', write: 'default' },
    rules: [
      BOTH,
      AS_IF_ALONE,
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
    clauses: 'replicate any\nmerge discard\ndetect 60s',
    levels: SIDES,
    plain: { read: 'default', write: 'default' },
    rules: [
      BOTH,
      AS_IF_ALONE,
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
    clauses: 'choose CP\nreplicate any\nmerge discard\ndetect 60s',
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
      AS_IF_ALONE,
      {
        clauses: ['merge'],
        rule:
          'Until it has noticed, a node of the minority goes on; what it confirmed in that time is dropped when ' +
          'it joins the others again.',
        source: PARTITIONS,
      },
      TICK,
    ],
  },
];
