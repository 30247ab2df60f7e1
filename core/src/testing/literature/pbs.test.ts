import { describe, expect, test } from 'vitest';
import { fastest, percentileOf } from '../../network/delay/delay.js';
import { staleness } from '../../network/delay/staleness.js';
import { configurations, fresh999, PBS_POINTS, PBS_TABLE } from './pbs.js';

/**
 * Bailis et al., “Probabilistically Bounded Staleness for Practical Partial Quorums”, VLDB 2012, table 4: 99.9th
 * percentiles of reads and writes of three copies, and the time after which 99.9 % of reads are fresh.
 */
describe.each(PBS_TABLE)('$name', ({ name, rows }) => {
  test.each(rows)('R=$reads W=$writes', ({ reads, writes, readMs, writeMs, freshMs }) => {
    const all = configurations(name);
    const [{ copies }] = all;
    const read = percentileOf(
      fastest(
        copies.flatMap((copy) => copy.read?.both ?? []),
        reads,
      ),
      0.999,
    );
    const write = percentileOf(
      fastest(
        copies.flatMap(({ acknowledged }) => acknowledged ?? []),
        writes,
      ),
      0.999,
    );
    expect(Math.abs(read / readMs - 1)).toBeLessThan(0.05);
    expect(Math.abs(write / writeMs - 1)).toBeLessThan(0.05);
    const found = fresh999(name, reads, writes);
    if (freshMs === 0) expect(found).toBe(0);
    else expect(Math.abs(found / freshMs - 1)).toBeLessThan(0.15);
  });
});

test.each(PBS_POINTS)('$name, $ms ms after the write: $percent % fresh', ({ name, ms, percent }) => {
  const stale = configurations(name).reduce(
    (sum, { weight, copies }) => sum + weight * (staleness({ copies, writes: 1, reads: 1 })?.(ms) ?? NaN),
    0,
  );
  expect(Math.abs(100 * (1 - stale) - percent)).toBeLessThan(0.7);
});
