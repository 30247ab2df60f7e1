import { expect, test } from 'vitest';
import { type Edn, EdnError, readEdn } from './edn.js';

const all = (text: string): Edn[] => [...readEdn(text)].map(({ value }) => value);

test.each<[text: string, values: Edn[]]>([
  ['{:process 7, :type :invoke, :f :cas, :value [2 3]}', [{ process: 7, type: 'invoke', f: 'cas', value: [2, 3] }]],
  ['nil true false -1.5 3N 2e3 sym', [null, true, false, -1.5, 3, 2000, 'sym']],
  ['#{1 2} (a "b\\n\\"\\u0041") #inst "2026"', [[1, 2], ['a', 'b\n"A'], '2026']],
  ['; a comment\n1 #_ {:left out} 2', [1, 2]],
  ['{nil 1, [1] 2}', [{ null: 1, '[1]': 2 }]],
  ['', []],
])('%s', (text, values) => {
  expect(all(text)).toEqual(values);
});

test.each([
  ['{:a 1\n :b', 2, 'it ends within brackets'],
  ['[1 2)', 1, '")" closes nothing'],
  ['\n{:a}', 2, 'a map has a key without a value'],
  ['"abc', 1, 'a text does not end'],
  ['"\\q"', 1, '\\q is not an escape'],
  [`${'['.repeat(200)}`, 1, 'more than 100 brackets within each other'],
])('%j is refused', (text, line, message) => {
  const read = (): Edn[] => all(text);
  expect(read).toThrow(EdnError);
  expect(read).toThrow(message);
  try {
    read();
  } catch (error) {
    expect(error).toMatchObject({ line });
  }
});
