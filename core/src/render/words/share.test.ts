import { expect, test } from 'vitest';
import { restText, shareOfYear, shareText, yearText } from './share.js';

test.each([
  [0, '100%'],
  [1e-4, '99.99%'],
  [5.014e-4, '99.949%'],
  [3.73e-6, '99.99962%'],
  [1e-9, '99.9999999%'],
  [2.5e-15, '100% less 2.5e-13%'],
  [0.25, '75%'],
  [1, '0%'],
])('all but %s is %s', (rest, text) => expect(restText(rest)).toBe(text));

test.each([
  [1, 'the whole year'],
  [0.02, '7.3 days a year'],
  [5e-4, '4.38 h a year'],
  [1e-5, '5.26 min a year'],
  [1e-9, '0.0315 s a year'],
  [1e-30, '3.15e-23 s a year'],
  [0, '0 s a year'],
])('%s is %s', (share, text) => expect(yearText(share)).toBe(text));

test('a share of time is in percent, a range has both ends where they differ', () => {
  expect(shareText(0.00012)).toBe('0.012%');
  expect(shareOfYear({ least: 1e-5, most: 1e-5 })).toBe('5.26 min a year');
  expect(shareOfYear({ least: 1e-5, most: 2e-5 })).toBe('5.26 min a year to 10.5 min a year');
});
