import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyze, verdictsUnder } from '#core';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';
import { HEALTHY } from '../../core/src/network/fault.js';

const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
const [design = '', wishes = ''] = [...readme.matchAll(/```cap\n([\s\S]*?)```/g)].map((found) => found[1] ?? '');

/** The folder for files that a command line writes. */
const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-readme-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('the design has ten lines', () => {
  expect(design.trim().split('\n')).toHaveLength(10);
});

test('with one writer, the same cut makes the read ok', () => {
  const { model } = analyze(design.replace('write cart from ann, bob', 'write cart from ann')).resolved;
  const cable = model.links.findIndex(({ label }) => label === 'us–eu');
  const [view] = verdictsUnder(model, { ...HEALTHY, links: [cable] }).filter(
    ({ operation, client }) => model.operations[operation]?.name === 'view' && model.vertices[client]?.name === 'ann',
  );
  expect(view?.verdict.outcomes[0]?.verdict).toBe('ok');
});

test('what is relied on holds', async () => {
  expect((await runCli(['check', '-'], { stdin: design + wishes })).code).toBe(0);
});

const skill = readFileSync(path.resolve(import.meta.dirname, '../../skills/netsplit/SKILL.md'), 'utf8');

test.each([
  ['it', readme],
  ['the skill for agents', skill],
])('every command line in %s is understood', async (_, page) => {
  // `--base` is about a repository of its own.
  const lines = [...page.matchAll(/^netsplit (?!diff --base)(.+?)(?: +#.*)?$/gm)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(3);
  // Where the machines of the design run.
  const { vertices } = analyze(design).resolved.model;
  const machines = vertices.filter(({ kind }) => kind === 'node' || kind === 'client');
  const targets = machines.map(({ name }, i) => [name, { addresses: [`10.0.0.${i + 1}`] }]);
  writeFileSync(path.join(cwd, 'lab.json'), JSON.stringify(Object.fromEntries(targets)));
  const broken = ['start', 'stop'].map((f) => JSON.stringify({ process: 'nemesis', type: 'info', f }));
  writeFileSync(path.join(cwd, 'history.jsonl'), broken.join('\n'));
  writeFileSync(path.join(cwd, 'compose.yaml'), 'services: { db: { image: "redis:7.2" } }\n');
  for (const line of lines) {
    const args = line
      .split(/\s+/)
      .map((word) => word.replace(/^'|'$/g, ''))
      .map((word) => (word.endsWith('.cap') || word === 'designs' || word === 'notes.md' ? '-' : word));
    const { code, err } = await runCli(args, { cwd, stdin: design + wishes });
    expect({ line, code, err: err.replace(/^netsplit: wrote .*\n/, '') }).toEqual({ line, code: 0, err: '' });
  }
});
