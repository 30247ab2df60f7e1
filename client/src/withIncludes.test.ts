import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withIncludes } from './withIncludes.js';

test('what is included stands in the place of the include', async () => {
  const read = (name: string): Promise<string> => Promise.resolve(`node ${name.charAt(0)}\n`);
  expect(await withIncludes('// one\ninclude "a.cap"\n\ninclude "b.cap"\n// include "c.cap"\n', read)).toBe(
    '// one\nnode a\n\nnode b\n// include "c.cap"\n',
  );
  expect(await withIncludes('node $1\n', read)).toBe('node $1\n');
});

test('every sample makes a file that needs no other', async () => {
  const folder = path.resolve(import.meta.dirname, '../../samples');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.cap'))) {
    const text = await withIncludes(readFileSync(path.join(folder, name), 'utf8'), (included) =>
      Promise.resolve(readFileSync(path.join(folder, included), 'utf8')),
    );
    expect(text, name).not.toMatch(/^\s*include\b/m);
  }
});
