import { expect, test } from 'vitest';
import { expectVerdicts, verdictTable } from '../../testing/verdicts.js';

const three = `
node a, b, c
mesh a, b, c 10ms
client atA at a
client atB at b
client atC at c
`;

// PostgreSQL 15, asynchronous: A goes on, B refuses writes and answers stale.
test('asynchronous, manual failover: the primary goes on alone, a standby answers stale, nothing is lost', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate primary a async }
    operation w: write s from atA, atB
    operation r: read s from atA, atB
    operation l: read s from atB level local
    partition lone { a | b, c }
    partition stopped { down a }`,
    `      | healthy | lone  | stopped
     w atA | ok      | ok    | silent
     w atB | ok      | error | error
     r atA | ok      | ok    | silent
     r atB | ok      | error | error
     l atB | ~stale  | stale | stale`,
  );
});

// Redis with Sentinel: A goes on acknowledging, all of it lost on heal.
test('asynchronous, automatic failover: what the old primary acknowledged is lost, its reads are stale', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate primary a async failover automatic }
    operation w: write s from atA, atB
    operation r: read s from atA
    partition lone { a | b, c }`,
    `      | healthy | lone
     w atA | ok      | lost
     w atB | ok      | lost+conflict
     r atA | ok      | dirty+stale`,
  );
});

// With sync 1 the majority side has every acknowledged write, and the old primary cannot acknowledge any.
test('sync 1 with automatic failover loses nothing; the old primary can acknowledge nothing', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate primary a sync 1 failover automatic }
    operation w: write s from atA, atB
    partition lone { a | b, c }`,
    `      | healthy | lone
     w atA | ok      | error
     w atB | ok      | ok`,
  );
});

// PostgreSQL, synchronous: one standby cut works, both cut hangs and commits after the heal.
test('sync 1: one standby is enough, with none the write is taken in and its outcome unknown', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate primary a sync 1 on partition wait 30s }
    operation w: write s from atA
    operation l: read s from atC level local
    partition one { cut a -- c }
    partition both { isolate a }`,
    `      | healthy | one   | both
     w atA | ok      | ok    | unknown
     l atC | ~stale  | stale | stale`,
  );
});

test('a level overrides how many must acknowledge', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate primary a sync 1 }
    operation one: write s from atA level one
    operation all: write s from atA level all
    partition lone { a | b, c }
    partition half { cut a -- b }`,
    `        | healthy | lone  | half
     one atA | ok      | ok    | ok
     all atA | ok      | error | error`,
  );
});

test('a follower of the promoted primary lags behind it, whatever its place in the store, and misses no write for longer', () => {
  expectVerdicts(
    `${three}
    store s on a, b, c { replicate primary c sync 1 failover automatic }
    operation w: write s from atA, atC
    operation r: read s from atA, atB, atC level local
    partition lone { c | a, b }`,
    `      | healthy | lone
     w atA | ok      | ok
     w atC | ok      | error
     r atA | ~stale  | ~stale+ok
     r atB | ~stale  | ~stale+ok
     r atC | ok      | dirty+stale`,
  );
});

// Two copies have every acknowledged write, one of them on the side of the promoted primary: a write that a follower
// there misses is on its way.
test('a follower of a promoted primary that has lost no write is stale only for the lag', () => {
  expectVerdicts(
    `node a, b, c, d, e
    mesh a, b, c, d, e
    client atB at b
    client atC at c
    store s on a, b, c, d, e { replicate primary a sync 1 failover automatic }
    operation w: write s from atB
    operation r: read s from atC level local
    partition lone { a | b, c, d, e }`,
    `      | healthy | lone
     w atB | ok      | ok
     r atC | ~stale  | ~stale+ok`,
  );
});

// The primary cannot shrink the set without the electorate, and need not.
test('an in-sync set that is whole acknowledges, though the primary has lost its electorate', () => {
  expectVerdicts(
    `${three}
    node x, y, z
    mesh a, x, y, z
    store s on a, b, c { replicate primary a in-sync 2 failover automatic by x, y, z }
    operation w: write s from atA
    partition alone { isolate x, y, z }
    partition short { isolate x, y, z, c }`,
    `      | healthy | alone | short
     w atA | ok      | ok    | error`,
  );
});

// A write acknowledged by a and c is gone; one acknowledged by a and d is not, and meets at the heal what b takes by
// itself.
test('a write that may be lost may be in conflict as well, where another replica than those that are gone had it', () => {
  expectVerdicts(
    `
    node a, b, c, d, w
    mesh a, b, c, d, w 10ms
    client atB at b
    store s on a, b, c, d, witness w { choose AP replicate primary a failover automatic }
    operation two: write s from atB level two
    operation all: write s from atB level all
    partition split { a | c | b, d, w }
    partition pair { a | b, c, d, w }`,
    `        | healthy | split            | pair
     two atB | ok      | lost+conflict+ok | conflict+ok
     all atB | ok      | conflict         | conflict`,
  );
});

// b hears of c, and follows it: the writes that a still takes are not shipped to b any more.
test('a replica connected to both primaries follows the new one, and never gets the writes that the old one still takes', () => {
  expectVerdicts(
    `
    node a, b, c, d
    mesh a, b, c, d 10ms
    client atA at a
    client atB at b
    store s on a, b, c, d { replicate primary a async failover automatic }
    operation put: write s from atA
    operation get: read s from atB level local
    partition partial { a | c, d }`,
    `        | healthy | partial
     put atA | ok      | lost+conflict
     get atB | ~stale  | stale`,
  );
});

test('`level leader` of a write is as many acknowledgements as the store says', () => {
  for (const settings of ['in-sync 2', 'sync 1 weakens', 'sync 1']) {
    const table = (level: string) =>
      verdictTable(`${three}
      store s on a, b, c { replicate primary a ${settings} }
      operation w: write s from atA ${level}
      partition one { a, b | c }
      partition both { a | b, c }`);
    expect(table('level leader')).toEqual(table(''));
  }
});

// Until a has noticed the break, it goes on alone, and those writes are lost. Afterwards it refuses, so no other write
// is lost.
test('what an old primary takes until it notices is missed at the new one, though it refuses afterwards', () => {
  for (const settings of ['step-down', 'min-replicas 1']) {
    expectVerdicts(
      `${three}
      store s on a, b, c { replicate primary a sync 1 weakens ${settings} failover automatic }
      operation put: write s from atA
      operation get: read s from atB
      partition lone { a | b, c }`,
      `        | healthy | lone
       put atA | ok      | error
       get atB | ok      | stale`,
    );
  }
});
