import { expect, test } from 'vitest';
import { resolvedOf } from './design.js';
import { explored } from './explored.js';

const nodes = Array.from({ length: 12 }, (_, i) => `n${i}`).join(', ');
const design = resolvedOf([
  {
    path: 'a.cap',
    text: `node ${nodes}\nmesh ${nodes} 1ms\nclient c at n0\nstore s on ${nodes} { choose CP }
operation o: write s from c\nexplore any 2 links, any 2 nodes\n`,
  },
]);

test('it goes on between messages, and ends as soon as nobody wants the results', async () => {
  let slices = 0;
  // No slice does more than one step.
  const results = await explored(design, 0, () => ++slices <= 3);
  expect(results).toBeUndefined();
  expect(slices).toBe(4);
});

test('with time, it finds what there is', async () => {
  const results = await explored(design, 1000);
  expect(results?.clients).toHaveLength(1);
});
