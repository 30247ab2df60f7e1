import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';
import { expectVerdicts } from '../../testing/verdicts.js';

const three = `
node a, b, c
mesh a, b, c 10ms
client atA at a
client atB at b
client atC at c
`;

test('a majority goes on, the lone replica refuses at once', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { choose CP }
    operation w: write s from atA, atB
    operation r: read s from atA, atB
    partition lone { a | b, c }`,
    `      | healthy | lone
     w atA | ok      | error
     w atB | ok      | ok
     r atA | ok      | error
     r atB | ok      | ok`,
  );
});

test('where it waits instead, a write that was taken in is unknown, a read is an error', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { choose CP on partition wait 5s }
    operation w: write s from atA
    operation r: read s from atA
    partition lone { a | b, c }`,
    `      | healthy | lone
     w atA | ok      | unknown
     r atA | ok      | error`,
  );
});

// etcd 3.4: leader a and b cut, c sees both: a and c go on, b times out, the leader stays.
test('under a partial cut the leader stays, a follower that it cannot reach refuses or times out', () => {
  expectVerdicts(
    `${three}
    client onlyB at b via b
    store s on a, b, c { replicate consensus leader a }
    operation w: write s from atA, onlyB, atC
    partition partial { cut a -- b }`,
    `        | healthy | partial
     w atA   | ok      | ok
     w onlyB | ok      | error
     w atC   | ok      | ok`,
  );
});

test('a client that is not pinned turns to the next replica when it is refused, but not when it timed out', () => {
  const design = (reaction: string): string => `${three}
    store s on a, b, c { replicate consensus leader a on partition ${reaction} }
    operation w: write s from atB
    partition partial { cut a -- b }`;
  expectVerdicts(
    design('error'),
    `      | healthy | partial
                                   w atB | ok      | ok`,
  );
  expectVerdicts(
    design('wait 3s'),
    `      | healthy | partial
                                     w atB | ok      | unknown`,
  );
});

// etcd 3.4: a one-way cut of the leader, in either direction, acts as a full cut.
test('a one-way cut between servers acts as a full cut', () => {
  expectVerdicts(
    `${three}
    client onlyA at a via a
    store s on a, b, c { replicate consensus leader a }
    operation w: write s from onlyA, atB
    partition out { cut a -> b cut a -> c }
    partition in { cut b -> a cut c -> a }`,
    `        | healthy | out   | in
     w onlyA | ok      | error | error
     w atB   | ok      | ok    | ok`,
  );
});

