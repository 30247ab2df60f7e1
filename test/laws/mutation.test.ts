// docs/mutation.md names what no test can notice: the code that it speaks of is there.

import { expect, test } from 'vitest';
import { files, read } from './sources.js';

/** The page quotes code in one line, the formatter breaks lines. */
const squeezed = (code: string): string => code.replace(/\s+/g, '');

const rows = read('docs/mutation.md')
  .split('\n')
  .filter((line) => line.startsWith('| `core/'))
  .map((line) =>
    line.split(/(?<!\\)\|/).map((cell) =>
      cell
        .trim()
        .replaceAll('\\|', '|')
        .replace(/^`(.*)`$/, '$1'),
    ),
  );

test('every survivor that docs/mutation.md names stands in the file that it is said to stand in', () => {
  expect(rows.length).toBeGreaterThan(0);
  expect(
    rows
      .filter(([, file = '', code = '']) => !files.includes(file) || !squeezed(read(file)).includes(squeezed(code)))
      .map(([, file, code]) => `${file}: ${code}`),
  ).toEqual([]);
});
