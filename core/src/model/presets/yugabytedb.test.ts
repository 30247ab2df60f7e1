import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a tablet leader that is cut off serves nothing, and another peer takes over', () => {
  expect(
    threeReplicas('like yugabytedb replicate consensus leader a', [
      'put: write s',
      'get: read s',
      'old: read s level yb_read_from_followers',
    ]),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | ',
    'get atB: ok | error',
    'old atA: error | stale',
    'old atB: ~stale+ok | error',
  ]);
});
