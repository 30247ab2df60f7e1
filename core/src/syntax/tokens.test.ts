import { expect, test } from 'vitest';
import { ALL_TOKENS } from './tokens.js';

test('each pattern says what it begins with and whether it goes over lines: the playground has no parser for it', () => {
  const patterns = ALL_TOKENS.filter(({ PATTERN }) => PATTERN instanceof RegExp && PATTERN.source !== 'NOT_APPLICABLE');
  const silent = patterns.filter(({ START_CHARS_HINT, LINE_BREAKS }) => !START_CHARS_HINT || LINE_BREAKS === undefined);
  expect(patterns.length).toBeGreaterThan(5);
  expect(silent.map(({ name }) => name)).toEqual([]);
});
