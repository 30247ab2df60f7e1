import { test } from 'vitest';
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
