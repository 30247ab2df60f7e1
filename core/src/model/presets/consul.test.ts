import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('the leader cut off: a default read is old until it has noticed and then refused, a consistent one is refused, a stale one answers', () => {
  expect(
    threeReplicas('like consul replicate consensus leader a', [
      'put: write s',
      'get: read s',
      'sure: read s level consistent',
      'quick: read s level stale',
    ]),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | stale',
    'get atB: ok | error',
    'sure atA: error | ',
    'sure atB: ok | error',
    'quick atA: stale | ',
    'quick atB: ~stale+ok | ',
  ]);
});
