import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('the leader cut off: no publish there is acknowledged, a get from the leader is refused, a direct get is old or times out', () => {
  expect(
    threeReplicas('like nats-jetstream replicate consensus leader a no-prevote step-down', [
      'put: write s',
      'get: read s',
      'quick: read s level direct',
    ]),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown',
    'get atA: error | stale',
    'get atB: ok | error',
    'quick atA: stale+error | ',
    'quick atB: ~stale+error+ok | ',
  ]);
});
