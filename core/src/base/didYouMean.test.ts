import fc from 'fast-check';
import { expect, test } from 'vitest';
import { didYouMean, NearNames } from './didYouMean.js';

/** The definition without any bound: how many edits turn one text into the other. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      rows[i]?.splice(j, 1, best);
    }
  }
  return at(a.length, b.length);
}

function plainly(word: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  const candidates = names.filter(
    (name) => Math.min(word.length, name.length) > 1 || name.toLowerCase() === word.toLowerCase(),
  );
  const distances = candidates.map((name) => distance(word.toLowerCase(), name.toLowerCase()));
  const least = Math.min(...distances);
  const near = candidates.filter((_, i) => least <= limit && distances[i] === least);
  const letters = (text: string): string => [...text.toLowerCase()].sort().join('');
  return near.find((name) => letters(name) === letters(word)) ?? near[0];
}

test('finds what a comparison of every letter with every letter finds', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'c'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 12 }), (word, names) => {
      expect(didYouMean(word, names)).toBe(plainly(word, names));
    }),
    { seed: 20120914, numRuns: 3000 },
  );
});

test('names that differ in their numbers are different names, and a letter is not a slip for another one', () => {
  expect(didYouMean('us2', ['us1', 'us3'])).toBeUndefined();
  expect(didYouMean('US1', ['us1'])).toBe('us1');
  expect(didYouMean('d', ['a', 'b'])).toBeUndefined();
  expect(didYouMean('ua1', ['us1'])).toBe('us1');
});

test('of names that are as near, the one with the same letters', () => {
  expect(didYouMean('ue', ['us', 'eu'])).toBe('eu');
});

test('what the effort does not suffice for has no suggestion, and what was found stays found', () => {
  const near = new NearNames(['alpha', 'gamma']);
  const effort = { left: 10 };
  expect(near.nearest('alhpa', effort)).toBe('alpha');
  expect(near.nearest('gmama', effort)).toBeUndefined();
  expect(near.nearest('alhpa', effort)).toBe('alpha');
});
