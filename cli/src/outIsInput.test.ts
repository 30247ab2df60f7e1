import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-out-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const FILES = {
  'net/topology.cap': 'node a, b\nlink a -- b\n',
  'net/empty.cap': '',
  'shop.cap':
    'include "net/topology.cap"\ninclude "net/empty.cap"\nclient c at a\nstore s on a, b { choose CP }\noperation o: read s from c\n',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
  symlinkSync('shop.cap', path.join(cwd, 'by-link'));
  linkSync(path.join(cwd, 'shop.cap'), path.join(cwd, 'twin'));
  symlinkSync('net', path.join(cwd, 'folder'));
});

describe.each([['report'], ['diagram'], ['export'], ['timeline', '--operation', 'o']])('%s', (...command) => {
  test.each([
    ['shop.cap', 'shop.cap is not written, for it is read here'],
    ['./shop.cap', './shop.cap is not written, for it is read here as shop.cap'],
    ['by-link', 'by-link is not written, for it is read here as shop.cap'],
    ['twin', 'twin is not written, for it is read here as shop.cap'],
    ['net/topology.cap', 'net/topology.cap is not written, for it is read here'],
    ['folder/empty.cap', 'folder/empty.cap is not written, for it is read here as net/empty.cap'],
  ])('--out %s', async (out, sentence) => {
    const [name = '', ...options] = command;
    expect(await runCli([name, 'shop.cap', ...options, '--out', out], { cwd })).toEqual({
      code: 2,
      out: '',
      err: `netsplit: ${sentence}: name another file after --out.\n`,
    });
    for (const [file, text] of Object.entries(FILES)) expect(readFileSync(path.join(cwd, file), 'utf8')).toBe(text);
    expect(readdirSync(cwd).sort()).toEqual(['by-link', 'folder', 'net', 'shop.cap', 'twin']);
  });
});

test('from another folder, an included file is found as well', async () => {
  const { code, err } = await runCli(['report', '../shop.cap', '--out', 'topology.cap'], {
    cwd: path.join(cwd, 'net'),
  });
  expect(code).toBe(2);
  expect(err).toContain('topology.cap is not written, for it is read here as ../net/topology.cap');
});
