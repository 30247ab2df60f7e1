import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inseparable } from './inseparable.js';

interface Link {
  readonly a: number;
  readonly b: number;
}

function together(relays: number, links: readonly Link[], cuts: number): number[] {
  const run = inseparable(relays, links, cuts);
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value;
  }
}

/** The first relay that each one is connected to without these links. */
function connected(relays: number, links: readonly Link[], cut: number): number[] {
  const first = Array.from({ length: relays }, (_, relay) => relay);
  for (let round = 0; round < relays; round++)
    links.forEach(({ a, b }, link) => {
      if ((cut >> link) & 1) return;
      const least = Math.min(first[a] ?? 0, first[b] ?? 0);
      first[a] = first[b] = least;
    });
  return first;
}

test('two relays stay together if and only if no set of so many cut links parts them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 11 }),
      fc.integer({ min: 0, max: 4 }),
      (relays, drawn, cuts) => {
        const links = drawn.map(([a, b]) => ({ a: a % relays, b: b % relays })).filter(({ a, b }) => a !== b);
        const found = together(relays, links, cuts);
        const parted = Array.from({ length: relays }, () => new Set<number>());
        for (let cut = 0; cut < 1 << links.length; cut++) {
          if (cut.toString(2).replaceAll('0', '').length > cuts) continue;
          const first = connected(relays, links, cut);
          for (let u = 0; u < relays; u++)
            for (let v = 0; v < relays; v++) if (first[u] !== first[v]) parted[u]?.add(v);
        }
        for (let u = 0; u < relays; u++)
          for (let v = 0; v < relays; v++) expect(found[u] === found[v]).toBe(parted[u]?.has(v) === false);
      },
    ),
    { numRuns: 200, seed: 20250301 },
  );
});

test('a ring is one as long as one link is cut, and two rings with one link between them are two', () => {
  const ring = (from: number): Link[] => [0, 1, 2, 3].map((i) => ({ a: from + i, b: from + ((i + 1) % 4) }));
  const links = [...ring(0), ...ring(4), { a: 0, b: 4 }];
  expect(together(8, links, 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(together(8, links, 1)).toEqual([0, 0, 0, 0, 4, 4, 4, 4]);
  expect(together(8, links, 2)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
