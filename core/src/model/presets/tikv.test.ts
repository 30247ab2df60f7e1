import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a leader of a Region that is cut off serves nothing, and another replica takes over', () => {
  expect(
    threeReplicas('like tikv replicate consensus leader a', [
      'put: write s',
      'get: read s',
      'old: read s level "tidb_read_staleness=-5"',
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
