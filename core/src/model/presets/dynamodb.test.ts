import { expect, test } from 'vitest';
import { parse } from '../../syntax/parse.js';
import { threeReplicas } from '../../testing/threeReplicas.js';
import { resolve } from '../resolve.js';

test('a table in one Region: a replica cut off answers eventually consistent reads only', () => {
  expect(
    threeReplicas('like dynamodb replicate consensus leader b', [
      'put: write s',
      'get: read s',
      'sure: read s level "ConsistentRead=true"',
    ]),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | ',
    'get atA: stale | ',
    'get atB: ok | ',
    'sure atA: error | ',
    'sure atB: ok | ',
  ]);
});

test('global tables: every Region goes on, and a strongly consistent read is as old as any other', () => {
  const [, , ...reads] = threeReplicas('like dynamodb-global-tables', [
    'put: write s',
    'get: read s',
    'sure: read s level "ConsistentRead=true"',
  ]);
  expect(reads).toEqual(['get atA: stale | ', 'get atB: stale | ', 'sure atA: stale | ', 'sure atB: stale | ']);
});

test('strong global tables: a Region that is cut off from both others answers eventually consistent reads only, and a witness serves nobody', () => {
  expect(
    threeReplicas('like dynamodb-global-tables-strong replicate consensus leader b', [
      'put: write s',
      'get: read s',
      'sure: read s level "ConsistentRead=true"',
    ]),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | ',
    'get atA: stale | ',
    'get atB: ok | ',
    'sure atA: error | ',
    'sure atB: ok | ',
  ]);
  expect(
    resolve(
      parse(
        'node a, b, w\nmesh a, b, w\nclient x at a\nstore s on a, b, witness w { like dynamodb-global-tables-strong }\noperation r: read s from x',
      ),
    ).diagnostics.filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});
