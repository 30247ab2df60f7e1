import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

const shard = (clauses: string, fault?: string): string[] =>
  threeReplicas(`like elasticsearch ${clauses}`, ['put: write s', 'get: read s'], fault);

test('an isolated primary acknowledges nothing, and shows what the promoted copy will not have', () => {
  expect(shard('')).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: dirty+stale | ',
    'get atB: ok | ',
  ]);
});

test('a copy that is gone leaves the set, and the primary goes on as long as a master is there', () => {
  expect(shard('', 'down c')).toEqual([
    'put atA: ok | unknown',
    'put atB: ok | unknown',
    'get atA: ok | ',
    'get atB: ok | ',
  ]);
  expect(shard('', 'isolate b, c').filter((line) => line.startsWith('put'))).toEqual([
    'put atA: error | unknown',
    'put atB: error | unknown',
  ]);
});
