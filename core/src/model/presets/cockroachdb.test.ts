import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a replica cut off: reads with a bound are old up to it and refused beyond, strong ones are refused', () => {
  expect(
    threeReplicas('like cockroachdb replicate consensus leader b', [
      'get: read s',
      'old: read s level "with_max_staleness(\'10s\')"',
      'put: write s',
    ]),
  ).toEqual([
    'get atA: error | ',
    'get atB: ok | ',
    'old atA: error | stale',
    'old atB: ok | ',
    'put atA: error | unknown',
    'put atB: ok | ',
  ]);
});
