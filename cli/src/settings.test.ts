import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CheckJson } from '#core';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-settings-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const DESIGN = `node a, b
link a -- b
client c at b
store s on a, b { choose CP }
operation put: write s from c
`;

function folder(name: string, settings: string): string {
  mkdirSync(path.join(cwd, name), { recursive: true });
  writeFileSync(path.join(cwd, name, 'design.cap'), DESIGN);
  writeFileSync(path.join(cwd, name, 'netsplit.json'), settings);
  return `${name}/design.cap`;
}

async function check(file: string): Promise<{ readonly code: number; readonly json: CheckJson }> {
  const { code, out } = await runCli(['check', file, '--format', 'json'], { cwd });
  return { code, json: JSON.parse(out) as CheckJson };
}

test('a finding that the file makes an error of fails the gate, and is not a mistake', async () => {
  const loud = await check(folder('loud', '{ "diagnostics": { "severity": { "op-error": "error" } } }'));
  expect([loud.code, loud.json.summary.errors]).toEqual([1, 1]);
  const quiet = await check(folder('quiet', '{ "diagnostics": { "severity": { "op-error": "off" } } }'));
  expect([quiet.code, quiet.json.files[0]?.diagnostics]).toEqual([0, []]);
  // What else is printed of it is whole.
  const { code, err } = await runCli(['export', 'loud/design.cap'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('a mistake in it is shown in it, and the exit code is 2', async () => {
  const file = folder('wrong', '{\n  "rareFault": "off"\n}\n');
  const { code, out } = await runCli(['check', file], { cwd });
  expect(code).toBe(2);
  expect(
    out,
  ).toContain(`wrong/netsplit.json:2:3: error wrong-setting There is no setting \`rareFault\`: did you mean \`rareFaults\`?
2 |   "rareFault": "off"
  |   ^^^^^^^^^^^
`);
});

test('every command explores what it says', async () => {
  const file = folder('explore', '{ "explore": ["any 1 node"] }');
  for (const args of [['simulate'], ['explain', '--operation', 'put'], ['report', '--format', 'md']]) {
    const [command = '', ...options] = args;
    const { out } = await runCli([command, file, ...options], { cwd });
    expect(out, command).toContain('2 stopped nodes');
    expect(out, command).not.toContain('one-way');
  }
});

test('a link that leads out of the folder, and a folder of that name, are refused', async () => {
  for (const [name, make] of [
    ['outside', (at: string): void => symlinkSync('/etc/passwd', at)],
    ['folder', (at: string): void => void mkdirSync(at)],
  ] as const) {
    const file = folder(name, '{}');
    rmSync(path.join(cwd, name, 'netsplit.json'));
    make(path.join(cwd, name, 'netsplit.json'));
    const { code, json } = await check(file);
    expect(code).toBe(2);
    const [diagnostic] = json.files[0]?.diagnostics ?? [];
    expect(diagnostic?.message).toMatch(/^`.*netsplit\.json` can't be read: (a link leads out|it is a folder)/);
  }
});

test('the example of the page is without mistakes', async () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/settings.md'), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const { code, json } = await check(folder('page', example));
  expect([code, json.summary.errors]).toEqual([0, 0]);
});
