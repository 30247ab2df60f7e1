import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a quorum queue, the leader cut off: a publish there is never confirmed, and may still be delivered after the heal', () => {
  expect(threeReplicas('like rabbitmq-quorum-queue replicate consensus leader a', ['put: write s'])).toEqual([
    'put atA: unknown | ',
    'put atB: ok | unknown',
  ]);
});

test('mirrored queues: ignore and autoheal go on on both sides and drop one of them, pause_minority refuses once it has noticed and drops nothing that was confirmed', () => {
  for (const name of ['rabbitmq-ignore', 'rabbitmq-autoheal'])
    expect(threeReplicas(`like ${name}`, ['put: write s'])).toEqual([
      'put atA: lost | unknown',
      'put atB: lost | unknown',
    ]);
  expect(threeReplicas('like rabbitmq-pause-minority', ['put: write s', 'get: read s'])).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown',
    'get atA: error | dirty+stale',
    'get atB: ok | ',
  ]);
});

test('one link of three nodes cut, pause_minority: one of its ends pauses, although it reaches the third node', () => {
  expect(
    phaseTable(`
node a, b, c
mesh a, b, c
client atA at a via a
client atB at b via b
client atC at c via c
store s on a, b, c { like rabbitmq-pause-minority }
operation put: write s from atA, atB, atC
partition fault { cut a -- b }`),
  ).toEqual(['put atA: error+ok | unknown', 'put atB: error+ok | unknown', 'put atC: ok | unknown']);
});

test('seven nodes in three centres, two centres cut from each other: nodes that reach the third centre pause', () => {
  expect(
    phaseTable(`
zone dc1 { node r1, r2, r3 }
zone dc2 { node r4, r5 }
zone dc3 { node r7, r8 }
mesh dc1, dc2, dc3
client at1 at r1 via r1
client at2 at r2 via r2
client at4 at r4 via r4
client at7 at r7 via r7
store s on dc1, dc2, dc3 { like rabbitmq-pause-minority }
operation put: write s from at1, at2, at4, at7
partition fault { dc1 | dc2 }`),
  ).toEqual([
    'put at1: error+ok | unknown',
    'put at2: error+ok | unknown',
    'put at4: error+ok | unknown',
    'put at7: error+ok | unknown',
  ]);
});
