import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';
import { schemaOf, wrong } from './testing/schemas.js';

const DESIGN = `node a, b, w fails 1%
client k
link k -- a 10ms
link k -- b 10ms
link k -- w 10ms
mesh a, b, w 10ms
store s on a, b { replicate consensus leader a }
operation put: write s from k
`;

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-advise-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
writeFileSync(path.join(cwd, 'shop.cap'), DESIGN);

test('a table of the designs that no other one beats, their edits, and the bound', async () => {
  const { code, out, err } = await runCli(['advise', 'shop.cap', '--links', '0'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^–\s+as it is\s+breaks\s+98%\s+never\s+never\s+20 ms$/m);
  expect(out).toMatch(/^1\s+a replica in w\s+holds\s+99\.97%\s+never\s+never\s+20 ms\s+1 more replica$/m);
  expect(out).toContain('store s on a, b, w { replicate consensus leader a }');
  expect(out).toMatch(/^Looked at: 66 of 66 nearby designs: up to 3 changes, 1 more replica\.$/m);
  const page = await runCli(['advise', 'shop.cap', '--links', '0', '--format', 'md'], { cwd });
  expect(page.out).toMatch(/^# Advice\n/);
  const { out: svg } = await runCli(['advise', 'shop.cap', '--links', '0', '--format', 'svg'], { cwd });
  expect(svg).toMatch(/^<svg [^]*1: a replica in w: holds under any one fault, 99\.97% answered[^]*<\/svg>\n$/);
  expect(page.out).toMatch(/^\| 1 +\| a replica in w \|/m);
});

test('as JSON of its schema, with the texts that the candidates are', async () => {
  const args = ['advise', '-', '--format', 'json', '--operation', 'put', '--replicas', '+1', '--latency', '+5ms'];
  const { code, out } = await runCli(args, { stdin: DESIGN });
  expect(code).toBe(0);
  interface Measured {
    readonly measures: { readonly operations: unknown };
  }
  const value = JSON.parse(out) as {
    today: Measured['measures'];
    front: (Measured & { line: string; text: string })[];
    request: unknown;
  };
  expect(wrong(value, schemaOf('advice'))).toEqual([]);
  expect(value.request).toMatchObject({ operation: 'put', latency: { ms: 5, moreThanToday: true } });
  expect(value.front.map(({ line }) => line)).toContain(
    'a replica in w: holds under any one fault, 99.97% answered, never stale, 1 more replica',
  );
  expect(value.front[0]?.text).toContain('store s on a, b, w {');
  // As many as the text says: one likely fault breaks it today, and no more with a third voter.
  expect(value.today.operations).toEqual({ holds: 0, decided: 0, undecided: 1, notKnown: 0 });
  expect(value.front.find(({ line }) => line.includes('holds under any one fault'))?.measures.operations).toEqual({
    holds: 1,
    decided: 0,
    undecided: 0,
    notKnown: 0,
  });
});

test('the design with the changes of one of them', async () => {
  const args = ['advise', 'shop.cap', '--links', '0', '--apply', '1', '--out', 'better.cap'];
  expect(await runCli(args, { cwd })).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(path.join(cwd, 'better.cap'), 'utf8')).toBe(DESIGN.replace('on a, b {', 'on a, b, w {'));
  const none = await runCli(['advise', 'shop.cap', '--links', '0', '--apply', '7'], { cwd });
  expect(none).toEqual({ code: 2, out: '', err: 'netsplit: there is no design 7 to apply: the list has 1.\n' });
});

test.each([
  [['--operation', 'get'], 'shop.cap has no operation called get: it has put'],
  [['--replicas', 'many'], 'It is a whole number from 0 to 99, such as 1'],
  [['--latency', '40'], 'It is a time such as 40ms, or +40ms for more than today'],
])('what makes no sense is said: %s', async (args, message) => {
  const { code, out, err } = await runCli(['advise', 'shop.cap', ...args], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

test('of a file with errors, what is left, and a warning', async () => {
  const { code, err } = await runCli(['advise', '-', '--links', '0'], { stdin: `${DESIGN}link a -- nowhere\n` });
  expect(code).toBe(2);
  expect(err).toMatch(/has errors/);
});
