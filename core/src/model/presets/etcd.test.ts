import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

const operations = ['put: write s', 'get: read s', 'look: read s level serializable'];
const led = (by: string): string => `like etcd replicate consensus leader ${by}`;

test('the leader cut off: its writes and linearizable reads time out, serializable ones are old; the others wait for the election', () => {
  expect(threeReplicas(led('a'), operations)).toEqual([
    'put atA: unknown | ',
    'put atB: ok | unknown',
    'get atA: error | ',
    'get atB: ok | error',
    'look atA: stale | ',
    'look atB: ~stale+ok | ',
  ]);
});

test('a follower cut off: nobody else notices', () => {
  expect(threeReplicas(led('b'), operations.slice(0, 2))).toEqual([
    'put atA: unknown | ',
    'put atB: ok | ',
    'get atA: error | ',
    'get atB: ok | ',
  ]);
});

test('the leader and one follower cut from each other: the leader stays, that follower times out', () => {
  expect(threeReplicas(led('a'), operations.slice(0, 2), 'cut a -- b')).toEqual([
    'put atA: ok | ',
    'put atB: unknown | ',
    'get atA: ok | ',
    'get atB: error | ',
  ]);
});

test('the leader cut off one way, either way: as if it were cut off', () => {
  const whole = threeReplicas(led('a'), operations);
  expect(threeReplicas(led('a'), operations, 'cut a -> b\n cut a -> c')).toEqual(whole);
  expect(threeReplicas(led('a'), operations, 'cut b -> a\n cut c -> a')).toEqual(whole);
});
