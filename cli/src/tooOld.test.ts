import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { START_BUNDLE } from '../../scripts/build.mjs';
import { tooOld } from './tooOld.js';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-old-'));
const file = path.join(folder, 'cli.js');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const { from, to: _, executable: __, ...options } = START_BUNDLE;
  await build({ entryPoints: [path.join(root, from)], outfile: file, bundle: true, ...options });
  writeFileSync(path.join(folder, 'main.js'), 'console.log("started");');
});

test.each([
  ['0.12.18', true],
  ['20.20.2', true],
  ['21.7.3', true],
  ['22.0.0', false],
  ['24.21.0', false],
  ['100.0.0', false],
])('Node %s is too old: %s', (version, is) => {
  expect(tooOld(version)).toBe(
    is ? `netsplit: Node ${version} is too old: install Node 22 or newer, from https://nodejs.org.\n` : undefined,
  );
});

test('an old Node says so, and a new one starts the program', () => {
  const run = (...flags: string[]): { status: number | null; stdout: string; stderr: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, file], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  expect(run()).toEqual({ status: 0, stdout: 'started\n', stderr: '' });
  const old = path.join(folder, 'old.cjs');
  writeFileSync(old, 'Object.defineProperty(process, "versions", { value: { node: "12.22.12" } });');
  expect(run('--require', old)).toEqual({ status: 2, stdout: '', stderr: tooOld('12.22.12') });
});

test('every Node since 6 can parse what starts it', () => {
  const newer = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2015, removeComments: false },
  }).outputText;
  const same = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, removeComments: false },
  }).outputText;
  expect(newer).toBe(same);
});
