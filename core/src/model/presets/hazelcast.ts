import type { Preset } from './preset.js';

const JEPSEN = 'https://jepsen.io/analyses/hazelcast-3-8-3';
const PARTIAL = 'https://docs.hazelcast.com/imdg/4.1/network-partitioning/partial-network-partitions.html';
const RECOVERY = 'https://docs.hazelcast.com/imdg/4.1/network-partitioning/split-brain-recovery.html';
const BACKUPS = 'https://docs.hazelcast.com/hazelcast/5.1/fault-tolerance/backups';
const OWNERS = 'https://docs.hazelcast.com/imdg/4.1/consistency-and-replication/invocation-lifecycle.html';

export const hazelcast: readonly Preset[] = [
  {
    name: 'hazelcast',
    product: 'Hazelcast',
    version: '3.8 to 5.1',
    configuration:
      'one map, queue or set, backed up synchronously on every replica of the store, without split-brain protection ' +
      'and without a merge policy that combines both values; not the CP subsystem',
    clauses: 'replicate any\nmembership agreed\nmerge discard',
    levels: [
      {
        name: 'default',
        access: 'read',
        level: 'local',
        what: 'asks the owner of the key in the part of the cluster that the client is connected to',
        source: OWNERS,
      },
      {
        name: 'default',
        access: 'write',
        level: 'local',
        what: 'answered once all synchronous backups in this part of the cluster have it',
        source: BACKUPS,
      },
    ],
    plain: { read: 'default', write: 'default' },
    rules: [
      {
        clauses: ['replicate'],
        rule: 'In a split each part of the cluster goes on by itself: it promotes backups to owners and takes writes.',
        source: JEPSEN,
      },
      {
        clauses: ['membership'],
        rule:
          'Members follow a member list. Where only some of them miss each other, a largest set in which all are ' +
          'connected is looked for and the rest is cut off; before 4.1, those that the oldest member misses are.',
        source: PARTIAL,
      },
      {
        clauses: ['membership'],
        rule: 'A write waits for its synchronous backups, so it gets no answer until a missing member is given up.',
        source: BACKUPS,
      },
      {
        clauses: ['merge'],
        rule:
          'At the heal the smaller part joins the larger one and drops what only it has; of two parts of one size a ' +
          'hash decides. Here either part may win. A merge policy for a map keeps one of two values in any case: ' +
          'write `merge lww` for the one that keeps the later value.',
        source: RECOVERY,
      },
    ],
  },
];
