import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('semi-sync turns asynchronous without a word: where a replica is promoted, what the old source took is lost', () => {
  expect(threeReplicas('like mysql-semi-sync', ['put: write s'])[0]).toBe('put atA: ok | ');
  expect(
    threeReplicas('like mysql-semi-sync replicate primary a sync 1 weakens failover automatic', ['put: write s'])[0],
  ).toBe('put atA: lost | ');
});

test('Group Replication: a minority blocks writes, and answers reads unless they ask for more', () => {
  expect(
    threeReplicas('like mysql-group-replication replicate consensus leader b', [
      'put: write s',
      'get: read s',
      'sure: read s level BEFORE',
    ]),
  ).toEqual([
    'put atA: unknown | ',
    'put atB: ok | ',
    'get atA: stale | ',
    'get atB: ok | ',
    'sure atA: error | ',
    'sure atB: ok | ',
  ]);
});

test('Orchestrator leaves the old source running, which loses what it takes; under Vitess it can take nothing', () => {
  expect(threeReplicas('like mysql-orchestrator', ['put: write s'])).toEqual([
    'put atA: lost | ',
    'put atB: lost+conflict | unknown+error',
  ]);
  expect(threeReplicas('like vitess', ['put: write s'])).toEqual([
    'put atA: unknown | ',
    'put atB: ok | unknown+error',
  ]);
});
