import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { phaseTable as table } from '../../testing/phases.js';

const three = `
node a, b, c
mesh a, b, c
client atA at a
client atB at b
operation put: write s from atA, atB
operation get: read s from atA, atB
partition lone { a | b, c }`;

// etcd 3.4, the leader cut off: a write at it times out until it notices and steps down, a linearizable read too; the
// others wait, and are refused while no leader is elected yet.
test('consensus, the leader alone', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate consensus leader a }`)).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | ',
    'get atB: ok | error',
  ]);
});

// NATS 2.9 under such a cut: a publish at the leader got no answer, and was stored.
test('without PreVote, a leader that is deposed though it has a majority', () => {
  const linkCut = (clauses: string): string =>
    `${three.replace('a | b, c', 'cut a -- b')}\nstore s on a, b, c { replicate consensus leader a ${clauses} }`;
  expect(table(linkCut('no-prevote'))).toEqual([
    'put atA: ok | unknown+error',
    'put atB: ok | unknown+error',
    'get atA: ok | error',
    'get atB: ok | error',
  ]);
  // It may answer the steps before, and a read that asks no majority; nobody else has acknowledged anything by then.
  const operations = `
    operation renew from atA { read s; write s }
    operation twice from atA { write s; write s }
    operation ask: read s level leader from atA`;
  expect(table(linkCut('no-prevote') + operations).slice(-3)).toEqual([
    'renew atA: ok | unknown+error',
    'twice atA: ok | partial+unknown+error',
    'ask atA: ok | error',
  ]);
  // With PreVote it stays.
  expect(table(linkCut(''))).toEqual([
    'put atA: ok | ',
    'put atB: ok | unknown',
    'get atA: ok | ',
    'get atB: ok | error',
  ]);
});

// "A follower cut off: no gap elsewhere."
test('consensus, a follower alone', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate consensus leader b }`)).toEqual([
    'put atA: error | unknown',
    'put atB: ok | ',
    'get atA: error | ',
    'get atB: ok | ',
  ]);
});

// Cassandra at QUORUM: the minority times out first, and refuses once it knows.
test('quorum', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate quorum R=2 W=2 }`)).toEqual([
    'put atA: error | unknown',
    'put atB: ok | ',
    'get atA: error | ',
    'get atB: ok | ',
  ]);
});

// A replica that pauses when it is alone serves until it has noticed the break; what it acknowledged just before the
// break is missed elsewhere in any case.
test('any, pausing in the minority', () => {
  expect(table(`${three}\nstore s on a, b, c { choose CP replicate any }`)).toEqual([
    'put atA: conflict+error | ',
    'put atB: conflict | ',
    'get atA: error | stale',
    'get atB: stale | ',
  ]);
});

// MySQL semi-synchronous and PostgreSQL synchronous: the write hangs first.
test('primary that waits for one other', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate primary a sync 1 failover manual }`)).toEqual([
    'put atA: error | unknown',
    'put atB: error | unknown',
    'get atA: ok | ',
    'get atB: error | ',
  ]);
});

// ZooKeeper 3.8: a session at the isolated server reads for about 2 s more, then it is refused; a write times out,
// later it is refused.
test('consensus, reads of a follower', () => {
  const levels = three.replace('read s from atA, atB', 'read s from atA, atB level bounded 5s');
  expect(table(`${levels}\nstore s on a, b, c { replicate consensus }`)).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | stale',
    'get atB: ~stale+ok | error',
  ]);
});

// Consul: the default read may be stale at a leader that is cut off, until its lease ends; a `consistent` read is not
// stale, a `stale` read is always answered.
test('consensus, reads by the word of the leader', () => {
  const at = (level: string): string[] =>
    table(
      `${three.replace('read s from atA, atB', `read s from atA, atB ${level}`)}\nstore s on a, b, c { replicate consensus leader a }`,
    ).slice(2);
  expect(at('level leader')).toEqual(['get atA: error | stale', 'get atB: ok | error']);
  expect(at('level quorum')).toEqual(['get atA: error | ', 'get atB: ok | error']);
  expect(at('level local')).toEqual(['get atA: stale | ', 'get atB: ~stale+ok | ']);
});

