import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emit, whyUnwritable } from './output.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-output-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function worldOf(): { readonly printed: string[]; readonly io: Parameters<typeof emit>[0] } {
  const printed: string[] = [];
  return {
    printed,
    io: {
      out: (text) => printed.push(text),
      err: () => undefined,
      stdin: () => Promise.resolve(new Uint8Array()),
      serve: () => Promise.resolve(),
      cwd,
      today: '2026-01-01',
      terminal: undefined,
      status: undefined,
      open: () => undefined,
      shipped: () => undefined,
      env: {},
    },
  };
}

test('prints, or writes the file that is named, which may be there already', async () => {
  const { io, printed } = worldOf();
  await emit(io, 'one\n', { out: undefined, inputs: [] });
  await emit(io, 'two\n', { out: 'a.svg', inputs: [] });
  await emit(io, 'three\n', { out: 'a.svg', inputs: [] });
  expect(printed).toEqual(['one\n']);
  expect(readFileSync(path.join(cwd, 'a.svg'), 'utf8')).toBe('three\n');
});

test('what can’t be written is one sentence', async () => {
  mkdirSync(path.join(cwd, 'folder'));
  const refused = (out: string): Promise<void> => emit(worldOf().io, '', { out, inputs: [] });
  await expect(refused('nosuch/a.svg')).rejects.toThrow('there is no directory nosuch to write nosuch/a.svg into');
  await expect(refused('folder')).rejects.toThrow('folder is a directory: name a file in it');
  await expect(refused('new/')).rejects.toThrow('new/ is a directory: name a file in it');
  await expect(refused('')).rejects.toThrow('the name after --out is empty');
  const why = (code: string): string => whyUnwritable('a.svg', Object.assign(new Error('open'), { code }));
  expect(why('EROFS')).toBe('a.svg may not be written: permission denied for it or for its directory');
  expect(why('ENOSPC')).toBe("a.svg can't be written: no room is left on the disk");
});
