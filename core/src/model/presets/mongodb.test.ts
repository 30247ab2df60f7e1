import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';
import { threeReplicas } from '../../testing/threeReplicas.js';
import { parse } from '../../syntax/parse.js';
import { resolve } from '../resolve.js';

/** The level as it is written, or nothing. */
const withArbiter = (level: string): string[] =>
  phaseTable(`
node a, b, w
mesh a, b, w
client atA at a
client atB at b
store s on a, b, witness w { like mongodb }
operation put: write s from atA, atB ${level}
partition lone { a | b, w }`);

test('with an arbiter, the primary cut off: its `w: 1` writes are rolled back', () => {
  expect(withArbiter('level "w: 1"')).toEqual([
    'put atA: lost+error | unknown',
    'put atB: lost+ok | conflict+unknown+error',
  ]);
});

test('with an arbiter, `w: majority` blocks on the side that goes on, where one copy is in reach', () => {
  expect(withArbiter('level "w: majority"')).toEqual(['put atA: error | unknown', 'put atB: unknown | error']);
});

test('with an arbiter and two data-bearing members the default is `w: 1`, with four it is not', () => {
  expect(withArbiter('')).toEqual(withArbiter('level "w: 1"'));
  const step = (members: string): unknown =>
    resolve(
      parse(
        `node a, b, c, d, w\nclient web at a\nstore s on ${members} { like mongodb }\noperation put: write s from web`,
      ),
    ).model.operations[0]?.steps[0]?.level;
  expect([step('a, b, witness w'), step('a, b, c, d, witness w'), step('a, b')]).toEqual(['one', 'quorum', 'quorum']);
});

test('with three data-bearing members, `w: majority`, which is the default, loses nothing', () => {
  expect(threeReplicas('like mongodb', ['put: write s', 'get: read s'])).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | dirty+stale',
    'get atB: ok | error',
  ]);
});

test('with five members, voters may be ahead of the only candidate, and nobody is promoted', () => {
  const five = (clauses: string): string[] =>
    phaseTable(`
node a, b, c, d, e
mesh a, b, c, d, e
client atA at a
client atC at c
store s on a, b, c, d, e { like mongodb ${clauses} }
operation put: write s from atC
operation get: read s from atA level nearest
partition star { cut a -- b cut a -- c cut a -- d cut a -- e cut b -- d cut b -- e cut d -- e }`).map(
      (line) => line.split(' | ')[0] ?? '',
    );
  expect(five('')).toEqual(['put atC: error+ok', 'get atA: stale+ok']);
  expect(five('replicate primary a step-down failover automatic')).toEqual(['put atC: ok', 'get atA: stale']);
});

test('maxStalenessSeconds bounds nothing for a client that reaches a cut-off secondary only', () => {
  expect(
    phaseTable(`
node a, b, c
mesh a, b, c
client atC at c
client atA at a
store s on a, b, c { like mongodb }
operation put: write s from atA
operation get: read s from atC level "maxStalenessSeconds=90"
partition lone { a, b | c }`),
  ).toEqual(['put atA: ok | ', 'get atC: stale | ']);
});
