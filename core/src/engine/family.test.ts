import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canAvoid, canBeApart, canBeDisjoint, count, type Family, isWithin, withAny } from './family.js';

const REPLICAS = 6;

/** All members with exactly the needed number from each pool, by trying every subset. */
function members(family: Family): number[] {
  const found: number[] = [];
  for (let set = 0; set < 1 << REPLICAS; set++) {
    const pools = family.demands.reduce((mask, { pool }) => mask | pool, 0);
    if ((set & family.core) !== family.core || (set & ~(family.core | pools)) !== 0) continue;
    if (family.demands.every(({ pool, need }) => count(set & pool) >= need)) found.push(set);
  }
  return found;
}

const mask = fc.integer({ min: 0, max: (1 << REPLICAS) - 1 });
const single = fc
  .tuple(mask, mask, fc.integer({ min: 0, max: 4 }))
  .map(([core, pool, need]) => withAny(core, pool, need));
const zoned = fc
  .tuple(
    fc.constantFrom(0b000111, 0b000011),
    fc.integer({ min: 1, max: 2 }),
    fc.constantFrom(0b111000, 0b110000),
    fc.integer({ min: 1, max: 2 }),
  )
  .map(
    ([p, n, q, m]): Family => ({
      core: 0,
      demands: [
        { pool: p, need: n },
        { pool: q, need: m },
      ],
    }),
  );
const family = fc.oneof(single, zoned);

test('disjoint members exist exactly where trying all members finds some', () => {
  fc.assert(
    fc.property(family, family, (a, b) => {
      const naive = members(a).some((x) => members(b).some((y) => (x & y) === 0));
      expect(canBeDisjoint(a, b)).toBe(naive);
    }),
    { numRuns: 2000 },
  );
});

test('a member that avoids a set exists exactly where trying all members finds one', () => {
  fc.assert(
    fc.property(family, mask, (a, forbidden) => {
      expect(canAvoid(a, forbidden)).toBe(members(a).some((x) => (x & forbidden) === 0));
    }),
    { numRuns: 2000 },
  );
});

test('members in different components exist exactly where trying all members finds some', () => {
  const components = fc.constantFrom(
    [0b111111],
    [0b000111, 0b111000],
    [0b1, 0b110, 0b111000],
    [0b1, 0b10, 0b100, 0b1000, 0b110000],
  );
  fc.assert(
    fc.property(family, family, components, (a, b, parts) => {
      const naive = members(a).some((x) =>
        members(b).some((y) => parts.every((part) => (x & part) === 0 || (y & part) === 0)),
      );
      expect(canBeApart(a, b, parts)).toBe(naive);
    }),
    { numRuns: 2000 },
  );
});

test('a family is within another only where every member of that has a member of it within', () => {
  const seen = { within: 0, not: 0 };
  fc.assert(
    fc.property(family, family, (a, b) => {
      const naive = members(b).every((y) => members(a).some((x) => (x & ~y) === 0));
      if (isWithin(a, b)) expect(naive).toBe(true);
      seen[isWithin(a, b) ? 'within' : 'not']++;
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(seen.within, seen.not)).toBeGreaterThan(100);
});
