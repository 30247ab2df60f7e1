import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('sloppy quorums of two: both sides answer although R + W > N', () => {
  expect(threeReplicas('like riak', ['put: write s', 'get: read s'])).toEqual([
    'put atA: conflict | ',
    'put atB: conflict | ',
    'get atA: stale | ',
    'get atB: stale | ',
  ]);
});

test('strict quorums, with a clause of the store: the minority refuses', () => {
  expect(threeReplicas('like riak replicate quorum', ['put: write s', 'get: read s'])).toEqual([
    'put atA: error | unknown',
    'put atB: ok | ',
    'get atA: error | ',
    'get atB: ok | ',
  ]);
});
