import * as disk from 'node:fs/promises';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ChangedError, replaceFile } from './replaceFile.js';
import { failingFiles } from './testing/failingFiles.js';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'netsplit-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a new file, and one that is there already, whose mode stays', async () => {
  await replaceFile(at('a'), 'one');
  expect(text('a')).toBe('one');
  for (const mode of [0o640, 0o755, 0o600]) {
    chmodSync(at('a'), mode);
    await replaceFile(at('a'), `mode ${mode}`);
    expect([text('a'), statSync(at('a')).mode & 0o7777]).toEqual([`mode ${mode}`, mode]);
  }
  expect(readdirSync(folder)).toEqual(['a']);
});

test('links stay links: what they lead to is replaced, or made', async () => {
  mkdirSync(at('x'));
  writeFileSync(at('x/real'), 'old');
  symlinkSync('x/real', at('link'));
  symlinkSync('link', at('second'));
  symlinkSync('x/new', at('dangling'));
  await replaceFile(at('second'), 'new');
  await replaceFile(at('dangling'), 'made');
  expect([text('x/real'), text('x/new')]).toEqual(['new', 'made']);
  expect(['link', 'second', 'dangling'].map((name) => readlinkSync(at(name)))).toEqual(['x/real', 'link', 'x/new']);
  expect(readdirSync(at('x')).sort()).toEqual(['new', 'real']);
});

test('links that go round in a circle', async () => {
  symlinkSync('b', at('a'));
  symlinkSync('a', at('b'));
  await expect(replaceFile(at('a'), 'new')).rejects.toMatchObject({ code: 'ELOOP' });
  expect(readlinkSync(at('a'))).toBe('b');
});

test('a device is written to and stays one', async () => {
  await replaceFile('/dev/null', 'nothing');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  await expect(replaceFile('/dev/full', 'x'.repeat(100_000))).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  await expect(replaceFile(folder, 'x')).rejects.toMatchObject({ code: 'EISDIR' });
});

test('a file that may not be written is not replaced, though its directory may be', async () => {
  // A superuser may write it anyway, so the test makes the answer of the system.
  writeFileSync(at('a'), 'old');
  const access = (): Promise<void> => Promise.reject(Object.assign(new Error('access'), { code: 'EACCES' }));
  await expect(replaceFile(at('a'), 'new', { files: { ...disk, access } })).rejects.toMatchObject({ code: 'EACCES' });
  expect([text('a'), readdirSync(folder)]).toEqual(['old', ['a']]);
});

test('what another program has written meanwhile stays', async () => {
  writeFileSync(at('a'), 'theirs');
  await expect(replaceFile(at('a'), 'new', { was: Buffer.from('old') })).rejects.toThrow(ChangedError);
  expect([text('a'), readdirSync(folder)]).toEqual(['theirs', ['a']]);
  await replaceFile(at('a'), 'new', { was: Buffer.from('theirs') });
  expect(text('a')).toBe('new');
});

const fail = (code: string) => (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));

test.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES'])(
  '%s at any step leaves the old text whole, and nothing beside it',
  async (code) => {
    const was = Buffer.from('the old text');
    writeFileSync(at('a'), was);
    symlinkSync('a', at('link'));
    const { files, calls } = failingFiles(0, fail(code));
    await replaceFile(at('link'), 'the new text', { was, files });
    const steps = calls();
    expect(steps).toBeGreaterThan(8);
    for (let nth = 1; nth <= steps; nth++) {
      writeFileSync(at('a'), was);
      const result = await replaceFile(at('link'), 'the new text', {
        was,
        files: failingFiles(nth, fail(code)).files,
      }).then(
        () => 'written',
        (error: NodeJS.ErrnoException) => error.code,
      );
      expect([nth, result, text('a')]).toEqual([nth, code, 'the old text']);
      expect(readdirSync(folder).sort()).toEqual(['a', 'link']);
    }
  },
);
