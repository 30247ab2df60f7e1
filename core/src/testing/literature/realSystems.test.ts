import { describe, expect, test } from 'vitest';
import { parse } from '../../syntax/parse.js';
import { resolve } from '../../model/resolve.js';
import { phaseTable } from '../phases.js';
import { replays } from '../replay.js';
import { threeReplicas } from '../threeReplicas.js';

/**
 * The behaviour of real products under real cuts, and the verdicts of the design that is like them. Three servers a, b
 * and c, `a | b, c` unless noted otherwise; a was the leader or primary. `ran`: servers of that version on one machine,
 * in network namespaces joined by a bridge, whose rules dropped what passes between two addresses, 2026-11;
 * `documented`: what the product's documentation says, named in its preset; `reported`: an account of an outage.
 */
interface Observation {
  readonly product: string;
  readonly known: 'ran' | 'documented' | 'reported';
  readonly observed: string;
  readonly found: () => readonly string[];
  /** `operation client: settled | besides, until all replicas have noticed`. */
  readonly expected: readonly string[];
}

const like = (clauses: string, operations: readonly string[], fault?: string) => (): string[] =>
  threeReplicas(`like ${clauses}`, operations, fault);
const put = 'put: write s';
const get = 'get: read s';

const etcd = 'etcd replicate consensus leader a';
const ETCD: readonly Omit<Observation, 'product' | 'known'>[] = [
  {
    observed: 'the leader cut off: a write at it times out, one at the others waits for the election and works',
    found: like(etcd, [put]),
    expected: ['put atA: unknown | ', 'put atB: ok | unknown'],
  },
  {
    observed: 'the leader cut off: a linearizable read at it times out',
    found: like(etcd, [get]),
    expected: ['get atA: error | ', 'get atB: ok | error'],
  },
  {
    observed: 'the leader cut off: a serializable read at it answers the old value',
    found: like(etcd, [put, 'look: read s level serializable']),
    expected: ['put atA: unknown | ', 'put atB: ok | unknown', 'look atA: stale | ', 'look atB: ~stale+ok | '],
  },
  {
    observed: 'a follower cut off: the others notice no gap',
    found: like('etcd replicate consensus leader b', [put, get]),
    expected: ['put atA: unknown | ', 'put atB: ok | ', 'get atA: error | ', 'get atB: ok | '],
  },
  {
    observed: 'leader a and b cut from each other, c sees both: a and c work, b times out, the leader stays',
    found: like(etcd, [put, get], 'cut a -- b'),
    expected: ['put atA: ok | ', 'put atB: unknown | ', 'get atA: ok | ', 'get atB: error | '],
  },
  ...['cut a -> b\n cut a -> c', 'cut b -> a\n cut c -> a'].map((fault) => ({
    observed: `the leader cut off one way (${fault.replaceAll('\n', ',')}): as a full cut`,
    found: like(etcd, [put, get], fault),
    expected: ['put atA: unknown | ', 'put atB: ok | unknown', 'get atA: error | ', 'get atB: ok | error'],
  })),
];

const CENTRES = (level: string) => (): string[] =>
  phaseTable(`
zone x { node x1, x2, x3 }
zone y { node y1, y2, y3 }
zone z { node z1, z2, z3 }
mesh x, y, z
client inX in x
client inY in y
store s on x, y, z { like cassandra }
operation put: write s from inX, inY level ${level}
partition lone { x | y, z }`);

const ARBITER = (level: string) => (): string[] =>
  phaseTable(`
node a, b, w
mesh a, b, w
client atA at a
client atB at b
store s on a, b, witness w { like mongodb }
operation put: write s from atA, atB level "${level}"
partition lone { a | b, w }`);

const cassandra = (level: string) => like('cassandra', [`${put} level ${level}`, `${get} level ${level}`]);