// Galera: the members relay, so that a ring without a hub still has a majority. If the ring is separated, the lone node
// refuses, and dirty reads are stale.
test('consensus that relays', () => {
  const ring = (clause: string, fault: string): string[] =>
    table(`
node a, b, c, d, e, f
link a -- b
link b -- c
link c -- d
link d -- e
link e -- f
link f -- a
client atA at a
operation put: write s from atA
operation get: read s from atA level local
partition fault { ${fault} }
store s on a, b, c, d, e, f { replicate consensus ${clause} }`);
  expect(ring('', 'cut c -- d')).toEqual(['put atA: error | ', 'get atA: ok | ']);
  expect(ring('relay', 'cut c -- d')).toEqual(['put atA: ok | unknown', 'get atA: ~stale+ok | ']);
  expect(ring('relay', 'isolate a')).toEqual(['put atA: error | unknown', 'get atA: stale+ok | ']);
});

// Galera, one link or one direction cut: writes and synchronized reads stalled at every node for some seconds. With all
// nodes apart a synchronized read was answered for up to 0.35 s.
test('a group that relays agrees anew on its members', () => {
  const design = (fault: string, expectation = ''): string => `
node a, b, c
mesh a, b, c
client atA at a via a
client atC at c via c
operation put: write s from atA, atC
operation get: read s from atA, atC
operation near: read s from atA level bounded 5s
partition fault { ${fault} }
store s on a, b, c { replicate consensus relay }
${expectation}`;
  expect(table(design('cut a -- b'))).toEqual([
    'put atA: ok | unknown',
    'put atC: ok | unknown',
    'get atA: ok | error',
    'get atC: ok | error',
    'near atA: ~stale+ok | ',
  ]);
  // Without a fault among the members there is nothing to agree on.
  expect(table(design('isolate atC'))[0]).toBe('put atA: ok | ');
  const [apart] = analyze(design('a | b | c', 'expect get from atA never ok under fault while detecting')).results
    .expectations;
  expect(apart?.status).toBe('fails');
});

// MariaDB semi-sync: the first write waits, then the primary goes on alone.
test('semi-sync that weakens', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate primary a sync 1 weakens failover manual }`)[0]).toBe(
    'put atA: ok | ',
  );
  expect(table(`${three}\nstore s on a, b, c { replicate primary a sync 1 weakens failover automatic }`)[0]).toBe(
    'put atA: lost | ',
  );
});

const sentinels = `
node a, b, s1, s2, s3
mesh a, b, s1, s2, s3
client atA at a
client atB at b
operation put: write s from atA, atB
operation get: read s from atA, atB
partition lone { a | b, s1, s2, s3 }`;

// Redis with Sentinel: the old primary goes on and loses all of its writes; with min-replicas-to-write 1 it stops after
// about 3 s; reads there are always stale.
test('an electorate outside, and fencing', () => {
  expect(table(`${sentinels}\nstore s on a, b { replicate primary a async failover automatic by s1, s2, s3 }`)).toEqual(
    ['put atA: lost | ', 'put atB: lost+conflict | unknown+error', 'get atA: dirty+stale | ', 'get atB: stale | error'],
  );
  const two = sentinels
    .replaceAll('a, b', 'a, b, c')
    .replace('b, s1', 'b, c, s1')
    .replace('from atA, atB, c', 'from atA, atB');
  expect(
    table(`${two}\nstore s on a, b, c { replicate primary a async min-replicas 1 failover automatic by s1, s2, s3 }`),
  ).toEqual([
    'put atA: lost+error | ',
    'put atB: lost+ok | conflict+unknown+error',
    'get atA: dirty+stale | ',
    'get atB: stale | error',
  ]);
});

// Another replica is promoted before the old primary notices that it is cut off: a write is taken there, and the read
// after it waits in vain for an answer of the old primary.
test('the last to notice is the old primary', () => {
  const steps = (operation: string): string[] =>
    table(`
