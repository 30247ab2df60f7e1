import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a server of Keeper that is cut off refuses once it has noticed, and answers from its own copy until then', () => {
  expect(
    threeReplicas('like clickhouse-keeper replicate consensus leader a', [
      'put: write s',
      'get: read s',
      'sure: read s level quorum_reads',
    ]),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | stale',
    'get atB: ~stale+ok | error',
    'sure atA: error | ',
    'sure atB: ok | error',
  ]);
});
