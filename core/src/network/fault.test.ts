import { expect, test } from 'vitest';
import { causeSize, HEALTHY } from './fault.js';

test('the size of a cause is how many things are broken, of whatever kind', () => {
  expect(causeSize(HEALTHY)).toBe(0);
  expect(causeSize({ ...HEALTHY, links: [0, 1], directions: [4], stopped: [2], zones: [5, 6] })).toBe(6);
});
