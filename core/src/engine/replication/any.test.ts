import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { expectVerdicts } from '../../testing/verdicts.js';

const two = `
node a, b
link a -- b 40ms
client atA at a
client atB at b
`;

// Gilbert and Lynch's two nodes.
test('both sides take writes that do not know of each other', () => {
  expectVerdicts(
    `${two}
    store s on a, b { choose AP }
    operation w: write s from atA, atB
    operation r: read s from atA, atB
    partition split { a | b }`,
    `      | healthy   | split
     w atA | ~conflict | conflict
     w atB | ~conflict | conflict
     r atA | ~stale    | stale
     r atB | ~stale    | stale`,
  );
});

test('written from one side only, the read on that side is ok', () => {
  expectVerdicts(
    `${two}
    store s on a, b { choose AP }
    operation w: write s from atA
    operation r: read s from atA, atB
    partition split { a | b }`,
    `      | healthy | split
     w atA | ok      | ok
     r atA | ok      | ok
     r atB | ~stale  | stale`,
  );
});

test('news travels over other replicas: missed for the lag only, while a third one sees both', () => {
  expectVerdicts(
    `
    node a, b, c
    mesh a, b, c
    client atA at a
    client atB at b
    store s on a, b, c { choose AP }
    operation w: write s from atA
    operation r: read s from atB
    partition partial { cut a -- b }`,
    `      | healthy | partial
     w atA | ok      | ok
     r atB | ~stale  | ~stale`,
  );
});

test('choose CP: a replica serves only with a majority in reach, so that only the lag remains', () => {
  expectVerdicts(
    `
    node a, b, c
    mesh a, b, c
    client atA at a via a
    client atB at b
    client atC at c
    store s on a, b, c { choose CP replicate any }
    operation w: write s from atA, atB, atC
    operation r: read s from atA, atB
    partition lone { a | b, c }`,
    `      | healthy   | lone
     w atA | ~conflict | conflict+error
     w atB | ~conflict | conflict
     w atC | ~conflict | conflict
     r atA | ~stale    | error
     r atB | ~stale    | stale`,
  );
});

test('choose CP with merge discard: the side that has a majority wins the heal, and what the one that paused took is gone', () => {
  const paused = (partition: string): string => `
    node a, b, c
    mesh a, b, c
    client atA at a via a
    client atB at b
    store s on a, b, c { choose CP replicate any merge discard }
    operation w: write s from atA, atB
    partition p { ${partition} }`;
  expectVerdicts(
    paused('a | b, c'),
    `      | healthy | p
     w atA | ok      | lost+error
     w atB | ok      | ok`,
  );
  // If no side has a majority, any of them may win.
  expectVerdicts(
    paused('a | b | c'),
    `      | healthy | p
     w atA | ok      | lost+error
     w atB | ok      | lost+error`,
  );
});

test('membership agreed: one link of three cut leaves one end of it alone, and which is chance', () => {
  const cut = (clauses: string): string => `
    node a, b, c
    mesh a, b, c
    client atA at a via a
    client atB at b via b
    client atC at c via c
    store s on a, b, c { ${clauses} membership agreed }
    operation w: write s from atA, atB, atC
    operation r: read s from atA, atC
    partition p { cut a -- b }
    partition q { a, b | c }`;
  expectVerdicts(
    cut('replicate any'),
    `      | healthy | p        | q
     w atA | ok      | conflict | conflict
     w atB | ok      | conflict | conflict
     w atC | ok      | conflict | conflict
     r atA | ok      | stale    | stale
     r atC | ok      | stale    | stale`,
  );
  // A view without a majority pauses, although its replica may reach c.
  expectVerdicts(
    cut('choose CP replicate any merge discard'),
    `      | healthy | p        | q
     w atA | ok      | error+ok | ok
     w atB | ok      | error+ok | ok
     w atC | ok      | ok       | error
     r atA | ok      | error+ok | ok
     r atC | ok      | ok       | error`,
  );
});

test('membership agreed: views that need not be whole on the healthy network already', () => {
  expectVerdicts(
    `node a, b, c
    link a -- b
    link b -- c
    client atA at a via a
    client atC at c via c
    store s on a, b, c { replicate any membership agreed }
    operation w: write s from atA
    operation r: read s from atA, atC
    partition p { cut a -- b }`,
    `      | healthy | p
     w atA | ok      | ok
     r atA | ok      | ok
     r atC | stale   | stale`,
  );
});

test('membership agreed: a store of more than eight replicas is not known', () => {
  const nodes = 'a, b, c, d, e, f, g, h, i';
  const store = `store s on ${nodes} { replicate any membership agreed }`;
  const text = `node ${nodes}\nmesh ${nodes}\nclient k at a\n${store}\noperation w: write s from k needs eventual`;
  const { clients, needs } = analyze(text).results ?? { clients: [], needs: [] };
  const why = 's has 9 replicas; stores of more than 8 with `membership agreed` are not analysed';
  expect(clients.map(({ notKnown }) => notKnown)).toEqual([why]);
  expect(needs.map((answer) => answer.status === 'not known' && answer.why)).toEqual([why]);
});
