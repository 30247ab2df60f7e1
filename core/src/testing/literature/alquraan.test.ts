import { describe, expect, test } from 'vitest';
import { phaseTable } from '../phases.js';

/**
 * Alquraan, Takruri, Alfatafta & Al-Kiswany, "An Analysis of Network-Partitioning Failures in Cloud Systems", OSDI
 * 2018: 136 failures of 25 systems. The mechanisms that it found to be the cause, each as a design with this behaviour
 * and, if there is one, a design without it. Kinds of partitions as in its figure 1: `complete` separates the nodes
 * into two sides, `partial` cuts two groups from each other while a third one reaches both, `simplex` lets messages
 * pass only one way.
 */
interface Failure {
  readonly kind: 'complete' | 'partial' | 'simplex';
  /** The mechanism, as the paper names it, and a system that failed because of it. */
  readonly mechanism: string;
  readonly system: string;
  readonly failure: string;
  readonly design: string;
  /** `operation client: settled | besides, until all replicas have noticed`; `~` is for the lag. */
  readonly expected: readonly string[];
}

const THREE =
  'node a, b, c\nmesh a, b, c\nclient atA at a\nclient atB at b\noperation put: write s from atA, atB\noperation get: read s from atA, atB\n';
const LONE = 'partition fault { a | b, c }';
const AROUND = 'partition fault { cut a -- b }';
const OUT_ONLY = 'partition fault { cut b -> a\n cut c -> a }';
const IN_ONLY = 'partition fault { cut a -> b\n cut a -> c }';
const local = THREE.replace('read s from atA, atB', 'read s from atA, atB level local');
const byWord = THREE.replace('read s from atA, atB', 'read s from atA, atB level leader');

