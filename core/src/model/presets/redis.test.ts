import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';
import { threeReplicas } from '../../testing/threeReplicas.js';

const operations = ['put: write s', 'get: read s'];

test('Sentinel, the master cut off: it goes on acknowledging, all of it lost; reads at it are old', () => {
  expect(threeReplicas('like redis-sentinel', operations)).toEqual([
    'put atA: lost | ',
    'put atB: lost+conflict | unknown+error',
    'get atA: dirty+stale | ',
    'get atB: stale | error',
  ]);
});

test('Sentinel with min-replicas-to-write: lost until it has noticed, then refused; reads at it are old throughout', () => {
  expect(threeReplicas('like redis-sentinel-min-replicas', operations)).toEqual([
    'put atA: lost+error | ',
    'put atB: lost+ok | conflict+unknown+error',
    'get atA: dirty+stale | ',
    'get atB: stale | error',
  ]);
});

test('Sentinels elsewhere: those that see no majority of them promote nobody', () => {
  const at = (side: string): string | undefined =>
    phaseTable(`
node a, b, s1, s2, s3
mesh a, b, s1, s2, s3
client web at a
store s on a, b { like redis-sentinel replicate primary a async failover automatic by s1, s2, s3 }
operation put: write s from web
partition fault { ${side} }`)[0];
  expect(at('a | b, s1, s2, s3')).toBe('put web: lost | ');
  expect(at('a, s1, s2 | b, s3')).toBe('put web: ok | ');
});

test('Cluster: the old master stops after the node timeout, reads too', () => {
  expect(threeReplicas('like redis-cluster', operations)).toEqual([
    'put atA: lost+error | ',
    'put atB: lost+ok | conflict+unknown+error',
    'get atA: error | dirty+stale',
    'get atB: stale | error',
  ]);
});
