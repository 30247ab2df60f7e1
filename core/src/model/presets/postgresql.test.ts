import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

const operations = ['put: write s', 'get: read s', 'look: read s level standby'];

test('asynchronous: the primary goes on alone, a standby refuses writes and answers old values', () => {
  expect(threeReplicas('like postgresql-async', operations)).toEqual([
    'put atA: ok | ',
    'put atB: error | unknown',
    'get atA: ok | ',
    'get atB: error | ',
    'look atA: ok | ',
    'look atB: stale | ',
  ]);
});

test('asynchronous, with a tool that promotes: what the old primary still takes is on a history of its own', () => {
  expect(
    threeReplicas('like postgresql-async replicate primary a async failover automatic', operations.slice(0, 1)),
  ).toEqual(['put atA: lost | ', 'put atB: lost+conflict | unknown+error']);
});

test('synchronous with any one standby, one of them cut off: works, and that standby is old', () => {
  expect(threeReplicas('like postgresql-sync', operations, 'b | a, c')).toEqual([
    'put atA: ok | ',
    'put atB: error | unknown',
    'get atA: ok | ',
    'get atB: error | ',
    'look atA: ok | ',
    'look atB: stale | ',
  ]);
});

test('synchronous, both standbys cut off: the write hangs, and is there after the heal', () => {
  expect(threeReplicas('like postgresql-sync', ['put: write s', 'here: write s level local'])).toEqual([
    'put atA: unknown | ',
    'put atB: error | unknown',
    'here atA: ok | ',
    'here atB: error | unknown',
  ]);
});

test('Patroni, asynchronous: what the old primary had not shipped is lost; synchronous: nothing is', () => {
  expect(threeReplicas('like postgresql-patroni', ['put: write s'])).toEqual([
    'put atA: lost+error | ',
    'put atB: lost+ok | conflict+unknown+error',
  ]);
  expect(threeReplicas('like postgresql-patroni-sync', ['put: write s'])).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
  ]);
  // The standby that is left may lack what the other one acknowledged.
  expect(
    threeReplicas(
      'like postgresql-patroni-sync replicate primary a sync 1 step-down failover safe by c',
      ['put: write s'],
      'a, b | c',
    ),
  ).toEqual(['put atA: unknown | ', 'put atB: unknown | ']);
});
