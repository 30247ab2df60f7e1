import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decode, MAX_BYTES, readRegular } from './regular.js';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const read = (name: string, look = (): undefined => undefined): string => decode(readRegular<never>(at(name), look));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netsplit-regular-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a regular file, also empty, through a link, and longer than one read', () => {
  writeFileSync(at('a'), 'node a\n');
  writeFileSync(at('empty'), '');
  symlinkSync('a', at('link'));
  writeFileSync(at('long'), 'x'.repeat(3_000_000));
  expect([read('a'), read('empty'), read('link'), read('long').length]).toEqual([
    'node a\n',
    '',
    'node a\n',
    3_000_000,
  ]);
});

test('a folder, a device without an end, a pipe without a writer and a socket are refused at once', async () => {
  spawnSync('mkfifo', [at('pipe')]);
  const server = createServer().listen(at('socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  const refused = (file: string, kind: string): void =>
    expect(() => readRegular(file)).toThrow(expect.objectContaining({ kind }));
  refused(folder, 'folder');
  refused('/dev/zero', 'special');
  refused(at('pipe'), 'special');
  refused(at('socket'), 'special');
  server.close();
});

test('nothing larger than the bound is read', () => {
  closeSync(openSync(at('large'), 'w'));
  truncateSync(at('large'), MAX_BYTES + 1);
  expect(() => read('large')).toThrow(`it has ${MAX_BYTES + 1} bytes, and a design has at most ${MAX_BYTES}`);
  // It grows between the look and the read.
  writeFileSync(at('grows'), 'x');
  expect(() => read('grows', () => truncateSync(at('grows'), MAX_BYTES + 1) as undefined)).toThrow(
    `it has more than ${MAX_BYTES} bytes`,
  );
});

test('a file that changes between the look and the read is read again, until it is quiet', () => {
  writeFileSync(at('a'), '');
  let looks = 0;
  expect(read('a', () => (looks++ === 0 ? (appendFileSync(at('a'), 'new') as undefined) : undefined))).toBe('new');
  expect(looks).toBe(2);
  expect(() => read('a', () => appendFileSync(at('a'), 'more') as undefined)).toThrow('it changes while it is read');
});

test('what takes the name of a file after it was opened is not read', () => {
  writeFileSync(at('a'), 'first');
  writeFileSync(at('secret'), 'secret');
  let looks = 0;
  const replaced = (): undefined => {
    if (looks++ === 0) {
      symlinkSync('secret', at('new'));
      renameSync(at('new'), at('a'));
    }
  };
  expect(read('a', replaced)).toBe('first');
  writeFileSync(at('gone'), 'whole');
  expect(read('gone', () => rmSync(at('gone'), { force: true }) as undefined)).toBe('whole');
});
