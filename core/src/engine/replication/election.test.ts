import { expect, test } from 'vitest';
import { verdictsUnder } from '../../engine/under.js';
import { resolve } from '../../model/resolve.js';
import { HEALTHY } from '../../network/fault.js';
import { parse } from '../../syntax/parse.js';
import { expectVerdicts } from '../../testing/verdicts.js';

/** Five members in a mesh, of which `c` led, with clients at `a` and at the hub of some cuts. */
const five = (election: string, fault: string, clauses = ''): string => `
    node a, b, c, d, e
    mesh a, b, c, d, e 1ms
    client atA at a
    store s on a, b, c, d, e { replicate consensus ${election} leader c ${clauses} }
    operation put: write s from atA
    operation near: read s level local from atA
    partition fault { ${fault} }`;

/** `c` is gone, and a alone reaches a majority: the constrained election of Omni-Paxos (EuroSys '23, section 2). */
const CONSTRAINED = 'isolate c cut b -- d cut b -- e cut d -- e';

/** From `c` over `a`, `b` and `d` to `e`. */
const CHAIN = 'cut c -- b cut c -- d cut c -- e cut a -- d cut a -- e cut b -- e';

/** `c` is gone, and each of the others reaches two of them: a majority with itself. */
const RING = 'isolate c cut a -- e cut b -- d';

// etcd 3.4.23 with writes going on: nobody was elected for as long as the cut lasted, 73 s, and 49 s with PreVote. With
// an up-to-date a it was elected within 8 s.
test('in Raft the only candidate may lack an entry that its voters have, and then no replica is elected', () => {
  expectVerdicts(
    five('', CONSTRAINED),
    `         | healthy | fault
     put atA  | ok      | error+ok
     near atA | ~stale  | stale+ok`,
  );
  expectVerdicts(
    five('', CONSTRAINED, 'on partition wait 5s'),
    `         | healthy | fault
     put atA  | ok      | error+ok
     near atA | ~stale  | stale+ok`,
  );
});

test('a leader that learns from its quorum is elected wherever it reaches a majority', () => {
  expectVerdicts(
    five('paxos', CONSTRAINED),
    `         | healthy | fault
     put atA  | ok      | ok
     near atA | ~stale  | ok`,
  );
});

test('a store that nothing writes has logs that are all alike', () => {
  expectVerdicts(
    five('', CONSTRAINED).replace('operation put: write s from atA', 'operation put: read s from atA'),
    `         | healthy | fault
     put atA  | ok      | ok
     near atA | ok      | ok`,
  );
});

test('where the candidates reach each other, one of them is elected', () => {
  // A clean partition, and a ring without the leader: each of a, b, d and e reaches two others.
  expectVerdicts(
    five('', 'c | a, b, d, e'),
    `         | healthy | fault
     put atA  | ok      | ok
     near atA | ~stale  | ~stale+ok`,
  );
  expectVerdicts(
    five('', RING),
    `         | healthy | fault
     put atA  | ok      | ok
     near atA | ~stale  | stale+~stale+ok`,
  );
});

// The log of p lags behind that of x, and p refuses q, whose log lags behind: with two entries on their way.
test('a candidate that is refused may refuse others', () => {
  const design = (cut: string): string => `
    node p, q, x, f, w
    mesh p, q, x, f, w
    client atP at p
    store s on p, q, x, f, witness w { replicate consensus leader f }
    operation put: write s from atP
    partition fault { isolate f cut q -- x cut w -- x ${cut} }`;
  // Here p has the votes of q and of the witness, whatever x has.
  expectVerdicts(
    design(''),
    `        | healthy | fault
     put atP | ok      | ok`,
  );
  expectVerdicts(
    design('cut w -- p'),
    `        | healthy | fault
     put atP | ok      | error+ok`,
  );
});

test('a replica that heard nothing from the old leader is ahead of nobody', () => {
  const design = (links: string): string => `
    node a, b, c, d, e
    link c -- a
    link c -- d
    ${links}
    link a -- b
    link a -- d
    link a -- e
    client atA at a
    store s on a, b, c, d, e { replicate consensus leader c }
    operation put: write s from atA
    partition fault { isolate c }`;
  expectVerdicts(
    design(''),
    `        | healthy | fault
     put atA | ok      | ok`,
  );
  expectVerdicts(
    design('link c -- b'),
    `        | healthy | fault
     put atA | ok      | error+ok`,
  );
});

