import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Move } from './move.js';
import { MOST_CHANGES, type Nearby, nearbyCount, together, withMove } from './nearby.js';

const moves = fc.array(
  fc.record({
    slot: fc.constantFrom('a', 'b', 'c', 'd'),
    replicas: fc.constantFrom(0, 0, 1),
    links: fc.constantFrom(0, 0, 1),
  }),
  { maxLength: 8 },
);

test('the count of nearby designs is that of those which one by one come about', () => {
  fc.assert(
    fc.property(moves, fc.nat(2), fc.nat(2), (drawn, replicas, links) => {
      const all = drawn.map((one): Move => ({ ...one, what: '', edits: [] }));
      const found = new Set<string>();
      const grow = (nearby: Nearby): void => {
        for (const move of all.keys()) {
          const next = withMove(all, nearby, move, { replicas, links });
          if (next === undefined || found.has(next.join())) continue;
          expect(next.length).toBeLessThanOrEqual(MOST_CHANGES);
          found.add(next.join());
          grow(next);
        }
      };
      grow([]);
      expect(nearbyCount(all, { replicas, links })).toBe(BigInt(found.size));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('edits of several moves stand in order; two of the same words exclude each other', () => {
  const at = (start: number, end: number, text: string): Move => ({
    slot: text,
    what: text,
    edits: [{ span: { start, end }, text }],
    replicas: 0,
    links: 0,
  });
  expect(together([at(9, 9, 'second'), at(2, 4, 'first')])?.map(({ text }) => text)).toEqual(['first', 'second']);
  // Two insertions at one place are both made, the first before the other.
  expect(together([at(5, 5, 'one'), at(5, 5, 'two')])?.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(together([at(2, 6, 'one'), at(5, 8, 'two')])).toBeUndefined();
});
