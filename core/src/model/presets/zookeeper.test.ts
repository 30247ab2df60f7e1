import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a session at an isolated server: old values at first, then refused; its writes time out, then they are refused', () => {
  expect(threeReplicas('like zookeeper', ['put: write s', 'get: read s', 'sync: read s level sync'])).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | stale',
    'get atB: ~stale+ok | error',
    'sync atA: error | stale',
    'sync atB: ok | error',
  ]);
});