// Liskov's and Zab's leaders learn; ZooKeeper's members need a majority of their own besides. ZooKeeper 3.8 with five
// members elected no leader in a star around a follower, in four runs, one of them watched for 43 s.
const STAR = 'isolate c cut b -- d cut b -- e cut d -- e';
test('in ZooKeeper a member that reaches no majority follows no new leader', () => {
  expectVerdicts(
    five('zab', STAR),
    `         | healthy | fault
     put atA  | ok      | error
     near atA | ~stale  | stale`,
  );
  expectVerdicts(
    five('zab', RING),
    `         | healthy | fault
     put atA  | ok      | ok
     near atA | ~stale  | stale+~stale+ok`,
  );
});

test('in ZooKeeper a leader keeps the followers that joined it before the break', () => {
  const star = (zab: string): string => `
    node a, b, c, d, e
    mesh a, b, c, d, e
    client atB at b via b
    store s on a, b, c, d, e { replicate consensus leader c ${zab} }
    operation put: write s from atB
    operation get: read s level bounded 5s from atB
    partition hub { cut a -- b cut a -- d cut a -- e cut b -- d cut b -- e cut d -- e }
    partition moved { isolate c cut b -- d cut b -- e }`;
  // Around c all go on; without c, b reaches a alone and joins nobody, while a, d and e go on.
  expectVerdicts(
    star('zab'),
    `        | healthy | hub     | moved
     put atB | ok      | ok      | error
     get atB | ~stale  | ~stale  | error`,
  );
  expectVerdicts(
    star('paxos'),
    `        | healthy | hub     | moved
     put atB | ok      | ok      | error+ok
     get atB | ~stale  | ~stale  | ~stale+error`,
  );
});

test('in ZooKeeper all may vote for a member that they hear of over others, and that cannot be elected', () => {
  const fault = (links: string): string => `
    node a, b, c, d, e
    mesh a, b, c, d, e
    client atC at c via c
    store s on a, b, c, d, e { replicate consensus leader a zab }
    operation put: write s from atC
    partition fault { ${links} }`;
  // A chain from a over b, c and d to e: only c can be elected. Of a, which has the longest log, all hear over others.
  expectVerdicts(
    fault('cut a -- c cut a -- d cut a -- e cut b -- d cut b -- e cut c -- e'),
    `        | healthy | fault
     put atC | ok      | error+ok`,
  );
  // Nobody hears of a.
  expectVerdicts(
    fault('isolate a'),
    `        | healthy | fault
     put atC | ok      | ok`,
  );
});

test('in ZooKeeper a leader that keeps a majority, but not of its followers, steps down', () => {
  // e follows nobody: it reaches a alone. Then a, c and e are three of five, and only c acknowledges what a proposes.
  expectVerdicts(
    `
    node a, b, c, d, e
    link a -- b
    link a -- c
    link a -- e
    link b -- c
    link b -- d
    link c -- d
    client atA at a via a
    store s on a, b, c, d, e { replicate consensus leader a zab }
    operation put: write s from atA
    partition apart { cut a -- b }
    partition gone { down b }`,
    `        | healthy | apart    | gone
     put atA | ok      | error+ok | error`,
  );
});

test('why no replica leads', () => {
  const reasons = (text: string): readonly string[] =>
    verdictsUnder(resolve(parse(text)).model, { ...HEALTHY, partition: 0 })
      .filter(({ operation }) => operation === 0)
      .flatMap(({ verdict: { outcomes } }) => outcomes.map(({ verdict, reason }) => `${verdict}: ${reason}`));
  expect(reasons(five('', CONSTRAINED))).toEqual([
    'error: no leader is elected: voters of a may have entries of c that it lacks and refuse it',
    'ok: 3 of 5 replicas are enough',
  ]);
  expect(reasons(five('zab', CHAIN))).toEqual([
    'error: no leader is elected: all may vote for a, which has no majority',
    'ok: 3 of 5 replicas are enough',
  ]);
  expect(reasons(five('zab', STAR))).toEqual([
    'error: no leader is elected: too few of those that a reaches have a majority in reach themselves',
  ]);
});
