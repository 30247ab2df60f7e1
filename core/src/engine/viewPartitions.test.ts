import { expect, test } from 'vitest';
import { viewPartitions } from './viewPartitions.js';

/** The views of replicas a, b, c … of which these pairs reach each other, as words in order. */
function viewsOf(names: string, ...pairs: readonly string[]): string[] {
  const members = [...names].map((name, i) => ({
    replica: 1 << i,
    reached: [...names].reduce(
      (mask, other, j) =>
        name === other || pairs.includes(name + other) || pairs.includes(other + name) ? mask | (1 << j) : mask,
      0,
    ),
  }));
  const word = (view: number): string => [...names].filter((_, i) => (view >> i) & 1).join('');
  return viewPartitions(members)
    .map((views) => views.map(word).sort().join(' '))
    .sort();
}

test('all that reach each other are one view', () => {
  expect(viewsOf('')).toEqual(['']);
  expect(viewsOf('abc', 'ab', 'bc', 'ac')).toEqual(['abc']);
});

test('one link of three cut: one end of it is alone', () => {
  expect(viewsOf('abc', 'ac', 'bc')).toEqual(['a bc', 'ac b']);
});

test('a replica that reaches both sides joins one of them', () => {
  expect(viewsOf('abcd', 'ab', 'ac', 'bc', 'cd')).toEqual(['ab cd', 'abc d']);
});

test('two views that could be one are one, even if other partitions have a larger view', () => {
  // a chain of four, and of it with the ends of the middle link alone
  expect(viewsOf('abcd', 'ab', 'bc', 'cd')).toEqual(['a bc d', 'ab cd']);
});
