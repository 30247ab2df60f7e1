import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';

const design = (fault: string): string => `
node db1, m1, host
mesh db1, m1, host
client web at host
client admin at db1
store db on db1 { choose CP }
store cache on m1 { from db like memcached }
operation put: write db from admin
operation get: read cache from web
partition fault { ${fault} }`;

test('a cache that is away is a miss, and one that is cut off from the database is old', () => {
  expect(phaseTable(design('down m1'))[1]).toBe('get web: ok | ');
  expect(phaseTable(design('db1 | m1, host'))[1]).toBe('get web: stale | ');
});
