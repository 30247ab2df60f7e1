import { expect, test } from 'vitest';
import { countLeading } from './sorted.js';

test('the items that come first are counted, all and none of them too', () => {
  for (let length = 0; length < 9; length++)
    for (let leading = 0; leading <= length; leading++) {
      const items = Array.from({ length }, (_, i) => i);
      expect(countLeading(items, (item) => item < leading)).toBe(leading);
    }
});
