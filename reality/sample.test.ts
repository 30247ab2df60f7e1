// samples/lab: what lies there is what the commands of its README make of it today.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../cli/src/testing/runCli.js';

const cwd = path.resolve(import.meta.dirname, '../samples/lab');
const out = mkdtempSync(path.join(tmpdir(), 'netsplit-sample-'));
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});
const read = (file: string): string => readFileSync(path.join(cwd, file), 'utf8');

test('the recorded history contradicts nothing, and its report lies beside it', async () => {
  const { code, out: report } = await runCli(['observe', 'etcd.cap', 'history.jsonl', '--under', 'alone'], { cwd });
  expect(report, 'netsplit observe etcd.cap history.jsonl --under alone > report.txt').toBe(read('report.txt'));
  expect(code).toBe(0);
});

test('a history in which the lone leader acknowledges a write does contradict it', async () => {
  const wrong = read('history.jsonl').replace(/"type":"info"(?=,"f":"put","value":"settled)/, '"type":"ok"');
  expect(wrong).not.toBe(read('history.jsonl'));
  const { code, out: report } = await runCli(['observe', 'etcd.cap', '-', '--under', 'alone'], { cwd, stdin: wrong });
  expect(report).toContain('Seen but not predicted: put from p1');
  expect(code).toBe(1);
});

test('the exported experiment is that of the design', async () => {
  const args = ['export', 'etcd.cap', '--format', 'nft', '--under', 'alone', '--targets', 'targets.json', '--out', out];
  expect((await runCli(args, { cwd })).code).toBe(0);
  const files = readdirSync(out).toSorted();
  expect(files).toEqual(['alone.expected.json', 'alone.nft.sh']);
  for (const file of files)
    expect(read(file), `netsplit ${args.slice(0, -1).join(' ')} .`).toBe(readFileSync(path.join(out, file), 'utf8'));
});
