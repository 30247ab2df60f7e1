import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { glob } from './glob.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-glob-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
for (const name of [
  'a.cap',
  'b.cap',
  'c+d.cap',
  '.hidden.cap',
  'x/a.cap',
  'x/y/b.cap',
  'x/y/n.txt',
  'node_modules/m.cap',
  '.git/g.cap',
]) {
  mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
  writeFileSync(path.join(cwd, name), '');
}

test.each([
  ['*.cap', ['a.cap', 'b.cap', 'c+d.cap']],
  ['?.cap', ['a.cap', 'b.cap']],
  ['[ac]*.cap', ['a.cap', 'c+d.cap']],
  ['[!a].cap', ['b.cap']],
  ['{a,c+d}.cap', ['a.cap', 'c+d.cap']],
  ['.*.cap', ['.hidden.cap']],
  ['**/*.cap', ['a.cap', 'b.cap', 'c+d.cap', 'x/a.cap', 'x/y/b.cap']],
  ['x/**/*.cap', ['x/a.cap', 'x/y/b.cap']],
  ['./x/*/b.cap', ['./x/y/b.cap']],
  ['{x,node_modules}/*.cap', ['node_modules/m.cap', 'x/a.cap']],
  ['nothing/*', []],
  ['[z-a].cap', []],
])('%s', async (pattern, found) => {
  expect(await glob(pattern, cwd)).toEqual(found);
});

test('absolute patterns', async () => {
  const here = cwd.replaceAll('\\', '/');
  expect(await glob(`${here}/x/*.cap`, '/')).toEqual([`${here}/x/a.cap`]);
});
