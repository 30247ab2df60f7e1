import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a quorum queue, the leader cut off: a publish there is never confirmed, and may still be delivered after the heal', () => {
  expect(threeReplicas('like rabbitmq-quorum-queue replicate consensus leader a', ['put: write s'])).toEqual([
    'put atA: unknown | ',
    'put atB: ok | unknown',
  ]);
});

test('mirrored queues: ignore and autoheal go on on both sides and drop one of them, pause_minority refuses once it has noticed and drops what the minority took', () => {
  for (const name of ['rabbitmq-ignore', 'rabbitmq-autoheal'])
    expect(threeReplicas(`like ${name}`, ['put: write s'])).toEqual(['put atA: lost | ', 'put atB: lost | ']);
  expect(threeReplicas('like rabbitmq-pause-minority', ['put: write s', 'get: read s'])).toEqual([
    'put atA: lost+error | ',
    'put atB: ok | ',
    'get atA: error | dirty+stale',
    'get atB: stale | ',
  ]);
});
