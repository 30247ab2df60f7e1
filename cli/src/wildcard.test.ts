import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wildcard } from './wildcard.js';

test.each([
  ['a*b', ['ab', 'axb', 'abb'], ['a', 'abc', 'ba']],
  ['a?c', ['abc', 'a東c', 'a😀c'], ['ac', 'abbc']],
  ['[abx-z]', ['a', 'b', 'y'], ['c', 'w', '', 'ab']],
  ['[!a-c]', ['d', '-'], ['a', 'c', '']],
  ['[]a]', [']', 'a'], ['b']],
  ['[a-]', ['a', '-'], ['b']],
  ['[z-a]', ['[z-a]'], ['z', 'a', '-']],
  ['[', ['['], ['']],
  ['[]', ['[]'], ['[', '']],
  ['{a,b*,}c', ['ac', 'bc', 'bxxc', 'c'], ['a', 'axc']],
  ['x{a,{b,c}d}y', ['xay', 'xbdy', 'xcdy'], ['xby', 'xady', 'xy']],
  ['{a,b', ['{a,b'], ['a', 'b']],
  ['a,b}', ['a,b}'], ['a', 'b}']],
  ['{{a}', ['a'], ['{a}']],
  ['.^$+()|\\', ['.^$+()|\\'], ['a']],
])('%s', (pattern, fitting, others) => {
  const fits = wildcard(pattern);
  expect(fitting.filter((name) => !fits(name))).toEqual([]);
  expect(others.filter(fits)).toEqual([]);
});

test('patterns that have very many ways to fit', () => {
  // Where each way is tried by itself, these run into the time that a test has.
  expect(wildcard(`${'a*'.repeat(100)}b`)('a'.repeat(255))).toBe(false);
  expect(wildcard(`${'{a,aa,*}'.repeat(100)}b`)('a'.repeat(255))).toBe(false);
  expect(wildcard('{'.repeat(2000) + '}'.repeat(2000))('a'.repeat(255))).toBe(false);
});

/** The same as a regular expression; the names are too short for its many ways to matter. */
function regularExpression(pattern: string): RegExp {
  let depth = 0;
  const source = [...pattern].map((char, i) => {
    if (char === '*' || char === '?') return char === '*' ? '.*' : '.';
    if (char === '{' && pattern.includes('}', i)) {
      depth++;
      return '(?:';
    }
    if (char === '}' && depth > 0) {
      depth--;
      return ')';
    }
    return char === ',' && depth > 0 ? '|' : char.replace(/[{}]/, '\\$&');
  });
  return new RegExp(`^(?:${source.join('')}${')'.repeat(depth)})$`, 'su');
}

test('drawn patterns and names fit as they do by a regular expression', () => {
  const text = (chars: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...chars), maxLength: 9 });
  let fitting = 0;
  fc.assert(
    fc.property(text('ab*?{},'), text('ab{,}'), (pattern, name) => {
      const fits = wildcard(pattern)(name);
      if (fits) fitting++;
      expect({ pattern, name, fits }).toEqual({ pattern, name, fits: regularExpression(pattern).test(name) });
    }),
    { seed: 7, numRuns: 5000 },
  );
  expect(fitting).toBeGreaterThan(100);
});