const OBSERVATIONS: readonly Observation[] = [
  ...ETCD.map((one): Observation => ({ product: 'etcd 3.4', known: 'ran', ...one })),
  {
    product: 'etcd',
    known: 'reported',
    observed:
      "Cloudflare, 2020-11-02: a switch let one member reach everybody but the leader; with the leader's majority whole, only what asks that member fails",
    found: like(etcd, [put], 'cut a -- b'),
    expected: ['put atA: ok | ', 'put atB: unknown | '],
  },
  ...[
    { clauses: 'no-prevote', expected: ['put c1: error+ok | unknown'] },
    { clauses: '', expected: ['put c1: ok | '] },
  ].map(
    ({ clauses, expected }): Observation => ({
      product: clauses === '' ? 'Raft' : 'Raft without PreVote and CheckQuorum',
      known: 'ran',
      observed: `five nodes, 1, 2 and 3 meshed, 4 only to 2, 5 only to 3: ${clauses === '' ? 'the leader that has a majority stays' : 'no stable leader'}`,
      found: () =>
        phaseTable(`
node n1, n2, n3, n4, n5
mesh n1, n2, n3, n4, n5
client c1 at n1
store s on n1, n2, n3, n4, n5 { replicate consensus leader n1 ${clauses} }
operation put: write s from c1
partition fault {
  cut n1 -- n4
  cut n1 -- n5
  cut n2 -- n5
  cut n3 -- n4
  cut n4 -- n5
}`),
      expected,
    }),
  ),
  {
    product: 'ZooKeeper 3.8',
    known: 'ran',
    observed:
      'a session at an isolated server reads old values for about 2 s and is refused then; a write there times out, and is refused later',
    found: like('zookeeper', [put, get]),
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'get atA: error | stale',
      'get atB: ~stale+ok | error',
    ],
  },
  {
    product: 'Consul',
    known: 'documented',
    observed:
      'default reads at the old leader may be old inside its lease and are refused then, `consistent` ones are refused, `stale` ones answer',
    found: like('consul replicate consensus leader a', [
      put,
      get,
      'sure: read s level consistent',
      'quick: read s level stale',
    ]),
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'get atA: error | stale',
      'get atB: ok | error',
      'sure atA: error | ',
      'sure atB: ok | error',
      'quick atA: stale | ',
      'quick atB: ~stale+ok | ',
    ],
  },
  {
    product: 'NATS JetStream, three replicas',
    known: 'ran',
    observed:
      'a publish at the old leader times out first, and is refused (503) once it knows, while a follower that is cut off times out, and may store it later; a get from the leader is refused, a direct get is old or times out',
    found: like('nats-jetstream replicate consensus leader a no-prevote step-down', [
      put,
      get,
      'quick: read s level direct',
    ]),
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown',
      'get atA: error | stale',
      'get atB: ok | error',
      'quick atA: stale+error | ',
      'quick atB: ~stale+error+ok | ',
    ],
  },
  {
    product: 'CockroachDB',
    known: 'documented',
    observed: 'a bounded read at the replica that is cut off is old up to the bound, and refused beyond it',
    found: like('cockroachdb replicate consensus leader b', [put, 'old: read s level "with_max_staleness(\'10s\')"']),
    expected: ['put atA: error | unknown', 'put atB: ok | ', 'old atA: error | stale', 'old atB: ok | '],
  },
  {
    product: 'Spanner',
    known: 'documented',
    observed: 'a bounded read at the replica that is cut off is old up to the bound, and refused beyond it',
    found: like('spanner replicate consensus leader b', [put, 'old: read s level bounded 10s']),
    expected: ['put atA: error | unknown', 'put atB: ok | ', 'old atA: error | stale', 'old atB: ok | '],
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'ONE and ONE: both sides answer, reads are old, the last write wins at the heal',
    found: cassandra('ONE'),
    expected: ['put atA: conflict | ', 'put atB: conflict | ', 'get atA: stale | ', 'get atB: stale | '],
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'QUORUM: the minority times out and leaves behind what it reached, then it refuses; the majority works',
    found: cassandra('QUORUM'),
    expected: ['put atA: error | unknown', 'put atB: ok | ', 'get atA: error | ', 'get atB: ok | '],
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'ALL: refused on both sides',
    found: cassandra('ALL'),
    expected: ['put atA: error | unknown', 'put atB: error | unknown', 'get atA: error | ', 'get atB: error | '],
  },
  ...[
    {
      level: 'ANY',
      read: 'ANY: acknowledged as a hint, which nobody can read before it is handed over: not even who reads all replicas',
      expected: ['put atA: ~conflict | ', 'get atC: ~stale | '],
    },
    {
      level: 'ONE',
      read: 'ONE: acknowledged by a replica, so that who reads all replicas sees it',
      expected: ['put atA: ~conflict | ', 'get atC: ok | '],
    },
  ].map(
    ({ level, read, expected }): Observation => ({
      product: 'Cassandra',
      known: 'documented',
      observed: read,
      found: () =>
        phaseTable(`
node a, b, c
mesh a, b, c
client atA at a
client atC at c
store s on a, b, c { like cassandra }
operation put: write s from atA level ${level}
operation get: read s from atC level ALL
partition partial { cut a -- b }`),
      expected,
    }),
  ),
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'three data centres of three, one cut off, QUORUM (five of nine): the lone one refuses',
    found: CENTRES('QUORUM'),
    expected: ['put inX: error | unknown', 'put inY: ok | '],
  },
  {
    product: 'Riak, R=2 W=2, sloppy',
    known: 'documented',
    observed: 'both sides answer although R + W > N; the heal makes siblings',
    found: like('riak', [put, get]),
    expected: ['put atA: conflict | ', 'put atB: conflict | ', 'get atA: stale | ', 'get atB: stale | '],
  },
  {
    product: 'counters as CRDTs',
    known: 'documented',
    observed: 'both sides answer, and both increments count after the heal: in conflict, and neither lost',
    found: () => threeReplicas('choose AP merge crdt', [put, get]),
    expected: ['put atA: conflict | ', 'put atB: conflict | ', 'get atA: stale | ', 'get atB: stale | '],
  },
  {
    product: 'MongoDB with an arbiter',
    known: 'documented',
    observed: 'the primary cut off from a secondary and an arbiter: its `w: 1` writes are rolled back',
    found: ARBITER('w: 1'),
    expected: ['put atA: lost+error | unknown', 'put atB: lost+ok | conflict+unknown+error'],
  },
  {
    product: 'MongoDB with an arbiter',
    known: 'documented',
    observed: 'the side of secondary and arbiter: `w: majority` blocks there, for one copy is in reach',
    found: ARBITER('w: majority'),
    expected: ['put atA: error | unknown', 'put atB: unknown | error'],
  },
  {
    product: 'PostgreSQL 15, asynchronous',
    known: 'ran',
    observed: 'the primary goes on, a standby refuses writes and answers old values',
    found: like('postgresql-async', [put, 'look: read s level standby']),
    expected: ['put atA: ok | ', 'put atB: error | unknown', 'look atA: ok | ', 'look atB: stale | '],
  },
  {
    product: 'PostgreSQL 15, asynchronous',
    known: 'ran',
    observed: 'a standby is promoted: what the old primary takes is on a history of its own',
    found: like('postgresql-async replicate primary a async failover automatic', [put]),
    expected: ['put atA: lost | ', 'put atB: lost+conflict | unknown+error'],
  },
  {
    product: 'PostgreSQL 15, ANY 1 (b, c)',
    known: 'ran',
    observed: 'one standby cut off: commits go on, and that standby reads old values',
    found: like('postgresql-sync', [put, 'look: read s level standby'], 'b | a, c'),
    expected: ['put atA: ok | ', 'put atB: error | unknown', 'look atA: ok | ', 'look atB: stale | '],
  },
  {
    product: 'PostgreSQL 15, ANY 1 (b, c)',
    known: 'ran',
    observed: 'both standbys cut off: the commit hangs, and is there after the heal',
    found: like('postgresql-sync', [put]),
    expected: ['put atA: unknown | ', 'put atB: error | unknown'],
  },
  {
    product: 'MariaDB, semi-synchronous',
    known: 'ran',
    observed: 'the first write waits, then the source silently goes on alone',
    found: like('mysql-semi-sync', [put]),
    expected: ['put atA: ok | ', 'put atB: error | unknown'],
  },
  {
    product: 'MariaDB, semi-synchronous',
    known: 'ran',
    observed: "after b is promoted the old source can't rejoin with what it took: gone",
    found: like('mysql-semi-sync replicate primary a sync 1 weakens failover automatic', [put]),
    expected: ['put atA: lost | ', 'put atB: conflict | unknown+error'],
  },
  {
    product: 'MySQL, asynchronous',
    known: 'reported',
    observed:
      'GitHub, 2018-10-21: 43 s without the hub in the east, the west is promoted, both sides have writes that the other has not; a day of repair',
    found: () =>
      phaseTable(`
zone east { node e1, e2, o1 }
zone west { node w1, w2, o2 }
zone cloud { node o3 }
mesh east, west, cloud
client inEast in east
client inWest in west
store s on e1, e2, w1, w2 { like mysql-async replicate primary e1 async failover automatic by o1, o2, o3 }
operation put: write s from inEast, inWest
partition hub { east | west, cloud }`),
    expected: ['put inEast: lost | ', 'put inWest: lost+conflict | unknown+error'],
  },
  {
    product: 'Galera',
    known: 'ran',
    observed:
      'the node that is cut off blocks for about 6 s and refuses then (1047), dirty reads there are old; the majority works',
    found: like('galera', [put, 'dirty: read s level "wsrep_dirty_reads=ON"']),
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'dirty atA: stale | ',
      'dirty atB: ~stale+ok | ',
    ],
  },
  {
    product: 'Redis with Sentinel',
    known: 'ran',
    observed: 'the old master goes on acknowledging, and all of it is lost at the heal',
    found: like('redis-sentinel', [put]),
    expected: ['put atA: lost | ', 'put atB: lost+conflict | unknown+error'],
  },
  {
    product: 'Redis with Sentinel, min-replicas-to-write 1',
    known: 'ran',
    observed: 'about 3 s of writes that are lost, then refused; reads at the old master are old throughout',
    found: like('redis-sentinel-min-replicas', [put, get]),
    expected: [
      'put atA: lost+error | ',
      'put atB: lost+ok | conflict+unknown+error',
      'get atA: dirty+stale | ',
      'get atB: stale | error',
    ],
  },
  {
    product: 'Redis with Sentinel',
    known: 'documented',
    observed:
      'the loser of a heal is not always the minority: two of three instances lose to the side with the Sentinels',
    found: () =>
      phaseTable(`
node a, b, c, s1, s2, s3
mesh a, b, c, s1, s2, s3
client atA at a
client atC at c
store s on a, b, c { like redis-sentinel replicate primary a async failover automatic by s1, s2, s3 }
operation put: write s from atA, atC
partition fault { a, b | c, s1, s2, s3 }`),
    expected: ['put atA: lost | ', 'put atC: lost+conflict | unknown+error'],
  },
  {
    product: 'RabbitMQ quorum queue',
    known: 'ran',
    observed: 'a publish at the old leader is never confirmed, and may still be delivered after the heal',
    found: like('rabbitmq-quorum-queue replicate consensus leader a', [put]),
    expected: ['put atA: unknown | ', 'put atB: ok | unknown'],
  },
  {
    product: 'RabbitMQ, mirrored queue, ignore',
    known: 'ran',
    observed: 'no confirm until the break is noticed; then a alone, b and c together, and each part confirms',
    found: like('rabbitmq-ignore', [put], 'cut a -- b'),
    expected: ['put atA: lost | unknown', 'put atB: lost | unknown'],
  },
  {
    product: 'RabbitMQ, mirrored queue, pause_minority',
    known: 'ran',
    observed:
      'a and b cut from each other: one of them pauses although both reach c; nothing that was confirmed is lost',
    found: () =>
      phaseTable(`
node a, b, c
mesh a, b, c
client atA at a via a
client atB at b via b
client atC at c via c
store s on a, b, c { like rabbitmq-pause-minority }
operation put: write s from atA, atB, atC
partition fault { cut a -- b }`),
    expected: ['put atA: error+ok | unknown', 'put atB: error+ok | unknown', 'put atC: ok | unknown'],
  },
  {
    product: 'CouchDB and PouchDB',
    known: 'ran',
    observed:
      'both sides write; the heal shows one winner, the same everywhere, and keeps the other as a hidden conflict',
    found: like('couchdb', [put, get]),
    expected: ['put atA: conflict | ', 'put atB: conflict | ', 'get atA: stale | ', 'get atB: stale | '],
  },
];

