import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-report-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const DESIGN =
  'node a, b\nlink a -- b 10ms\nclient c at a\nstore s on a, b { choose AP }\noperation put: write s from c\npartition p { a | b }\n';
writeFileSync(path.join(cwd, 'shop.cap'), DESIGN);

test('a page of HTML, and Markdown', async () => {
  const html = await runCli(['report', 'shop.cap'], { cwd });
  expect(html).toMatchObject({ code: 0, err: '' });
  expect(html.out).toMatch(/^<!DOCTYPE html>[\s\S]*<title>shop\.cap<\/title>[\s\S]*<svg [\s\S]*<\/html>\n$/);
  expect((await runCli(['report', 'shop.cap', '--format', 'md'], { cwd })).out).toMatch(/^# shop\.cap\n/);
  const svg = (await runCli(['report', 'shop.cap', '--format', 'svg'], { cwd })).out;
  expect(svg).toBe((await runCli(['diagram', 'shop.cap'], { cwd })).out);
});

test('into a file; of a file with errors, what is left, and a warning', async () => {
  writeFileSync(path.join(cwd, 'bad.cap'), `${DESIGN}link b -- nowhere`);
  const { code, out, err } = await runCli(['report', 'bad.cap', '--out', 'bad.html'], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/has errors/);
  expect(readFileSync(path.join(cwd, 'bad.html'), 'utf8')).toContain('The file has 1 error');
});
