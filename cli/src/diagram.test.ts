import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-diagram-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const DESIGN = `zone us { node a }
node b
link us -- b 10ms
client c at a
store s on a, b { choose AP }
operation put: write s from c
partition p { cut us -- b }
`;
const diagram = (...args: string[]): ReturnType<typeof runCli> =>
  runCli(['diagram', '-', ...args], { stdin: DESIGN, cwd });

test('a picture, healthy and under a partition', async () => {
  const healthy = await diagram();
  expect(healthy).toMatchObject({ code: 0, err: '' });
  expect(healthy.out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(healthy.out).toContain('with no fault at all');
  const { out } = await diagram('--partition', 'p');
  expect(out).toContain('under partition p');
  expect(out).toContain('class="link cut"');
});

test('for Mermaid and for Graphviz', async () => {
  expect((await diagram('--format', 'mermaid', '--partition', 'p')).out).toContain('v2 x-.-x|"10 ms"| v0');
  expect((await diagram('--format', 'dot')).out).toMatch(/^digraph netsplit \{/);
});

test('points out who takes part', async () => {
  expect((await diagram('--store', 's')).out).toContain('class="node selected"');
  expect((await diagram('--operation', 'put')).out).toContain('class="client selected"');
  const { out } = await diagram('--zone', 'us');
  expect(out.match(/class="node (selected|dimmed)"/g)).toEqual(['class="node dimmed"', 'class="node selected"']);
});

test('into a file', async () => {
  const { code, out, err } = await diagram('--out', 'a.svg');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/^netsplit: wrote a\.svg \(\d+ KB\)\.\n$/);
  expect(readFileSync(path.join(cwd, 'a.svg'), 'utf8')).toBe((await diagram()).out);
});

test.each([
  [['--partition', 'q'], 'netsplit: <stdin> has no partition called q: it has p.'],
  [['--store', 't'], 'netsplit: <stdin> has no store called t: it has s.'],
  [['--operation', 'get'], 'netsplit: <stdin> has no operation called get: it has put.'],
  [
    ['--store', 's', '--operation', 'put'],
    "netsplit: option '--operation <name>' cannot be used with option '--store <name>'; see netsplit diagram --help.",
  ],
  [['--zone', 'eu'], 'netsplit: <stdin> has no zone called eu: it has us.'],
  [
    ['--format', 'png'],
    "netsplit: option '--format <format>' argument 'png' is invalid. Allowed choices are svg, mermaid, dot; see netsplit diagram --help.",
  ],
  [['--out', 'nosuch/a.svg'], 'netsplit: there is no directory nosuch to write nosuch/a.svg into.'],
])('%j', async (args, sentence) => {
  expect(await diagram(...args)).toEqual({ code: 2, out: '', err: `${sentence}\n` });
});

test('of a design with errors, what is left, and a warning', async () => {
  const { code, out, err } = await runCli(['diagram', '-'], { stdin: `${DESIGN}link b -- nowhere` });
  expect(code).toBe(2);
  expect(out).toContain('<svg ');
  expect(err).toMatch(/has errors/);
});