describe.each([...new Set(OBSERVATIONS.map(({ product }) => product))])('%s', (product) => {
  const own = OBSERVATIONS.filter((one) => one.product === product);
  test.each(own.map((one) => [`${one.known}: ${one.observed}`, one] as const))('%s', (_, { found, expected }) =>
    expect(found()).toEqual(expected),
  );
});

/**
 * The writes that remain after a failure, and what the heal does with them. `three`: the design of `like` above.
 * `steps`: sentences of the shortest run with this end, in this order; `never`: a word that no sentence contains.
 */
interface Aftermath {
  readonly product: string;
  readonly known: 'ran' | 'documented';
  readonly observed: string;
  readonly design: string;
  readonly who: string;
  /** Phase and end. */
  readonly end: string;
  readonly heal?: string;
  readonly steps: readonly string[];
  readonly never?: string;
}

const three = (clauses: string, operations: readonly string[], fault = 'a | b, c'): string => `
node a, b, c
mesh a, b, c
client atA at a
client atB at b
store s on a, b, c { like ${clauses} }
${operations.map((operation) => `operation ${operation.replace(' s', ' s from atA, atB')}`).join('\n')}
partition fault { ${fault} }`;

const DISCARDED = 'the write is discarded';

const AFTERMATHS: readonly Aftermath[] = [
  {
    product: 'etcd 3.4',
    known: 'ran',
    observed: 'a write at the leader that is cut off is never applied: the new leader knows nothing of it',
    design: three(`${etcd} on partition error`, [put]),
    who: 'put atA',
    end: 'detecting unknown',
    steps: [
      'a sends v1 to b, which is lost',
      'b leads, with 2 of 3 votes',
      'the network heals',
      'v1 is thrown away, and atA never got an answer',
    ],
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'QUORUM: a write that timed out stays on what it reached, and comes to light after the heal',
    design: three('cassandra', [`${put} level QUORUM`]),
    who: 'put atA',
    end: 'detecting unknown',
    steps: [
      'a sends v1 to b, which is lost',
      'a sends v1 to c, which is lost',
      'atA hears nothing and gives up: 1 of 3 replicas answer a, 2 must',
      'v1 comes to light, though atA never got an answer',
    ],
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'QUORUM, once the coordinator knows: unavailable, and nothing was written',
    design: three('cassandra', [`${put} level QUORUM`]),
    who: 'put atA',
    end: 'settled error',
    steps: ['a refuses: 1 of 3 replicas answer a, 2 must', 'atA has nobody left to ask'],
    never: 'comes to light',
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'ALL, with two of three in reach: refused, and nothing was written on either',
    design: three('cassandra', [`${put} level ALL`]),
    who: 'put atB',
    end: 'settled error',
    steps: ['b refuses: 2 of 3 replicas answer b, 3 must', 'c refuses: 2 of 3 replicas answer c, 3 must'],
    never: 'sends',
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed: 'ONE and ONE: of two values that were acknowledged the last write wins, and the other one is gone',
    design: three('cassandra', [put]),
    who: 'put atA',
    end: 'settled conflict/heal',
    heal: 'lww keeps the later of put from atA and put from atB and drops the other, though both were acknowledged',
    steps: [
      'the network heals',
      'lww keeps v2, the later one as far as clocks agree, and drops v1, though v1 and v2 were acknowledged',
    ],
  },
  {
    product: 'Cassandra',
    known: 'documented',
    observed:
      'ANY: the coordinator keeps a hint, its client is told that it is done, and who reads all replicas misses it',
    design: three('cassandra', [`${put} level ANY`, `${get} level ALL`], 'cut a -- c').replace(
      'from atA, atB level ANY',
      'from atA level ANY',
    ),
    who: 'get atB',
    end: 'settled stale/lag',
    steps: [
      'a keeps a hint of v1 for c',
      'a acknowledges v1',
      'b answers with what was there before any of these writes, though v1 was acknowledged',
      'v1 reaches b a moment later',
    ],
  },
  {
    product: 'Riak, R=2 W=2, sloppy',
    known: 'documented',
    observed:
      'a stand-in keeps a hint for the replicas that are out of reach and hands it over after the heal; both values stay as siblings',
    design: three('riak', [put]),
    who: 'put atA',
    end: 'settled conflict/heal',
    heal: 'both are kept as siblings, the next reader has to merge them',
    steps: [
      'a keeps a hint of v2 for b and c',
      'a acknowledges v2',
      'a hands v2 over to b and c',
      'v1 and v2 are kept as siblings: the next client that reads has to merge them',
    ],
  },
  {
    product: 'counters as CRDTs',
    known: 'documented',
    observed: 'both increments count after the heal; an invariant such as "never below 0" may break',
    design: three('couchdb merge crdt', [put]),
    who: 'put atA',
    end: 'settled conflict/heal',
    heal: 'the data type merges both and drops nothing, though what must hold of both together may break',
    steps: ['the data type merges v1 and v2: nothing is dropped, but neither knew of the other'],
  },
  {
    product: 'MongoDB with an arbiter',
    known: 'documented',
    observed: 'the `w: 1` writes of the deposed primary are rolled back, and it rejoins by itself',
    design: `
node a, b, w
mesh a, b, w
client atA at a
store s on a, b, witness w { like mongodb }
operation put: write s from atA level "w: 1"
partition lone { a | b, w }`,
    who: 'put atA',
    end: 'settled lost',
    heal: DISCARDED,
    steps: [
      'a steps down: it hears from no majority of the 3 electors',
      'b is promoted, with 2 of 3 votes',
      'a follows b, for which it has to throw away v1, which only its own history has',
    ],
  },
  {
    product: 'PostgreSQL 15, asynchronous',
    known: 'ran',
    observed:
      "a standby is promoted: the old primary's writes are on a history of their own, and somebody has to rebuild it",
    design: three('postgresql-async replicate primary a async failover automatic', [put]),
    who: 'put atA',
    end: 'settled lost',
    heal: DISCARDED,
    steps: [
      'a acknowledges v1',
      "a can't follow b with v1 in its own history: somebody has to rebuild it, without v1",
      'v1 is gone, though atA was told that it is done',
    ],
  },
  {
    product: 'PostgreSQL 15, ANY 1 (b, c)',
    known: 'ran',
    observed: 'both standbys cut off: the commit hangs, and is there after the heal',
    design: three('postgresql-sync', [put]),
    who: 'put atA',
    end: 'settled unknown',
    steps: [
      'atA hears nothing and gives up: 0 of 2 others answer a, 1 must have it',
      'the network heals',
      'v1 comes to light, though atA never got an answer',
    ],
  },
  {
    product: 'MariaDB, semi-synchronous',
    known: 'ran',
    observed: "the source gives up waiting and goes on alone; after b is promoted it can't rejoin (error 1236)",
    design: three('mysql-semi-sync replicate primary a sync 1 weakens failover automatic', [put]),
    who: 'put atA',
    end: 'settled lost',
    heal: DISCARDED,
    steps: [
      'a gives up waiting for 1 more to acknowledge',
      'a acknowledges v1',
      "a can't follow b with v1 in its own history: somebody has to rebuild it, without v1",
    ],
  },
  {
    product: 'Redis with Sentinel',
    known: 'ran',
    observed: 'what the old master acknowledged is lost on heal, and it follows the new one by itself',
    design: three('redis-sentinel', [put, get]),
    who: 'put atA',
    end: 'settled lost',
    heal: DISCARDED,
    steps: [
      'a acknowledges v1',
      'a follows b, for which it has to throw away v1, which only its own history has',
      'v1 is gone, though atA was told that it is done',
    ],
  },
  {
    product: 'Redis with Sentinel',
    known: 'ran',
    observed: 'who reads at the new master never sees what the old one had acknowledged',
    design: three('redis-sentinel', [put, get]),
    who: 'get atB',
    end: 'settled stale/heal',
    heal: 'the missing write is discarded',
    steps: [
      'nothing brings v1 to b while the network is broken',
      'v1 never gets there: it is thrown away, though it was acknowledged',
    ],
  },
  {
    product: 'Redis with Sentinel',
    known: 'ran',
    observed: "a write at the new master knows nothing of the old one's: the new history wins, whatever the clocks say",
    design: three('redis-sentinel', [put]),
    who: 'put atB',
    end: 'settled conflict/heal',
    heal: 'the history of b wins, and put from atA is discarded, though it was acknowledged; a rejoins by itself',
    steps: ['v2 stays and v1 is gone, though all were acknowledged and v2 knew nothing of v1'],
  },
  {
    product: 'RabbitMQ, cluster_partition_handling = ignore',
    known: 'documented',
    observed:
      'the partition stays until somebody picks the side to trust and restarts the others, whose messages are lost',
    design: three('rabbitmq-ignore', [put]),
    who: 'put atA',
    end: 'settled lost',
    heal: DISCARDED,
    steps: [
      'a acknowledges v1',
      'somebody picks the side of b and restarts the others, which throw away what only they have: v1',
    ],
  },
  {
    product: 'RabbitMQ, cluster_partition_handling = pause_minority',
    known: 'ran',
    observed: 'a publish at the node that is cut off gets no confirm until that node pauses, and is dropped then',
    design: three('rabbitmq-pause-minority', [put]),
    who: 'put atA',
    end: 'detecting unknown',
    heal: 'it may have taken effect, may still, or never will',
    steps: [
      'a sends v1 to b, which is lost',
      'atA hears nothing and gives up: the view of a is still a, b and c',
      'the side of b wins, and the others throw away what only they have: v1',
      'v1 is thrown away, and atA never got an answer',
    ],
  },
  {
    product: 'RabbitMQ, cluster_partition_handling = ignore',
    known: 'ran',
    observed: 'one of three links cut: the cluster falls into parts, and what a part alone confirmed is dropped',
    design: three('rabbitmq-ignore', [put], 'cut a -- b'),
    who: 'put atA',
    end: 'settled lost',
    heal: DISCARDED,
    steps: [
      'a acknowledges v1',
      'somebody picks the side of b and restarts the others, which throw away what only they have: v1',
      'v1 is gone, though atA was told that it is done',
    ],
  },
  {
    product: 'RabbitMQ quorum queue',
    known: 'ran',
    observed: 'a publish at the old leader is not confirmed: nobody can say whether it is delivered',
    design: three('rabbitmq-quorum-queue replicate consensus leader a', [put]),
    who: 'put atA',
    end: 'settled unknown',
    heal: 'it may have taken effect, may still, or never will',
    steps: ['put from atA writes v1 to s at a'],
  },
  {
    product: 'CouchDB and PouchDB',
    known: 'ran',
    observed: 'the heal keeps both, one of them hidden until a client merges them',
    design: three('couchdb', [put]),
    who: 'put atB',
    end: 'settled conflict/heal',
    heal: 'both are kept as siblings, the next reader has to merge them',
    steps: ['v1 and v2 are kept as siblings: the next client that reads has to merge them'],
  },
];