test('a local read is stale while replication lags, and until the heal where no leader reaches it', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate consensus leader a }
    operation w: write s from atB
    operation r: read s from atA, atC level local
    partition lone { a | b, c }`,
    `      | healthy | lone
     w atB | ok      | ok
     r atA | ok      | stale
     r atC | ~stale  | ~stale+ok`,
  );
});

test('a witness gives the side with one copy a majority, and no acknowledged write is lost', () => {
  expectVerdicts(
    `
    node a, b, w
    mesh a, b, w
    client atA at a
    client atB at b
    store s on a, b, witness w { replicate consensus leader a }
    operation put: write s from atA, atB
    operation get: read s from atA, atB
    partition lone { a | b, w }`,
    `        | healthy | lone
     put atA | ok      | error
     put atB | ok      | ok
     get atA | ok      | error
     get atB | ok      | ok`,
  );
});

test('choose AP falls back to the one copy: reads go stale, writes conflict', () => {
  expectVerdicts(
    `${three}
    client onlyA at a via a
    store s on a, b, c { choose AP replicate consensus leader b }
    operation w: write s from onlyA, atB
    operation r: read s from onlyA, atB
    partition lone { a | b, c }`,
    `        | healthy | lone
     w onlyA | ok      | conflict
     w atB   | ok      | conflict
     r onlyA | ok      | stale
     r atB   | ok      | stale`,
  );
});

test('a read of all copies sees what one of them took by itself', () => {
  expectVerdicts(
    `node a, b, c, d
    mesh a, b, c, d
    client atA at a
    store s on a, b, c, d { choose AP replicate consensus leader b }
    operation w: write s from atA
    operation r: read s level all from atA
    partition some { cut a -- b cut b -- c }`,
    `      | healthy | some
     w atA | ok      | conflict+ok
     r atA | ok      | ~stale+ok`,
  );
});

/** The disruptive servers of the dissertation: 1, 2 and 3 in a mesh, 4 linked only to 2, 5 only to 3. */
const disrupted = (clauses: string, fault: string): string => `
    node n1, n2, n3, n4, n5
    mesh n1, n2, n3
    link n4 -- n2
    link n5 -- n3
    client c1 at n1 via n1
    store s on n1, n2, n3, n4, n5 { replicate consensus ${clauses} }
    operation w: write s from c1
    operation r: read s level local from c1
    partition p { ${fault} }`;

test('without PreVote and CheckQuorum, a member that misses the leader deposes it: no leader lasts', () => {
  // Three of them have a majority, and each misses a replica that another one hears. Without 4, 3 hears all others, and
  // leads.
  expectVerdicts(
    disrupted('no-prevote', 'cut n4 -- n2'),
    `      | healthy            | p
     w c1 | error+ok           | ok
     r c1 | stale+~stale+ok    | ~stale`,
  );
  // Without 4 and 5 no replica is missed; without 5, 2 hears all, and leads.
  expectVerdicts(
    disrupted('no-prevote', 'cut n4 -- n2 cut n5 -- n3'),
    `      | healthy            | p
     w c1 | error+ok           | ok
     r c1 | stale+~stale+ok    | ~stale+ok`,
  );
  expectVerdicts(
    disrupted('no-prevote', 'down n5'),
    `      | healthy            | p
     w c1 | error+ok           | ok
     r c1 | stale+~stale+ok    | ~stale`,
  );
  // With PreVote and CheckQuorum a leader that has a majority stays.
  expectVerdicts(
    disrupted('', 'cut n4 -- n2'),
    `      | healthy            | p
     w c1 | ok                 | ok
     r c1 | ~stale+ok          | ~stale+ok`,
  );
});

test('without PreVote, a member that misses the leader deposes it only for the members that hear this member', () => {
  const design = (clauses: string): string => `${three}
    store s on a, b, c { replicate consensus leader a ${clauses} }
    operation w: write s from atA, atB
    partition partial { cut a -- b }`;
  expectVerdicts(
    design(''),
    `      | healthy | partial
     w atA | ok      | ok
     w atB | ok      | ok`,
  );
  // c hears both, and leads in the end; a has noticed the break by then.
  expectVerdicts(
    design('no-prevote'),
    `      | healthy | partial
     w atA | ok      | ok
     w atB | ok      | ok`,
  );
});

test('without PreVote, a replica that was deposed before the break may last after it, but does not lead because of that', () => {
  const design = (clauses: string): string => `
    node a, b, c
    link a -- b
    link a -- c
    client atA at a
    client atB at b
    store s on a, b, c { replicate consensus ${clauses} }
    operation w: write s from atA
    operation all: write s from atA level all
    operation near: read s from atB level local
    partition p { cut a -- c }`;
  // c misses b on the healthy network, and hears of it from a: a led, and stays the leader.
  for (const clauses of ['no-prevote', 'leader b no-prevote'])
    expect(phaseTable(design(clauses))).toEqual(['w atA: ok | ', 'all atA: error | unknown', 'near atB: ~stale | ']);
  // With PreVote b led, and stays the leader; c was out of its reach before.
  expect(phaseTable(design('leader b'))).toEqual(['w atA: ok | ', 'all atA: error | ', 'near atB: ok | ']);
});

// Every write that was acknowledged before the break went through a.
test('a named leader has all that was acknowledged before the break, also where another leads now', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { choose CP replicate consensus leader a }
    store t on a, b, c { choose AP replicate consensus leader a }
    operation put: write s from atA
    operation get: read s from atA level local
    operation add: write t from atA
    operation look: read t from atA
    partition lone { a | b, c }`,
    `          | healthy | lone
     put atA  | ok      | error
     get atA  | ok      | ok
     add atA  | ok      | ok
     look atA | ok      | ok`,
  );
});

