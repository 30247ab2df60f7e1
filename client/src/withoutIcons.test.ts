import { expect, test } from 'vitest';
import { withoutIcons } from './withoutIcons.js';

test('what would be an icon is escaped, everything else stays', () => {
  expect(withoutIcons('$(zap) and $(zap)')).toBe('\\$(zap) and \\$(zap)');
  expect(withoutIcons('5 $ (five)')).toBe('5 $ (five)');
});
