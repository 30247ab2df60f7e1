import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-diff-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const DESIGN =
  'node a, b\nlink a -- b 10ms\nclient c at a\nstore s on a, b { choose CP }\noperation get: read s from c\npartition p { a | b }\n';
writeFileSync(path.join(cwd, 'cp.cap'), DESIGN);
writeFileSync(path.join(cwd, 'ap.cap'), DESIGN.replace('choose CP', 'choose AP'));
writeFileSync(path.join(cwd, 'bad.cap'), `${DESIGN}link b -- nowhere`);
writeFileSync(
  path.join(cwd, 'cut.cap'),
  DESIGN.replace('node a, b', 'node a, b, d')
    .replace('s on a, b {', 's on a, b, d {')
    .replace('link a -- b 10ms', 'mesh a, b, d 10ms'),
);
const diff = (...args: string[]): ReturnType<typeof runCli> => runCli(['diff', ...args], { cwd });

test.each([
  [0, 'cp.cap', 'cp.cap'],
  [0, 'cp.cap', 'ap.cap'],
  [1, 'ap.cap', 'cp.cap'],
  [2, 'cp.cap', 'bad.cap'],
  [2, 'bad.cap', 'cp.cap'],
])('exit code %i from %s to %s', async (code, before, after) => {
  expect((await diff(before, after)).code).toBe(code);
});

test('as text and as Markdown', async () => {
  const { out } = await diff('ap.cap', 'cp.cap');
  expect(out).toMatch(/^From ap\.cap to cp\.cap\n/);
  expect(out).toMatch(/\nWorse\noperation +from +under +before +now\nget +c +p +ok +error\n/);
  expect((await diff('ap.cap', 'cp.cap', '--format', 'markdown')).out).toMatch(
    /\| get +\| c +\| p +\| ok +\| \*\*error\*\* +\|/,
  );
});