test('any copy may answer, also one that is out of reach, and then nobody does', () => {
  const design = (clauses: string): string => `${three}
    store s on a, b, c { replicate consensus leader a ${clauses} }
    operation w: write s from atA
    operation r: read s from atA, atB, atC level any
    partition lone { b | a, c }
    partition stopped { down b }`;
  for (const clauses of ['', 'on partition wait 5s', 'choose AP'])
    expectVerdicts(
      design(clauses),
      `      | healthy   | lone              | stopped
       w atA | ok        | ok                | ok
       r atA | ~stale+ok | ~stale+error+ok   | ~stale+ok
       r atB | ~stale+ok | stale+error       | silent
       r atC | ~stale+ok | ~stale+error+ok   | ~stale+ok`,
    );
});

test('a leader that lost its majority refuses at once, and its client asks the next replica', () => {
  const design = (clauses: string): string => `${three}
    client outside
    link outside -- a
    link outside -- b
    store s on a, b, c { replicate consensus leader a ${clauses} on partition wait 5s }
    operation w: write s from atA, atB, outside
    partition lone { cut a -- b cut a -- c }
    partition apart { cut a -- b cut a -- c cut b -- c }`;
  expectVerdicts(
    design('step-down'),
    `            | healthy | lone  | apart
     w atA      | ok      | error | error
     w atB      | ok      | ok    | unknown
     w outside  | ok      | ok    | unknown`,
  );
  expectVerdicts(
    design(''),
    `            | healthy | lone    | apart
     w atA      | ok      | unknown | unknown
     w atB      | ok      | ok      | unknown
     w outside  | ok      | unknown | unknown`,
  );
});

test('the leader that steps down says so to those that it reaches, and they refuse at once, too', () => {
  const design = (clauses: string): string => `
    node a, b, c, d, e
    mesh a, b, c, d, e
    client atA at a via a
    client atB at b via b
    client atC at c via c
    store s on a, b, c, d, e { replicate consensus leader a ${clauses} on partition wait 5s }
    operation w: write s from atA, atB, atC
    partition p { a, b | c, d, e }
    partition thirds { cut a -- c cut a -- d cut a -- e cut b -- c cut b -- d cut b -- e cut c -- d cut c -- e cut d -- e }`;
  expectVerdicts(
    design('step-down'),
    `       | healthy | p     | thirds
     w atA | ok      | error | error
     w atB | ok      | error | error
     w atC | ok      | ok    | unknown`,
  );
  expectVerdicts(
    design(''),
    `       | healthy | p       | thirds
     w atA | ok      | unknown | unknown
     w atB | ok      | unknown | unknown
     w atC | ok      | ok      | unknown`,
  );
});

test('a leader that stops closes its connections, and its followers refuse at once', () => {
  const table = (clauses: string, fault: string): readonly string[] =>
    phaseTable(`${three}
    store s on a, b, c { replicate consensus leader a ${clauses} on partition wait 5s }
    operation w: write s from atB
    partition p { ${fault} }`);
  expect(table('step-down', 'down a')).toEqual(['w atB: ok | error']);
  expect(table('step-down', 'isolate a')).toEqual(['w atB: ok | unknown']);
  expect(table('step-down', 'down a cut b -- c')).toEqual(['w atB: error | ']);
  expect(table('', 'down a cut b -- c')).toEqual(['w atB: unknown | ']);
});

test('until it knows that it leads no more, a leader lets a request wait', () => {
  expect(
    phaseTable(`${three}
    store s on a, b, c { replicate consensus leader a step-down on partition wait 5s }
    operation w: write s from atA
    partition p { cut a -- b cut a -- c }`),
  ).toEqual(['w atA: error | unknown']);
});
