import type { Preset } from './preset.js';

const DYNAMO = 'https://cassandra.apache.org/doc/4.1/cassandra/architecture/dynamo.html';
const READS = 'https://github.com/apache/cassandra/blob/trunk/src/java/org/apache/cassandra/db/ConsistencyLevel.java';

export const cassandra: readonly Preset[] = [
  {
    name: 'cassandra',
    product: 'Apache Cassandra',
    version: '3.11 to 4.1',
    configuration:
      'the replicas of one key: a zone is a data centre; hinted handoff, read repair; no lightweight transactions',
    clauses: 'replicate quorum R=1 W=1 read-repair\nmerge lww',
    levels: [
      { name: 'ONE', access: 'read', level: 'one', what: 'one replica answers', source: DYNAMO },
      {
        name: 'LOCAL_ONE',
        access: 'read',
        level: 'one',
        what: "one replica answers; that it is in the coordinator's data centre is not modelled",
        source: DYNAMO,
      },
      { name: 'TWO', access: 'read', level: 'two', what: 'two replicas answer', source: DYNAMO },
      { name: 'QUORUM', access: 'read', level: 'quorum', what: 'a majority of all replicas answers', source: DYNAMO },
      {
        name: 'LOCAL_QUORUM',
        access: 'read',
        level: 'local-quorum',
        what: "a majority of the replicas in the coordinator's data centre answers",
        source: DYNAMO,
      },
      {
        name: 'EACH_QUORUM',
        access: 'read',
        level: 'each-quorum',
        what: 'a majority in every data centre answers',
        source: READS,
      },
      { name: 'ALL', access: 'read', level: 'all', what: 'every replica answers', source: DYNAMO },
      {
        name: 'ANY',
        access: 'write',
        level: 'hint',
        what:
          'a hint that the coordinator keeps for a replica out of reach is enough; nobody reads it before it is ' +
          'handed over',
        source: DYNAMO,
      },
      { name: 'ONE', access: 'write', level: 'one', what: 'one replica acknowledges', source: DYNAMO },
      {
        name: 'LOCAL_ONE',
        access: 'write',
        level: 'one',
        what: "one replica acknowledges; that it is in the coordinator's data centre is not modelled",
        source: DYNAMO,
      },
      { name: 'TWO', access: 'write', level: 'two', what: 'two replicas acknowledge', source: DYNAMO },
      {
        name: 'QUORUM',
        access: 'write',
        level: 'quorum',
        what: 'a majority of all replicas acknowledges',
        source: DYNAMO,
      },
      {
        name: 'LOCAL_QUORUM',
        access: 'write',
        level: 'local-quorum',
        what: "a majority of the replicas in the coordinator's data centre acknowledges",
        source: DYNAMO,
      },
      {
        name: 'EACH_QUORUM',
        access: 'write',
        level: 'each-quorum',
        what: 'a majority in every data centre acknowledges',
        source: DYNAMO,
      },
      { name: 'ALL', access: 'write', level: 'all', what: 'every replica acknowledges', source: DYNAMO },
    ],
    plain: { read: 'ONE', write: 'ONE' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Each request says how many replicas must answer; the coordinator sends a write to all of them and waits ' +
          'for that many answers.',
        source: DYNAMO,
      },
      {
        clauses: [],
        rule:
          'Where a statement says nothing, the Java driver asks for LOCAL_ONE: one replica, and so does `cqlsh` ' +
          'with ONE. Some drivers differ.',
        source: 'https://github.com/apache/cassandra-java-driver/blob/4.x/core/src/main/resources/reference.conf',
      },
      {
        clauses: ['replicate'],
        rule:
          'By default a read that finds replicas different is answered when those that it asked have been ' +
          'repaired (`read_repair = BLOCKING`), so that no later quorum misses what it answered.',
        source: 'https://cassandra.apache.org/doc/4.1/cassandra/operating/read_repair.html',
      },
      {
        clauses: ['merge'],
        rule: 'Of two values of one cell the one with the later timestamp wins, everywhere the same.',
        source: DYNAMO,
      },
      {
        clauses: [],
        rule:
          'A coordinator that knows of too few live replicas refuses at once (unavailable); before it knows, it ' +
          'waits and times out, and tells how many replicas have acknowledged the write.',
        source: 'https://github.com/apache/cassandra/blob/trunk/doc/native_protocol_v5.spec',
      },
      {
        clauses: [],
        rule: 'THREE and SERIAL have no counterpart here; the coordinator is always a replica of the key.',
        source: DYNAMO,
      },
    ],
  },
];
