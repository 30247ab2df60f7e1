import { expect, test } from 'vitest';
import { askedDesigns, isAsked, type RunRequest } from './asked.js';

interface Item {
  readonly name: string;
  readonly parent?: Item;
}

const design: Item = { name: 'design' };
const one: Item = { name: 'one', parent: design };
const two: Item = { name: 'two', parent: design };
const other: Item = { name: 'other' };

test.each<[include: readonly Item[] | undefined, exclude: readonly Item[] | undefined, expected: string]>([
  [undefined, undefined, 'design one two, other'],
  [[design], undefined, 'design one two'],
  [[design], [two], 'design one'],
  [[one], undefined, 'design one'],
  [[one, other], [other], 'design one'],
  [undefined, [design], 'other'],
])('%j without %j: %s', (include, exclude, expected) => {
  const request: RunRequest<Item> = { include, exclude };
  const asked = askedDesigns(request, [design, other]).map((file) =>
    [file, ...(file === design ? [one, two].filter((item) => isAsked(request, file, item)) : [])]
      .map(({ name }) => name)
      .join(' '),
  );
  expect(asked.join(', ')).toBe(expected);
});
