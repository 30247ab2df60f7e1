import { expect, test } from 'vitest';
import { comparePbs } from './pbs.js';

/**
 * Bailis et al., “Probabilistically Bounded Staleness for Practical Partial Quorums”, VLDB 2012, table 4: 99.9th
 * percentiles of reads and writes of three copies, and the time after which 99.9 % of reads are fresh; section 5.6: how
 * many are fresh at some moments with R = W = 1. Both were drawn by chance there: 50,000 reads for the times.
 */
const { rows, points } = comparePbs();

test('the table has 48 latencies', () => expect(rows).toHaveLength(24));

test.each(rows)('$name, R=$reads W=$writes', ({ readMs, writeMs, freshMs, found }) => {
  expect(Math.abs(found.readMs / readMs - 1)).toBeLessThan(0.05);
  expect(Math.abs(found.writeMs / writeMs - 1)).toBeLessThan(0.05);
  if (freshMs === 0) expect(found.freshMs).toBe(0);
  else expect(Math.abs(found.freshMs / freshMs - 1)).toBeLessThan(0.15);
});

test.each(points)('$name, $ms ms after the write: $percent % fresh', ({ percent, found }) => {
  expect(Math.abs(found - percent)).toBeLessThan(0.7);
});
