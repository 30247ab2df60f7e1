import type { Preset } from './preset.js';

const DYNAMO = 'https://cassandra.apache.org/doc/4.1/cassandra/architecture/dynamo.html';
const LEVELS = 'https://docs.datastax.com/en/ddac/doc/datastax_enterprise/dbInternals/dbIntConfigConsistency.html';
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
      { name: 'ONE', access: 'read', level: 'one', what: 'one replica answers', source: LEVELS },
      {
        name: 'LOCAL_ONE',
        access: 'read',
        level: 'one',
        what: "one replica answers; that it is in the coordinator's data centre is not modelled",
        source: LEVELS,
      },
      { name: 'TWO', access: 'read', level: 'two', what: 'two replicas answer', source: LEVELS },
      { name: 'QUORUM', access: 'read', level: 'quorum', what: 'a majority of all replicas answers', source: LEVELS },
      {
        name: 'LOCAL_QUORUM',
        access: 'read',
        level: 'local-quorum',
        what: "a majority of the replicas in the coordinator's data centre answers",
        source: LEVELS,
      },
      {
        name: 'EACH_QUORUM',
        access: 'read',
        level: 'each-quorum',
        what: 'a majority in every data centre answers',
        source: READS,
      },
      { name: 'ALL', access: 'read', level: 'all', what: 'every replica answers', source: LEVELS },
      {
        name: 'ANY',
        access: 'write',
        level: 'hint',
        what:
          'a hint that the coordinator keeps for a replica out of reach is enough; nobody reads it before it is ' +
          'handed over',
        source: LEVELS,
      },
      { name: 'ONE', access: 'write', level: 'one', what: 'one replica acknowledges', source: LEVELS },
      {
        name: 'LOCAL_ONE',
        access: 'write',
        level: 'one',
        what: "one replica acknowledges; that it is in the coordinator's data centre is not modelled",
        source: LEVELS,
      },
      { name: 'TWO', access: 'write', level: 'two', what: 'two replicas acknowledge', source: LEVELS },
      {
        name: 'QUORUM',
        access: 'write',
        level: 'quorum',
        what: 'a majority of all replicas acknowledges',
        source: LEVELS,
      },
      {
        name: 'LOCAL_QUORUM',
        access: 'write',
        level: 'local-quorum',
        what: "a majority of the replicas in the coordinator's data centre acknowledges",
        source: LEVELS,
      },
      {
        name: 'EACH_QUORUM',
        access: 'write',
        level: 'each-quorum',
        what: 'a majority in every data centre acknowledges',
        source: LEVELS,
      },
      { name: 'ALL', access: 'write', level: 'all', what: 'every replica acknowledges', source: LEVELS },
    ],
    plain: { read: 'ONE', write: 'ONE' },
    rules: [
      {
        clauses: ['replicate'],
        rule:
          'Each request says how many replicas must answer, ONE where it says nothing; the coordinator sends a ' +
          'write to all of them and waits for that many answers.',
        source: LEVELS,
      },
      {
        clauses: [],
        rule: 'Where a statement says nothing, drivers ask for LOCAL_ONE and cqlsh for ONE: one replica, either way.',
        source: 'https://docs.datastax.com/en/developer/cpp-driver/2.6/topics/basics/consistency',
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
          'waits and times out, and what the write reached keeps it.',
        source: 'https://github.com/apache/cassandra/blob/trunk/doc/native_protocol_v5.spec',
      },
      {
        clauses: [],
        rule: 'THREE and SERIAL have no counterpart here; the coordinator is always a replica of the key.',
        source: LEVELS,
      },
    ],
  },
];
