import { expect, test } from 'vitest';
import { thousands } from './thousands.js';

test('thousands are set apart, and of very large numbers the first digits are told', () => {
  expect(['7', '1234', '123456', '1234567'].map(thousands)).toEqual(['7', '1,234', '123,456', '1,234,567']);
  expect(thousands((2n ** 64n).toString())).toBe('18,446,744,073,709,551,616');
  expect(thousands((2n ** 10_000n).toString())).toBe('about 1.99 × 10^3010');
});
