import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { glob, isPattern } from './glob.js';

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

test('a pattern that could fit in very many ways, and one that is too long', async () => {
  const name = `${'a'.repeat(200)}.cap`;
  writeFileSync(path.join(cwd, name), '');
  expect(await glob(`${'a*'.repeat(8)}b.cap`, cwd)).toEqual([]);
  expect(await glob(`${'a*'.repeat(100)}.cap`, cwd)).toEqual([name]);
  rmSync(path.join(cwd, name));
  expect(await glob(`${'**/'.repeat(500)}y/b.cap`, cwd)).toEqual(['x/y/b.cap']);
  await expect(glob('*'.repeat(5000), cwd)).rejects.toThrow('a pattern has at most 4096 characters');
  expect(isPattern('['.repeat(200_000))).toBe(false);
});

test('links that lead back up are followed as often as the pattern says', async () => {
  symlinkSync('..', path.join(cwd, 'x/up'));
  expect(await glob('x/*/x/*/b.cap', cwd)).toEqual(['x/up/x/up/b.cap', 'x/up/x/y/b.cap']);
  expect(await glob('**/b.cap', cwd)).toEqual(['b.cap', 'x/y/b.cap']);
  rmSync(path.join(cwd, 'x/up'));
});

test('absolute patterns', async () => {
  const here = cwd.replaceAll('\\', '/');
  expect(await glob(`${here}/x/*.cap`, '/')).toEqual([`${here}/x/a.cap`]);
});