zone z { node a }
node b
client c
operation both from c { ${operation} }
partition mute { cut a -> z }
store s on a, b { replicate primary a async step-down failover automatic by b }`);
  expect(steps('write s; read s')).toEqual(['both c: lost+stale | unknown+error']);
  expect(steps('write s')).toEqual(['both c: lost+ok | unknown+error']);
});

// A replica takes over the writes of the others when it is promoted or elected: a read of its copy before that can miss
// a write that it has a moment later.
test('a copy is read before it is promoted', () => {
  const reads = (design: string): string[] =>
    table(`
node a, b, c, d, e
mesh a, b, c, d, e
client x at a
client y at b
operation put: write s from x
operation get: read s level local from y
partition star { a | b, c, d, e; c | d; c | e; d | e }
${design}`).slice(1);
  expect(reads('store s on a, b, c { replicate primary a sync 1 failover automatic by b, d, e }')).toEqual([
    'get y: ok | ~stale',
  ]);
  expect(reads('store s on a, b, c, d, e { replicate consensus leader a paxos }')).toEqual(['get y: ok | ~stale']);
  // In Raft b may lack the write, and c, d and e, which have it, refuse b.
  expect(reads('store s on a, b, c, d, e { replicate consensus leader a }')).toEqual(['get y: stale+ok | ~stale']);
});

// No client of a replica can miss a write that this replica refused because it had noticed the break: it refuses reads
// too.
test('a replica that refused a write has noticed the break', () => {
  const read = (via: string): string =>
    table(`
node a, b
client x at a
client y via ${via}
operation put: write s from y
operation get: read s from x
partition lone { cut a -- b }
store s on a, b { choose CP replicate any }`)[1] ?? '';
  expect(read('b')).toBe('get x: error | stale');
  expect(read('a, b')).toBe('get x: error | ');
});

// a has noticed the break and refuses the writer, b has not and takes the write: nothing carries the write to c, which
// would have got it from a.
test('the last replica to notice serves clients that the others refuse', () => {
  expect(
    table(`
node a, b, c, d, e
mesh a, b, c, d, e
client y via a, b
link y -- a
link y -- b
client z at c
operation put: write s from y
operation get: read s from z
partition apart { a, c | b | d | e }
store s on a, b, c, d, e { choose CP replicate any }`)[1],
  ).toBe('get z: error | stale');
});

// The old primary has a vote of its own here: when another replica is promoted, it has noticed the break, and hands
// over what it took until then.
test("what is taken until another is promoted is lost only where that one can't get it", () => {
  expect(
    table(`
node a, b, c
mesh a, b, c
client x at c
operation put: write s from x
partition partial { cut a -- c }
store s on b, c, a { replicate primary c async min-replicas 1 failover automatic by a, c }`),
  ).toEqual(['put x: ok | ']);
});

// MongoDB with an arbiter: the writes that the old primary took with w:1 are rolled back, and it steps down; w:majority
// blocks on the other side, because only one copy is in reach.
test('a primary that steps down, with a witness', () => {
  const mongo = (level: string): string[] =>
    table(`
node a, b, w
mesh a, b, w
client atA at a
client atB at b
operation put: write s from atA, atB ${level}
partition lone { a | b, w }
store s on a, b, witness w { replicate primary a step-down failover automatic detect 10s }`);
  expect(mongo('level one')).toEqual(['put atA: lost+error | ', 'put atB: lost+ok | conflict+unknown+error']);
  expect(mongo('level quorum')).toEqual(['put atA: error | unknown', 'put atB: error | unknown']);
});

// Kafka, min.insync.replicas: an isolated leader cannot shrink the set by itself; the others go on without it.
test('an in-sync set', () => {
  const kafka = (fault: string): string[] =>
    table(`
