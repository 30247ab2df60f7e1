import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';
import { threeReplicas } from '../../testing/threeReplicas.js';

const at = (level: string): string[] =>
  threeReplicas('like cassandra', [`put: write s ${level}`, `get: read s ${level}`]);

test('ONE, which is the default: both sides answer, reads are old, the last write wins', () => {
  const one = ['put atA: conflict | ', 'put atB: conflict | ', 'get atA: stale | ', 'get atB: stale | '];
  expect(at('level ONE')).toEqual(one);
  expect(at('')).toEqual(one);
});

test('QUORUM: the minority times out first, with what a write reached left there, and refuses once it knows', () => {
  expect(at('level QUORUM')).toEqual([
    'put atA: error | unknown',
    'put atB: ok | ',
    'get atA: error | ',
    'get atB: ok | ',
  ]);
});

test('ALL: refused on both sides', () => {
  expect(at('level ALL')).toEqual([
    'put atA: error | unknown',
    'put atB: error | unknown',
    'get atA: error | ',
    'get atB: error | ',
  ]);
});

test("three data centres of three, one of them cut off: QUORUM is five of nine, which it can't get; LOCAL_QUORUM it can", () => {
  const centres = (level: string): string[] =>
    phaseTable(`
zone x { node x1, x2, x3 }
zone y { node y1, y2, y3 }
zone z { node z1, z2, z3 }
mesh x, y, z
client inX in x
client inY in y
store s on x, y, z { like cassandra }
operation put: write s from inX, inY level ${level}
operation get: read s from inX, inY level ${level}
partition lone { x | y, z }`);
  expect(centres('QUORUM')).toEqual([
    'put inX: error | unknown',
    'put inY: ok | ',
    'get inX: error | ',
    'get inY: ok | ',
  ]);
  expect(centres('LOCAL_QUORUM')).toEqual([
    'put inX: conflict | ',
    'put inY: conflict | ',
    'get inX: stale | ',
    'get inY: stale | ',
  ]);
  expect(centres('EACH_QUORUM')).toEqual([
    'put inX: error | unknown',
    'put inY: error | unknown',
    'get inX: error | ',
    'get inY: error | ',
  ]);
});
