import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a node cut off: it blocks first and then refuses, dirty reads there are old; the majority works', () => {
  expect(
    threeReplicas('like galera', ['put: write s', 'get: read s', 'dirty: read s level "wsrep_dirty_reads=ON"']),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | stale',
    'get atB: ~stale+ok | error',
    'dirty atA: stale | ',
    'dirty atB: ~stale+ok | ',
  ]);
});

test('two nodes cut from each other, a third one sees both: it relays, once the group has agreed on a new view', () => {
  expect(
    threeReplicas('like galera', ['put: write s', 'sure: read s level "wsrep_sync_wait=1"'], 'cut a -- b'),
  ).toEqual(['put atA: ok | unknown', 'put atB: ok | unknown', 'sure atA: ok | error', 'sure atB: ok | error']);
});
