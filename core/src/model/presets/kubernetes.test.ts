import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('an API server whose etcd is in the minority times out, and its watch cache goes on answering', () => {
  expect(
    threeReplicas('like kubernetes replicate consensus leader a', [
      'put: write s',
      'get: read s',
      'cached: read s level "resourceVersion=0"',
    ]),
  ).toEqual([
    'put atA: unknown | ',
    'put atB: ok | unknown',
    'get atA: error | ',
    'get atB: ok | error',
    'cached atA: stale | ',
    'cached atB: ~stale+ok | ',
  ]);
});