describe('the writes that remain after a failure, and what the heal does with them', () => {
  test.each(AFTERMATHS.map((one) => [`${one.product} (${one.known}): ${one.observed}`, one] as const))(
    '%s',
    (_, { design, who, end, heal, steps, never }) => {
      const replay = replays(design, who)[end];
      if (heal !== undefined) expect(replay?.heal).toBe(heal);
      expect(replay?.steps.filter((step) => steps.includes(step))).toEqual(steps);
      if (never !== undefined) expect(replay?.steps.filter((step) => step.includes(never))).toEqual([]);
    },
  );
});

// Is a majority counted among the members that vote or among those with a copy? MongoDB's manual, write concern: of the
// voting members, but no more than there are members with data.
test.each([
  ['a, b, c', 2],
  ['a, b, witness w', 2],
  ['a, b, c, witness w', 3],
  ['a, b, c, witness v, witness w', 3],
  ['a, b, c, d, witness w', 3],
])('MongoDB: `w: majority` of %s is %i copies', (members, copies) => {
  const [, ...others] = members.split(', ').filter((one) => !one.startsWith('witness'));
  // As many secondaries as the write needs are enough, and one less is not; witnesses are always in reach.
  const verdictWith = (reached: number): string | undefined =>
    phaseTable(`
node a, b, c, d, v, w, z
mesh a, b, c, d, v, w, z
client web at a
store s on ${members} { like mongodb replicate primary a }
operation put: write s from web level "w: majority"
partition cut { ${others
      .slice(reached)
      .map((name) => `cut a -- ${name}`)
      .join('\n')}
  cut a -- z }`)[0];
  expect(verdictWith(copies - 1)).toBe('put web: ok | ');
  expect(verdictWith(copies - 2)).toBe('put web: unknown | ');
});

// The merge rule decides what a heal does with two values. It changes no verdict, and the model keeps it for reports.
test.each([
  ['cassandra', 'lww'],
  ['riak', 'siblings'],
  ['couchdb', 'siblings'],
  ['rabbitmq-autoheal', 'discard'],
])('%s merges by %s', (preset, merge) => {
  expect(resolve(parse(`node a, b\nlink a -- b\nstore s on a, b { like ${preset} }`)).model.stores[0]?.merge).toBe(
    merge,
  );
});
