import type { Preset } from './preset.js';

const DESIGN = 'https://kafka.apache.org/documentation/#replication';
const PRODUCER = 'https://kafka.apache.org/documentation/#producerconfigs_acks';
const MIN_ISR = 'https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas';

export const kafka: readonly Preset[] = [
  {
    name: 'kafka',
    product: 'Apache Kafka',
    version: '3.0 to 3.9',
    configuration:
      'the replicas of one partition, the first one being its leader; min.insync.replicas=2, ' +
      'unclean.leader.election.enable=false (the default)',
    clauses: 'replicate primary in-sync 2 failover automatic\ndetect 30s',
    levels: [
      {
        name: 'acks=all',
        access: 'write',
        what: 'every replica that is in sync has it, and they are two at least',
        source: PRODUCER,
      },
      { name: 'acks=1', access: 'write', level: 'one', what: 'the leader alone has it', source: PRODUCER },
      {
        name: 'leader',
        access: 'read',
        level: 'leader',
        what: 'a consumer fetches from the leader of the partition',
        source: DESIGN,
      },
      {
        name: 'follower',
        access: 'read',
        level: 'local',
        what:
          'with RackAwareReplicaSelector, a consumer with client.rack fetches from the replica of its rack that the ' +
          'leader named',
        source: 'https://kafka.apache.org/documentation/#brokerconfigs_replica.selector.class',
      },
    ],
    plain: { read: 'leader', write: 'acks=all' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'With acks=all the leader waits for every replica in the in-sync set, and refuses where that set is ' +
          'smaller than min.insync.replicas.',
        source: MIN_ISR,
      },
      {
        clauses: ['replicate'],
        rule:
          'Only a replica of the in-sync set is elected leader, so a record that all of them have is not lost ' +
          'while one of them lives.',
        source: DESIGN,
      },
      {
        clauses: ['replicate'],
        rule:
          'The controllers elect leaders and change the in-sync set. They are the replicas and witnesses here; ' +
          'where they run elsewhere, write `replicate primary a in-sync 2 failover automatic by k1, k2, k3`.',
        source: 'https://kafka.apache.org/documentation/#kraft',
      },
      {
        clauses: [],
        rule:
          'A consumer is given only records that all of the in-sync set have. That is not modelled: of a record that ' +
          'is not acknowledged with acks=all, a dirty read is too much said.',
        source: DESIGN,
      },
      {
        clauses: ['detect'],
        rule:
          'A follower leaves the in-sync set when it has not caught up for replica.lag.time.max.ms, 30 s by ' +
          'default.',
        source: 'https://kafka.apache.org/documentation/#brokerconfigs_replica.lag.time.max.ms',
      },
      {
        clauses: ['detect'],
        rule:
          'A broker that the controllers miss for broker.session.timeout.ms, 9 s by default, leaves the set and ' +
          'leads no more.',
        source: 'https://kafka.apache.org/documentation/#brokerconfigs_broker.session.timeout.ms',
      },
      {
        clauses: [],
        rule:
          'Since 3.4 the leader names followers of the in-sync set only. A consumer keeps to the one named until its ' +
          'metadata is old (metadata.max.age.ms, 5 min): one that is cut off answers until then. Here it answers ' +
          'until the heal.',
        source: 'https://github.com/apache/kafka/blob/3.9/core/src/main/scala/kafka/server/ReplicaManager.scala',
      },
    ],
  },
];
