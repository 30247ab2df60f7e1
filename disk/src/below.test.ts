import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBelow, readBelowLater, type Texts } from './below.js';

let outer = '';
let folder = '';
beforeEach(() => {
  outer = realpathSync(mkdtempSync(path.join(tmpdir(), 'netsplit-below-')));
  folder = path.join(outer, 'project');
  mkdirSync(path.join(folder, 'net'), { recursive: true });
  mkdirSync(path.join(outer, 'elsewhere'));
  writeFileSync(path.join(folder, 'net/a.cap'), 'inside');
  writeFileSync(path.join(outer, 'elsewhere/a.cap'), 'secret');
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

describe.each([
  { how: 'at once', read: async (...asked: Parameters<typeof readBelow>) => readBelow(...asked), times: 20_000 },
  { how: 'later', read: readBelowLater, times: 4000 },
])('$how', ({ read, times }) => {
  test('what lies below, through links that stay there', async () => {
    symlinkSync('net/a.cap', path.join(folder, 'link.cap'));
    symlinkSync('../elsewhere', path.join(folder, 'out'));
    symlinkSync('round', path.join(folder, 'round'));
    const inside = { kind: 'text', path: 'net/a.cap', text: 'inside' };
    expect(await read(folder, 'net/a.cap')).toEqual(inside);
    expect(await read(folder, 'link.cap')).toEqual(inside);
    expect(await read(folder, 'out/a.cap')).toEqual({ kind: 'outside' });
    expect(await read(folder, '../elsewhere/a.cap')).toEqual({ kind: 'outside' });
    expect(await read(folder, 'none.cap')).toEqual({ kind: 'missing' });
    expect(await read(folder, 'net/a.cap/b')).toEqual({ kind: 'missing' });
    expect(await read(folder, 'net')).toEqual({ kind: 'unreadable', why: 'it is a folder' });
    expect(await read(folder, '.')).toEqual({ kind: 'unreadable', why: 'it is a folder' });
    expect(await read(folder, 'round')).toEqual({ kind: 'unreadable', why: 'its links go round in a circle' });
  });

  test('a text is known until somebody writes to its file', async () => {
    const known = new Map<string, string>();
    let sets = 0;
    const texts: Texts = {
      get: (file, state) => known.get(`${file} ${state}`),
      set: (file, state, text) => {
        sets++;
        known.set(`${file} ${state}`, text);
      },
    };
    const text = async (): Promise<unknown> => read(folder, 'net/a.cap', texts);
    expect([await text(), await text()]).toEqual(Array(2).fill({ kind: 'text', path: 'net/a.cap', text: 'inside' }));
    expect(sets).toBe(1);
    appendFileSync(path.join(folder, 'net/a.cap'), ' and more');
    expect(await text()).toEqual({ kind: 'text', path: 'net/a.cap', text: 'inside and more' });
    expect(sets).toBe(2);
  });

  test('a text that was replaced while it was read is not kept as that of the new file', async () => {
    const file = path.join(folder, 'net/a.cap');
    const states: string[] = [];
    const get = (_file: string, state: string): undefined => {
      if (states.length === 0) {
        writeFileSync(path.join(folder, 'new'), 'newer');
        renameSync(path.join(folder, 'new'), file);
      }
      states.push(state);
    };
    const kept = new Map<string, string>();
    await read(folder, 'net/a.cap', { get, set: (_file, state, text) => kept.set(state, text) });
    expect(await read(folder, 'net/a.cap', { get: (_file, state) => kept.get(state), set: () => undefined })).toEqual({
      kind: 'text',
      path: 'net/a.cap',
      text: 'newer',
    });
  });

  test('a folder that becomes a link and a folder again, all the time, lets nothing from outside in', async () => {
    // As fast as it can, until it is ended.
    const flips = `
    const { renameSync, symlinkSync } = require('node:fs');
    process.chdir(${JSON.stringify(folder)});
    symlinkSync('../elsewhere', 'link');
    process.stdout.write('ready');
    for (;;) {
      renameSync('net', 'folder'); renameSync('link', 'net');
      renameSync('net', 'link'); renameSync('folder', 'net');
    }`;
    const child = spawn(process.execPath, ['-e', flips], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const seen = new Map<string, number>();
    for (let i = 0; i < times; i++) {
      const found = await read(folder, 'net/a.cap');
      const what = found.kind === 'text' ? found.text : found.kind;
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(seen.get('secret')).toBe(undefined);
    // Both were there to be met.
    expect([seen.has('inside'), seen.has('outside')]).toEqual([true, true]);
  });
});
