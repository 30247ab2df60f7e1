import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-fmt-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const at = (name: string): string => path.join(cwd, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const fmt = (...args: string[]): ReturnType<typeof runCli> => runCli(['fmt', ...args], { cwd });

beforeEach(() => {
  writeFileSync(at('good.cap'), 'node a, b\n');
  writeFileSync(at('bad.cap'), '\ufeffnode  a ,b\r\nstore   {\r\n');
});

test('files get their layout, and those that were changed are named', async () => {
  expect(await fmt('*.cap')).toEqual({ code: 0, out: 'bad.cap\n', err: '' });
  expect(text('bad.cap')).toBe('\ufeffnode a, b\r\nstore   {\r\n');
  expect(await fmt('*.cap')).toEqual({ code: 0, out: '', err: '' });
});

test('--check names the others, changes nothing, and exits with 1', async () => {
  const before = text('bad.cap');
  expect(await fmt('--check', 'good.cap', 'bad.cap')).toEqual({ code: 1, out: 'bad.cap\n', err: '' });
  expect(text('bad.cap')).toBe(before);
  expect(await fmt('--check', 'good.cap')).toEqual({ code: 0, out: '', err: '' });
  expect(await runCli(['fmt', '--check', '-'], { stdin: 'node  a' })).toEqual({ code: 1, out: '<stdin>\n', err: '' });
});

test('standard input goes to standard output', async () => {
  expect(await runCli(['fmt', '-'], { stdin: 'node  a' })).toEqual({ code: 0, out: 'node a\n', err: '' });
});

test('what is no text stays as it is', async () => {
  const bytes = new Uint8Array([0x6e, 0x6f, 0x64, 0x65, 0x20, 0x20, 0x61, 0xff]);
  writeFileSync(at('latin.cap'), bytes);
  expect(await fmt('latin.cap')).toEqual({
    code: 2,
    out: '',
    err: 'netsplit: latin.cap is not UTF-8 text, so it is left as it is.\n',
  });
  expect(new Uint8Array(readFileSync(at('latin.cap')))).toEqual(bytes);
  rmSync(at('latin.cap'));
});
