import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copySamples } from '../../scripts/start/copySamples.mjs';

let folder;
const at = (...names) => path.join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netsplit-samples-'));
  mkdirSync(at('from', 'shared'), { recursive: true });
  writeFileSync(at('from', 'a.cap'), 'node a');
  writeFileSync(at('from', 'shared', 'b.cap'), 'node b');
  writeFileSync(at('from', 'notes.txt'), 'not a design');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('designs are copied, also those in folders, and nothing else', () => {
  const copy = copySamples(at('from'), at('to'));
  expect(readFileSync(path.join(copy, 'a.cap'), 'utf8')).toBe('node a');
  expect(readFileSync(path.join(copy, 'shared', 'b.cap'), 'utf8')).toBe('node b');
  expect(existsSync(path.join(copy, 'notes.txt'))).toBe(false);
});

test('what somebody changed in the copy stays; the rest follows the samples', () => {
  const copy = copySamples(at('from'), at('to'));
  writeFileSync(path.join(copy, 'a.cap'), 'node mine');
  writeFileSync(at('from', 'a.cap'), 'node newer');
  writeFileSync(at('from', 'shared', 'b.cap'), 'node newer');
  copySamples(at('from'), at('to'));
  expect(readFileSync(path.join(copy, 'a.cap'), 'utf8')).toBe('node mine');
  expect(readFileSync(path.join(copy, 'shared', 'b.cap'), 'utf8')).toBe('node newer');
});
