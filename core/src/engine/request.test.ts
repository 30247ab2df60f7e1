import { expect, test } from 'vitest';
import { duration } from './request.js';

test.each([
  [0.5, '500 us'],
  [80, '80 ms'],
  [1500, '1.5 s'],
  [30_000, '30 s'],
  [60_000, '1 min'],
  [90_000, '90 s'],
  [3_600_000, '1 h'],
  [5_400_000, '90 min'],
])('%d ms are written as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