const FAILURES: readonly Failure[] = [
  {
    kind: 'complete',
    mechanism: 'replication protocol',
    system: 'VoltDB',
    failure:
      'the old master answers reads by its own copy, without asking anybody, while the other side has elected another and takes writes: stale reads',
    design: `${byWord}store s on a, b, c { replicate consensus leader a }\n${LONE}`,
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'get atA: error | stale',
      'get atB: ok | error',
    ],
  },
  {
    kind: 'complete',
    mechanism: 'replication protocol',
    system: 'VoltDB, repaired',
    failure: 'reads that are ordered as writes are: refused, not stale',
    design: `${THREE}store s on a, b, c { replicate consensus leader a }\n${LONE}`,
    expected: ['put atA: error | unknown', 'put atB: ok | unknown+error', 'get atA: error | ', 'get atB: ok | error'],
  },
  {
    kind: 'complete',
    mechanism: 'leader election: successive leaders overlap',
    system: 'MongoDB, Redis',
    failure: 'the old leader acknowledges until the heal, and gives all of it up when it meets the new one: data loss',
    design: `${THREE}store s on a, b, c { replicate primary a async failover automatic }\n${LONE}`,
    expected: [
      'put atA: lost | ',
      'put atB: lost+conflict | unknown+error',
      'get atA: dirty+stale | ',
      'get atB: stale | error',
    ],
  },
  {
    kind: 'complete',
    mechanism: 'leader election: successive leaders overlap',
    system: 'MongoDB, with a majority for each write',
    failure:
      'the same overlap, and nothing that was acknowledged is lost: one side only can acknowledge; the old leader still answers reads',
    design: `${THREE}store s on a, b, c { replicate primary a sync 1 failover automatic }\n${LONE}`,
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'get atA: dirty+stale | ',
      'get atB: ok | error',
    ],
  },
  {
    kind: 'complete',
    mechanism: 'leader election: a bad leader is elected',
    system: 'Kafka, unclean election',
    failure:
      'a replica that is behind becomes leader, and what the in-sync ones had is discarded: of `acks=1` all that the old leader took',
    design: `${THREE.replace('write s from atA, atB', 'write s from atA, atB level "acks=1"')}store s on a, b, c { like kafka }\n${LONE}`,
    expected: [
      'put atA: lost | ',
      'put atB: lost+conflict | unknown+error',
      'get atA: dirty+stale | ',
      'get atB: stale | error',
    ],
  },
  {
    kind: 'complete',
    mechanism: 'leader election: a bad leader is elected',
    system: 'Kafka, `acks=all`',
    failure: 'only who is in sync is elected: nothing is lost, and the isolated leader refuses',
    design: `${THREE}store s on a, b, c { like kafka }\n${LONE}`,
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'get atA: dirty+stale | ',
      'get atB: ok | error',
    ],
  },
  {
    kind: 'complete',
    mechanism: 'leader election: a bad leader is elected',
    system: 'Redis with Sentinels on the smaller side',
    failure: 'the side that has the votes wins, however few copies it has: two of three instances lose what they took',
    design:
      'node a, b, c, s1, s2, s3\nmesh a, b, c, s1, s2, s3\nclient atA at a\nclient atC at c\noperation put: write s from atA, atC\nstore s on a, b, c { like redis-sentinel replicate primary a async failover automatic by s1, s2, s3 }\npartition fault { a, b | c, s1, s2, s3 }',
    expected: ['put atA: lost | ', 'put atC: lost+conflict | unknown+error'],
  },
  {
    kind: 'complete',
    mechanism: 'data consolidation',
    system: 'RabbitMQ, autoheal',
    failure:
      'the side that wins the heal drops what the other took, whichever it is: messages that were confirmed are gone',
    design: `${THREE}store s on a, b, c { like rabbitmq-autoheal }\n${LONE}`,
    expected: [
      'put atA: lost | unknown',
      'put atB: lost | unknown',
      'get atA: dirty+stale | ',
      'get atB: dirty+stale | ',
    ],
  },
  {
    kind: 'complete',
    mechanism: 'data consolidation',
    system: 'Aerospike, CouchDB and other stores that merge',
    failure: 'the later of two values stays, or both do: neither knew of the other',
    design: `${THREE}store s on a, b, c { choose AP merge lww }\n${LONE}`,
    expected: ['put atA: conflict | ', 'put atB: conflict | ', 'get atA: stale | ', 'get atB: stale | '],
  },
  {
    kind: 'complete',
    mechanism: 'reconfiguration due to a network partition',
    system: 'Ignite, Hazelcast: locks and semaphores',
    failure:
      'each side drops the nodes of the other from its membership and goes on by itself: two clients hold the same lock',
    design: `${THREE.replace('operation put: write s', 'operation acquire: write s').replace('\noperation get: read s from atA, atB', '')}store s on a, b, c { replicate any membership agreed }\n${LONE}`,
    expected: ['acquire atA: conflict | unknown', 'acquire atB: conflict | unknown'],
  },
  {
    kind: 'complete',
    mechanism: 'reconfiguration due to a network partition',
    system: 'Ignite, Hazelcast with a quorum for locks',
    failure: 'the minority refuses, and one client holds the lock',
    design: `${THREE.replace('operation put: write s', 'operation acquire: write s').replace('\noperation get: read s from atA, atB', '')}store s on a, b, c { choose CP }\n${LONE}`,
    expected: ['acquire atA: error | unknown', 'acquire atB: ok | unknown+error'],
  },
  {
    kind: 'complete',
    mechanism: 'request routing',
    system: 'Elasticsearch, HBase and others: the coordinator gets no answer',
    failure: 'the request was carried out and its answer is lost: the client takes it for failed, or sends it again',
    design: `${THREE.replace('client atB at b', 'client atB\nlink atB -- b')}store s on a, b, c { choose CP }\npartition fault { cut b -> atB }`,
    expected: ['put atA: ok | ', 'put atB: unknown+error | ', 'get atA: ok | ', 'get atB: error | '],
  },
  {
    kind: 'complete',
    mechanism: 'replication protocol',
    system: 'stores that let one replica acknowledge',
    failure: 'the isolated node takes the write, and a read on the other side misses it',
    design: `${THREE}store s on a, b, c { replicate quorum R=1 W=1 }\n${LONE}`,
    expected: ['put atA: conflict | ', 'put atB: conflict | ', 'get atA: stale | ', 'get atB: stale | '],
  },
  {
    kind: 'partial',
    mechanism: 'leader election: successive leaders overlap',
    system: 'Elasticsearch, intersecting splits',
    failure:
      'a and b are cut from each other, c reaches both: b or c is promoted while a goes on, and both acknowledge; who asks through a may get to either',
    design: `node a, b, c, k1, k2, k3\nmesh a, b, c, k1, k2, k3\nclient atA at a\nclient atB at b\noperation put: write s from atA, atB\nstore s on a, b, c { replicate primary a async failover automatic by k1, k2, k3 }\npartition fault {\n  cut a -- b\n  cut a -- k1\n  cut a -- k2\n}`,
    expected: ['put atA: lost+conflict | ', 'put atB: lost+conflict | unknown+error'],
  },
  {
    kind: 'partial',
    mechanism: 'leader election: conflicting election criteria',
    system: 'a leader that keeps its majority',
    failure:
      'the same cut where the voters are the replicas: who has a majority stays, so there is one leader; b refuses, and its client turns to c',
    design: `${THREE}store s on a, b, c { replicate consensus leader a }\n${AROUND}`,
    expected: ['put atA: ok | ', 'put atB: ok | unknown', 'get atA: ok | ', 'get atB: ok | error'],
  },
  {
    kind: 'partial',
    mechanism: 'leader election: two candidates get the vote',
    system: 'MongoDB, an arbiter that reaches both',
    failure:
      'the primary and the secondary are cut from each other and the arbiter reaches both. The leadership went to and fro; a primary that keeps the majority of the votes stays here, and the secondary is old',
    design: `node a, b, w\nmesh a, b, w\nclient atA at a\nclient atB at b\noperation put: write s from atA, atB level "w: 1"\noperation get: read s from atA, atB level nearest\nstore s on a, b, witness w { like mongodb }\n${AROUND}`,
    expected: ['put atA: ok | ', 'put atB: error | unknown', 'get atA: ok | ', 'get atB: stale | '],
  },
  {
    kind: 'partial',
    mechanism: 'replication protocol',
    system: "Elasticsearch, a replica that the primary can't reach",
    failure:
      'the client reads from the copy that hears nothing any more: stale until the heal, although a third node reaches both',
    design: `${local}store s on a, b, c { replicate primary a async }\n${AROUND}`,
    expected: ['put atA: ok | ', 'put atB: error | unknown', 'get atA: ok | ', 'get atB: stale | '],
  },
  {
    kind: 'partial',
    mechanism: 'replication protocol',
    system: 'Galera, members that relay',
    failure:
      'none that lasts: the third member passes messages on, which is how partial partitions are tolerated, once the group has agreed on its members',
    design: `${local}store s on a, b, c { replicate consensus leader a relay }\n${AROUND}`,
    expected: ['put atA: ok | unknown', 'put atB: ok | unknown', 'get atA: ok | ', 'get atB: ~stale | '],
  },
  {
    kind: 'partial',
    mechanism: 'reconfiguration due to a network partition',
    system: 'stores whose replicas gossip',
    failure: 'none that lasts: news travels over the third node',
    design: `${THREE}store s on a, b, c { replicate any }\n${AROUND}`,
    expected: ['put atA: ~conflict | ', 'put atB: ~conflict | ', 'get atA: ~stale | ', 'get atB: ~stale | '],
  },
  {
    kind: 'simplex',
    mechanism: 'leader election',
    system: 'etcd: a connection that needs answers',
    failure:
      'the leader still sends and hears nothing: it steps down as if it were cut off; a write that its client sends to the others arrives there, and no answer comes back',
    design: `${THREE}store s on a, b, c { replicate consensus leader a }\n${OUT_ONLY}`,
    expected: ['put atA: unknown+error | ', 'put atB: ok | unknown+error', 'get atA: error | ', 'get atB: ok | error'],
  },
  {
    kind: 'simplex',
    mechanism: 'leader election: successive leaders overlap',
    system: 'Elasticsearch, a primary that hears and is not heard',
    failure:
      "the others hear nothing of it and promote another, and it goes on: what it takes is lost, also from those whom it can't answer",
    design: `${THREE}store s on a, b, c { replicate primary a async failover automatic }\n${IN_ONLY}`,
    expected: [
      'put atA: lost+unknown | ',
      'put atB: lost+conflict+unknown | error',
      'get atA: dirty+stale+error | ',
      'get atB: stale+error | ',
    ],
  },
  {
    kind: 'simplex',
    mechanism: 'request routing',
    system: 'a client that sends and hears nothing',
    failure: 'the write is carried out, and its client does not know',
    design:
      'node a, b, c\nmesh a, b, c\nclient far\nlink far -- a\noperation put: write s from far\noperation get: read s from far\nstore s on a, b, c { choose CP }\npartition fault { cut a -> far }',
    expected: ['put far: unknown+error | ', 'get far: error | '],
  },
];

describe.each(['complete', 'partial', 'simplex'] as const)('%s partitions', (kind) => {
  const own = FAILURES.filter((one) => one.kind === kind);
  test.each(own.map((one) => [`${one.mechanism} (${one.system}): ${one.failure}`, one] as const))(
    '%s',
    (_, { design, expected }) => expect(phaseTable(design)).toEqual(expected),
  );
});

/** The kinds of damage that the paper counts, as far as they are verdicts: each occurs above. */
test.each([
  ['data loss', 'lost'],
  ['stale reads', 'stale'],
  ['broken locks', 'conflict'],
  ['data unavailability', 'error'],
  ['a request whose fate its client does not know', 'unknown'],
])('%s: %s', (_, verdict) => {
  expect(FAILURES.filter(({ expected }) => expected.some((line) => line.includes(verdict))).length).toBeGreaterThan(2);
});
