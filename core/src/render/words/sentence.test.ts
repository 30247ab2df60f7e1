import { expect, test } from 'vitest';
import { faultShare, thousands } from './sentence.js';

test('faults are counted as long as a count says something, then they are a share', () => {
  expect(faultShare('11', '28')).toBe('11 of 28 faults');
  expect(faultShare('7000', '122880')).toBe('7,000 of 122,880 faults');
  expect(faultShare('207836151809', '274877907107')).toBe('about 75% of all faults');
  expect(faultShare('3', '274877907107')).toBe('fewer than 1% of all faults');
  expect(faultShare('274877907106', '274877907107')).toBe('about 99% of all faults');
});

test('thousands are set apart, and of very large numbers the first digits are told', () => {
  expect(['7', '1234', '123456', '1234567'].map(thousands)).toEqual(['7', '1,234', '123,456', '1,234,567']);
  expect(thousands((2n ** 64n).toString())).toBe('18,446,744,073,709,551,616');
  expect(thousands((2n ** 10_000n).toString())).toBe('about 1.99 × 10^3010');
});
