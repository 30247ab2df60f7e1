import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';

const kafka = (acks: string, fault: string): string[] =>
  phaseTable(`
node a, b, c, k1, k2, k3
mesh a, b, c, k1, k2, k3
client atA at a
client atC at c
store s on a, b, c { like kafka replicate primary a in-sync 2 failover automatic by k1, k2, k3 }
operation put: write s from atA, atC level "${acks}"
partition fault { ${fault} }`);

test("acks=all: an isolated leader can't shrink the in-sync set by itself; the others elect a leader and lose nothing", () => {
  expect(kafka('acks=all', 'a | b, c, k1, k2, k3')).toEqual([
    'put atA: error | unknown',
    'put atC: ok | unknown+error',
  ]);
});

test('acks=all: one follower gone, and the set shrinks; two gone, and it is smaller than min.insync.replicas', () => {
  expect(kafka('acks=all', 'down b')).toEqual(['put atA: ok | unknown', 'put atC: ok | unknown']);
  expect(kafka('acks=all', 'isolate b, c')).toEqual(['put atA: error | unknown', 'put atC: error | unknown']);
});

test('acks=1: what an isolated leader takes is lost', () => {
  expect(kafka('acks=1', 'a | b, c, k1, k2, k3')[0]).toBe('put atA: lost | ');
});
