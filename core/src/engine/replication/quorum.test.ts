import { test } from 'vitest';
import { expectVerdicts } from '../../testing/verdicts.js';

const three = `
node a, b, c
mesh a, b, c 10ms
client atA at a
client atB at b
`;

// Cassandra, QUORUM: the majority works, the minority is refused ("unavailable", nothing written).
test('R + W > N: overlap, so no stale read; the minority is refused', () => {
  expectVerdicts(
    `${three}
    client onlyA at a via a
    store s on a, b, c { replicate quorum R=2 W=2 }
    operation w: write s from onlyA, atB
    operation r: read s from onlyA, atB
    partition lone { a | b, c }`,
    `        | healthy | lone
     w onlyA | ok      | error
     w atB   | ok      | ok
     r onlyA | ok      | error
     r atB   | ok      | ok`,
  );
});

// Cassandra, ONE/ONE: both sides answer, stale reads, last write wins on heal.
test('R=1 W=1: both sides answer, stale and in conflict; with no fault for the lag', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate quorum R=1 W=1 }
    operation w: write s from atA, atB
    operation r: read s from atA, atB
    partition lone { a | b, c }`,
    `      | healthy   | lone
     w atA | ~conflict | conflict
     w atB | ~conflict | conflict
     r atA | ~stale    | stale
     r atB | ~stale    | stale`,
  );
});

// Riak, sloppy R=2 W=2: both sides answer although R + W > N.
test('sloppy gives the overlap up', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate quorum R=2 W=2 sloppy merge siblings }
    operation w: write s from atA, atB
    operation r: read s from atA, atB
    partition lone { a | b, c }`,
    `      | healthy | lone
     w atA | ok      | conflict
     w atB | ok      | conflict
     r atA | ok      | stale
     r atB | ok      | stale`,
  );
});

// Cassandra, three data centres of three, one cut off, QUORUM (5 of 9): the lone centre refuses; LOCAL_QUORUM answers
// everywhere.
test('quorum over three zones, and local-quorum', () => {
  expectVerdicts(
    `
    zone x { node x1, x2, x3 }
    zone y { node y1, y2, y3 }
    zone z { node z1, z2, z3 }
    link x -- y 50ms
    link y -- z 50ms
    link x -- z 50ms
    client inX in x
    client inY in y
    store q on x, y, z { replicate quorum R=5 W=5 }
    store l on x, y, z { replicate quorum }
    store e on x, y, z { replicate quorum }
    operation w: write q from inX, inY level quorum
    operation lw: write l from inX, inY level local-quorum
    operation lr: read l from inX, inY level local-quorum
    operation ew: write e from inY level each-quorum
    partition off { x | y, z }`,
    `       | healthy   | off
     w inX  | ok        | error
     w inY  | ok        | ok
     lw inX | ~conflict | conflict
     lw inY | ~conflict | conflict
     lr inX | ~stale    | stale
     lr inY | ~stale    | stale
     ew inY | ok        | error`,
  );
});

test('with `merge discard` no two writes are in conflict: what is not lost stays as it is', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { choose AP replicate quorum R=2 W=2 merge discard }
    operation w: write s from atA, atB
    operation r: read s from atA
    partition lone { a | b, c }`,
    `      | healthy | lone
     w atA | ok      | lost
     w atB | ok      | lost
     r atA | ok      | dirty+stale`,
  );
});

test('a hint is enough, and nobody can read it before it is handed over', () => {
  const design = (write: string): string => `
    node a, b, c
    mesh a, b, c
    client atA at a
    client atC at c
    store s on a, b, c { replicate quorum R=3 W=2 }
    operation w: write s level ${write} from atA
    operation r: read s from atA, atC
    partition partial { cut a -- b }
    partition lone { a | b, c }`;
  expectVerdicts(
    design('one'),
    `       | healthy   | partial   | lone
     w atA | ~conflict | ~conflict | conflict
     r atA | ok        | ok        | error
     r atC | ok        | ok        | error`,
  );
  // c coordinates the reads of both: it reaches all copies, and the hint that a keeps for b is on none of them yet.
  expectVerdicts(
    design('hint'),
    `       | healthy   | partial   | lone
     w atA | ~conflict | ~conflict | conflict
     r atA | ok        | ~stale    | error
     r atC | ok        | ~stale    | error`,
  );
});

test('local-quorum outside of zones: a majority of all that are outside', () => {
  expectVerdicts(
    `
    node a, b, c
    mesh a, b, c
    client atA at a via a
    store s on a, b, c { replicate quorum }
    operation w: write s from atA level local-quorum
    partition one { a, b | c }
    partition lone { a | b, c }`,
    `      | healthy | one | lone
     w atA | ok      | ok  | error`,
  );
});
