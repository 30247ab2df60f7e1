// Findings as services read them: check --format, several at once.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHECK_FORMATS } from '#core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type Ran, runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-formats-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const TOPOLOGY = 'zone us { node us1, us2 }\nzone eu { node eu1 }\nlink us -- eu 80ms\n';
const DESIGN = `include "net/topology.cap"
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
store log on us1, eu1 { replicate primary us1 async failover automatic }
operation pay: write account from ann, bob
operation note: write log from ann
partition ocean { us | eu }
expect pay from bob ok under ocean
expect pay from ann ok under ocean
`;
/** Every name is one that some format would take for something else. */
const HOSTILE = `node a
client "c%0A::error::x,y:<&]]>[x](y){0}" at a
store "s|#@*_" on a, b { choose CP }
operation "o%" from "c%0A::error::x,y:<&]]>[x](y){0}": read "s|#@*_"
`;

beforeAll(() => {
  mkdirSync(path.join(cwd, 'net'));
  writeFileSync(path.join(cwd, 'net/topology.cap'), TOPOLOGY);
  writeFileSync(path.join(cwd, 'shop.cap'), DESIGN);
  writeFileSync(path.join(cwd, 'good.cap'), TOPOLOGY);
  writeFileSync(path.join(cwd, 'hostile, 100%.cap'), HOSTILE);
});

const check = (...args: string[]): Promise<Ran> => runCli(['check', ...args], { cwd });
const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');

test('github: the worst first, on its lines', async () => {
  const { out, code } = await check('shop.cap', '--format', 'github');
  expect(code).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "::error file=shop.cap,line=9,col=1,endColumn=35,title=expectation-fails::fails: \`pay\` errors for bob under partition ocean: 1 of 3 replicas in reach of eu1, a majority is 2
    ::warning file=shop.cap,line=6,col=11,endColumn=14,title=op-error::\`pay\` errors for bob under partition ocean: 1 of 3 replicas in reach of eu1, a majority is 2
    ::warning file=shop.cap,line=7,col=11,endColumn=15,title=op-error::\`note\` errors for ann when us1 is isolated: the primary us1 is out of reach
    "
  `);
});

test('github: the tenth of a kind says how many more there are', async () => {
  const text = Array.from({ length: 13 }, (_, i) => `wrong${i} statement\n`).join('');
  writeFileSync(path.join(cwd, 'thirteen.cap'), text);
  const lines = (await check('thirteen.cap', '--format', 'github')).out.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines[9]).toMatch(/%0A3 more errors: netsplit check thirteen\.cap prints all$/);
  expect(lines.slice(0, 9).join('\n')).not.toContain('more error');
});

test('gitlab: a finding keeps its fingerprint when its line moves; equal ones are told apart', async () => {
  const report = z.array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string(),
      fingerprint: z.string(),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string(),
        lines: z.strictObject({ begin: z.int().positive(), end: z.int().positive() }),
      }),
    }),
  );
  const parsed = async (text: string): Promise<z.infer<typeof report>> =>
    report.parse(JSON.parse((await runCli(['check', '-', '--format', 'gitlab'], { cwd, stdin: text })).out));
  const [before, after] = [await parsed(DESIGN), await parsed(`// One line more.\n${DESIGN}`)];
  expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
  expect(after[0]?.location.lines.begin).toBe((before[0]?.location.lines.begin ?? 0) + 1);
  const twice = await parsed('node a\nx y\nx y\n');
  expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(twice.length);
});

test('junit: a case for each expectation, and a failure has the run that leads to it', async () => {
  const { out } = await check('shop.cap', 'good.cap', '--format', 'junit');
  expect(out).toContain('<testsuites name="netsplit" tests="3" failures="1" errors="0">');
  expect(out).toContain('name="expect pay from ann ok under ocean" file="shop.cap" line="10"/>');
  expect(out).toMatch(
    /<failure type="expectation-fails" message="fails: [^"]+">[^<]+\n2\. the network breaks: partition ocean\n[^<]+<\/failure>/,
  );
  expect(out).toContain('name="good.cap has no mistake"');
});

test('junit: a mistake, and what is not judged because of it, are errors', async () => {
  writeFileSync(path.join(cwd, 'wrong.cap'), DESIGN.replace('{ choose CP }', ''));
  const { out } = await check('wrong.cap', '--format', 'junit');
  expect(out).toMatch(/errors="[3-9]">/);
  expect(out).toContain('<error type="missing-choice"');
  expect(out).toContain('<error type="expectation-not-judged"');
});

