import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-play-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, 'net.cap'), 'node a\n');
writeFileSync(path.join(folder, 'shop.cap'), 'include "net.cap"\n// </script><b>\n');

const dataOf = (page: string, id: string): unknown =>
  JSON.parse(new RegExp(`<script type="application/json" id="${id}">([^<]*)</script>`).exec(page)?.[1] ?? 'null');

test('a page has the design with what it includes, as data, and the lessons and samples', async () => {
  const { code, out, err } = await runCli(['play', 'shop.cap', '--out', 'shop.html'], { cwd: folder });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/^netsplit: wrote shop\.html/);
  const page = readFileSync(path.join(folder, 'shop.html'), 'utf8');
  expect(dataOf(page, 'design')).toEqual({
    title: 'shop.cap',
    files: [
      { path: 'shop.cap', text: 'include "net.cap"\n// </script><b>\n' },
      { path: 'net.cap', text: 'node a\n' },
    ],
  });
  expect(dataOf(page, 'library-data')).toMatchObject({ lessons: [{ name: 'majority.cap' }, ...Array(9).fill({})] });
  expect(page).not.toContain('<b>');
  expect(page).not.toMatch(/(?:src|href)="/);
});

test('without --out, the page lies in a folder of its own, and is opened', async () => {
  const { code, out, err } = await runCli(['play', '-'], { cwd: folder, stdin: 'node a\n' });
  expect(code).toBe(0);
  const file = /^\[opens (.*)\]$/m.exec(out)?.[1] ?? '';
  expect(path.basename(file)).toBe('design.html');
  expect(path.dirname(file)).not.toBe(folder);
  expect(err).toContain(file);
  expect(dataOf(readFileSync(file, 'utf8'), 'design')).toMatchObject({ files: [{ text: 'node a\n' }] });
  rmSync(path.dirname(file), { recursive: true });
});

test('the same design gives the same page', async () => {
  for (const out of ['one.html', 'two.html']) await runCli(['play', 'shop.cap', '--out', out], { cwd: folder });
  const [one, two] = ['one.html', 'two.html'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(one).toBe(two);
});

test('a design that is not there, and one that would be written over, are said', async () => {
  const missing = await runCli(['play', 'gone.cap', '--out', 'gone.html'], { cwd: folder });
  expect(missing.code).toBe(2);
  expect(existsSync(path.join(folder, 'gone.html'))).toBe(false);
  const { code, err } = await runCli(['play', 'shop.cap', '--out', 'net.cap'], { cwd: folder });
  expect(code).toBe(2);
  expect(err).toContain('net.cap is not written');
});
