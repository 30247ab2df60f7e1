import { expect, test } from 'vitest';
import { faultShare } from './sentence.js';

test('faults are counted as long as a count says something, then they are a share', () => {
  expect(faultShare('11', '28')).toBe('11 of 28 faults');
  expect(faultShare('7000', '122880')).toBe('7,000 of 122,880 faults');
  expect(faultShare('207836151809', '274877907107')).toBe('about 75% of all faults');
  expect(faultShare('3', '274877907107')).toBe('fewer than 1% of all faults');
  expect(faultShare('274877907106', '274877907107')).toBe('about 99% of all faults');
});