const message = z.strictObject({ text: z.string().min(1) });
const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w.%/()!'*~-]+$/) }),
  region: z.strictObject({
    startLine: z.int().positive(),
    startColumn: z.int().positive(),
    endLine: z.int().positive(),
    endColumn: z.int().positive(),
  }),
});
const level = z.enum(['none', 'note', 'warning', 'error']);
/** The part of SARIF 2.1.0 that is written: names and bounds as its specification has them. */
const SARIF = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string(),
          rules: z.array(
            z.strictObject({ id: z.string(), help: message, defaultConfiguration: z.strictObject({ level }) }),
          ),
        }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().nonnegative(),
          level,
          message,
          locations: z.array(z.strictObject({ physicalLocation })).length(1),
          relatedLocations: z
            .array(z.strictObject({ id: z.int().nonnegative(), message, physicalLocation }))
            .optional(),
          codeFlows: z
            .array(
              z.strictObject({
                threadFlows: z.array(
                  z.strictObject({
                    locations: z.array(
                      z.strictObject({
                        executionOrder: z.int().positive(),
                        location: z.strictObject({ message, physicalLocation }),
                      }),
                    ),
                  }),
                ),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

test('sarif: rules, places in included files, and the run as a code flow', async () => {
  const log = SARIF.parse(JSON.parse((await check('shop.cap', '--format', 'sarif')).out));
  const { tool, results } = log.runs[0] ?? { tool: undefined, results: [] };
  for (const { ruleId, ruleIndex } of results) expect(tool?.driver.rules[ruleIndex]?.id).toBe(ruleId);
  const [fails] = results;
  expect(fails).toMatchObject({ ruleId: 'expectation-fails', level: 'error' });
  const steps = fails?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
  expect(steps[1]?.location.message.text).toBe('the network breaks: partition ocean');
  expect(steps.length).toBeGreaterThan(2);
  const pays = results.find(({ ruleId }) => ruleId === 'op-error');
  expect(pays?.codeFlows?.[0]?.threadFlows[0]?.locations.length).toBeGreaterThan(2);
  expect(JSON.stringify(results)).toContain('"uri":"net/topology.cap"');
});

test('markdown: counts, findings, and each design with its picture', async () => {
  const { out } = await check('shop.cap', '--format', 'markdown');
  expect(out).toMatch(/^1 file: 1 expectation holds, 1 fails; 1 error, 2 warnings\./);
  expect(out).toContain('**error** `expectation-fails`');
  expect(out).toContain('```mermaid');
  expect(out).toContain('## Every operation under every likely fault');
});

test('several in one run, each to its file', async () => {
  const { out, err, code } = await check(
    ...['shop.cap', '--format', 'sarif', '--out', 'a.sarif', '--format', 'junit', '--out', 'a.xml', '--format', 'text'],
  );
  expect(code).toBe(1);
  expect(out).toContain('expectation-fails');
  expect(err).toContain('wrote a.sarif');
  expect(read('a.sarif')).toBe((await check('shop.cap', '--format', 'sarif')).out);
  expect(read('a.xml')).toBe((await check('shop.cap', '--format', 'junit')).out);
});

test.each([
  [['--format', 'text', '--format', 'json'], 'text and json would be mixed on standard output'],
  [['--out', 'x', '--out', 'y'], '--out y has no --format before it'],
  [['--format', 'pdf'], 'Allowed choices are text, json, github, gitlab, junit, sarif, markdown'],
  [['--format', 'sarif', '--out', 'net/topology.cap'], 'net/topology.cap is not written, for it is read here'],
])('%j is refused with a sentence', async (args, why) => {
  const { code, err } = await check('shop.cap', ...args);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test.each(CHECK_FORMATS.map(({ name }) => name))('%s: names mean nothing but themselves', async (format) => {
  const { out } = await check('hostile, 100%.cap', '--all', '--format', format);
  expect(out).not.toBe('');
  if (format === 'github') {
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^::(error|warning|notice) file=hostile%2C 100%25\.cap,line=/);
  }
  if (format === 'junit') expect(out).not.toMatch(/]]>|<&/);
  if (format === 'sarif') {
    SARIF.parse(JSON.parse(out));
    expect(out).not.toMatch(/[^\\\\]\[x\]|[^{]\{0\}/);
  }
  if (format === 'markdown') expect(out.split('```')[0]).not.toMatch(/[^\\]\[x\]\(/);
});