node a, b, c, k1, k2, k3
mesh a, b, c, k1, k2, k3
client x at c
client y at a
operation put: write s from x, y
partition fault { ${fault} }
store s on a, b, c { replicate primary a in-sync 2 failover automatic by k1, k2, k3 }`);
  expect(kafka('a | b, c, k1, k2, k3')).toEqual(['put x: ok | unknown+error', 'put y: error | unknown']);
  expect(kafka('down b')).toEqual(['put x: ok | unknown', 'put y: ok | unknown']);
  expect(kafka('isolate b, c')).toEqual(['put x: error | unknown', 'put y: error | unknown']);
});

// RabbitMQ, autoheal: writes that only the losing side took are gone.
test('a heal that discards a side', () => {
  expect(table(`${three}\nstore s on a, b, c { replicate any merge discard }`)).toEqual([
    'put atA: lost | ',
    'put atB: lost | ',
    'get atA: dirty+stale | ',
    'get atB: dirty+stale | ',
  ]);
});

// RabbitMQ 3.10: a mirrored queue confirms when all its mirrors have the message.
test('membership agreed: no write is acknowledged before the break is noticed, unless the store has chosen AP', () => {
  const agreed = (clauses: string): string[] =>
    table(`${three}\nstore s on a, b, c { ${clauses} replicate any membership agreed merge discard }`);
  expect(agreed('')).toEqual([
    'put atA: lost | unknown',
    'put atB: lost | unknown',
    'get atA: dirty+stale | ',
    'get atB: dirty+stale | ',
  ]);
  expect(agreed('choose CP')).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown',
    'get atA: error | dirty+stale',
    'get atB: ok | ',
  ]);
  expect(agreed('choose AP')).toEqual([
    'put atA: lost | ',
    'put atB: lost | ',
    'get atA: dirty+stale | ',
    'get atB: dirty+stale | ',
  ]);
});

// Only the old leader without confirmation can serve x, only a new leader can serve y: on the healthy network c, to
// which y is pinned, does not reach a.
test('until the break is noticed, two operations may meet different states of the store before', () => {
  expect(
    table(`
      node a, b, c
      link a -- b
      link b -- c
      client x at a
      client y at c via c
      store s on a, b, c { choose CP replicate consensus leader a }
      store t on a, c { choose AP }
      operation left from x { read s level leader; read t }
      operation right from y { read s; write t }
      partition lone { a | b, c }`),
  ).toEqual(['left x: error | stale', 'right y: ok | error']);
});

test('an old leader answers beside a new one that needs no vote of those who take part in the read', () => {
  const beside = (members: string): string[] =>
    table(`
      node a, b, c, d, e
      mesh a, b, c, d, e
      client k at a
      client m at c
      store s on ${members} { replicate consensus leader b }
      operation put: write s from m
      operation get: read s level leader from k
      partition p { b | c, d, e }`).slice(1);
  expect(beside('a, b, c, d')).toEqual(['get k: ok | error']);
  expect(beside('a, b, c, d, e')).toEqual(['get k: ok | stale+error']);
});

test('a primary that votes for another one has noticed the break: what it answered before that misses nothing', () => {
  const design = (members: string): string => `
    node a, b, c, d, e
    mesh a, b, c, d, e
    client k at a
    client m at b
    store s on ${members} { replicate primary a step-down failover automatic }
    operation put: write s from k, m
    operation get: read s from k
    partition p { cut a -- b cut a -- c cut a -- e down c }`;
  // Of four, d needs the vote of a; of five, it is promoted by b and e, too.
  expect(table(design('a, b, c, d'))).toContain('get k: ok | error');
  expect(table(design('a, b, c, d, e'))).toContain('get k: error+ok | dirty+stale+~stale');
});
