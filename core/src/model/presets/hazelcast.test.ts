import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';
import { threeReplicas } from '../../testing/threeReplicas.js';

// Jepsen, Hazelcast 3.8.3: queues forget acknowledged elements, and locks and references are not exclusive in a split.
test('a split: both parts answer, one of them loses what it acknowledged, and reads miss what the other took', () => {
  expect(threeReplicas('like hazelcast', ['put: write s', 'get: read s'])).toEqual([
    'put atA: lost | unknown',
    'put atB: lost | unknown',
    'get atA: dirty+stale | ',
    'get atB: dirty+stale | ',
  ]);
});

test('the product documents two overlapping groups where n2 is cut from n1 only; either may be the one that stays', () => {
  const table = (fault: string): string[] =>
    phaseTable(`
node n1, n2, n3, n4
mesh n1, n2, n3, n4
client at1 at n1 via n1
client at2 at n2 via n2
client at3 at n3 via n3
store s on n1, n2, n3, n4 { like hazelcast choose CP }
operation put: write s from at1, at2, at3
partition fault { ${fault} }`);
  // With split-brain protection, the part without a majority of the members refuses.
  expect(table('cut n1 -- n2')).toEqual([
    'put at1: error+ok | unknown',
    'put at2: error+ok | unknown',
    'put at3: error+ok | unknown',
  ]);
  expect(table('cut n2 -- n1\n cut n2 -- n3\n cut n2 -- n4')).toEqual([
    'put at1: ok | unknown',
    'put at2: error | unknown',
    'put at3: ok | unknown',
  ]);
});
