import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ObservationJson } from '#core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-observe-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const HISTORY = `{"time": 0, "process": "ann", "type": "invoke", "f": "pay", "key": "k", "value": 1}
{"time": 40, "process": "ann", "type": "ok", "f": "pay", "key": "k", "value": 1}
{"time": 1000, "process": "nemesis", "type": "info", "f": "start"}
{"time": 5000, "process": "bob", "type": "invoke", "f": "pay", "key": "k", "value": 2}
{"time": 6000, "process": "bob", "type": "fail", "f": "pay", "key": "k", "value": 2}
{"time": 9000, "process": "nemesis", "type": "info", "f": "stop"}
`;

beforeAll(() => {
  writeFileSync(
    path.join(cwd, 'shop.cap'),
    `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP detect 2s }
operation pay: write account from ann, bob
partition ocean { us | eu }
`,
  );
  writeFileSync(path.join(cwd, 'history.jsonl'), HISTORY);
  writeFileSync(path.join(cwd, 'wrong.jsonl'), HISTORY.replace('"fail"', '"ok"'));
});

test('0 where all that was seen can happen, 1 with the request where something cannot', async () => {
  const good = await runCli(['observe', 'shop.cap', 'history.jsonl', '--under', 'ocean'], { cwd });
  expect({ code: good.code, err: good.err }).toEqual({ code: 0, err: '' });
  expect(good.out).toContain('Nothing of 2 requests contradicts the design.');
  const wrong = await runCli(['observe', 'shop.cap', 'wrong.jsonl', '--under', 'ocean'], { cwd });
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain('Seen but not predicted: pay from bob');
  expect(wrong.out).toContain('Once it is noticed, once: line 4, pay 2 at 5000 was answered.');
});

test('as JSON', async () => {
  const args = ['observe', 'shop.cap', '-', '--under', 'ocean', '--format', 'json'];
  const { code, out } = await runCli(args, { cwd, stdin: HISTORY });
  expect(code).toBe(0);
  const json = JSON.parse(out) as ObservationJson;
  expect(json).toMatchObject({
    schema: 'netsplit-observation',
    version: 1,
    history: '<stdin>',
    contradicts: false,
    noticedMs: 2000,
  });
  expect(json.seen.map(({ client, seen, when, status }) => [client, seen, when.join(), status])).toEqual([
    ['ann', 'ok', 'healthy', 'predicted'],
    ['bob', 'error', 'settled', 'predicted'],
  ]);
});

test.each([
  [['history.jsonl'], "required option '--under <partition>' not specified"],
  [['history.jsonl', '--under', 'sea'], 'shop.cap has no partition called sea'],
  [['none.jsonl', '--under', 'ocean'], 'there is no file none.jsonl'],
  [['shop.cap', '--under', 'ocean'], "shop.cap can't be judged: line 1:"],
  [['history.jsonl', '--under', 'ocean', '--noticed', 'soon'], 'It has to be a number of milliseconds'],
  [['history.jsonl', '--under', 'ocean', '--names', 'history.jsonl'], 'history.jsonl has no names: it is not JSON'],
])('%j is refused', async (args, message) => {
  const { code, err } = await runCli(['observe', 'shop.cap', ...args], { cwd });
  expect(code).toBe(2);
  expect(err).toContain(message);
});
