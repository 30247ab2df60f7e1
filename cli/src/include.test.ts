import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CheckJson } from '#core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, type World } from './testing/runCli.js';

let outer = '';
let folder = '';

const TOPOLOGY =
  'zone us { node us1, us2 }\nzone eu { node eu1 }\nlink ocean: us -- eu 80ms\npartition atlantic { us | eu }\n';
const SHOP =
  'include "../net/topology.cap"\nclient web in eu\nstore s on us1, us2, eu1 { choose CP }\noperation buy: write s from web\nexpect buy error under atlantic\n';

beforeAll(() => {
  outer = mkdtempSync(path.join(tmpdir(), 'netsplit-include-'));
  folder = path.join(outer, 'project');
  const files = {
    'project/net/topology.cap': TOPOLOGY,
    'project/designs/shop.cap': SHOP,
    'project/designs/broken.cap': SHOP.replace('topology', 'mistaken'),
    'project/net/mistaken.cap': `${TOPOLOGY}link us -- nowhere\n`,
    'project/twice.cap': 'include "net/topology.cap"\n\nnode us1\n',
    'project/escape.cap': 'include "../secret.cap"\n',
    'project/link.cap': 'include "net/secret.cap"\n',
    'project/folder.cap': 'include "net"\n',
    'secret.cap': 'node secret\n',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(outer, name)), { recursive: true });
    writeFileSync(path.join(outer, name), text);
  }
  symlinkSync(path.join(outer, 'secret.cap'), path.join(folder, 'net', 'secret.cap'));
});

afterAll(() => rmSync(outer, { recursive: true, force: true }));

async function checked(file: string, world: World = { cwd: folder }): Promise<CheckJson> {
  return JSON.parse((await runCli(['check', '--format', 'json', file], world)).out) as CheckJson;
}

async function codes(file: string, world?: World): Promise<string[]> {
  return (await checked(file, world)).files
    .flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
    .filter((code) => code.startsWith('include-'));
}

test('check, from the folder of the project', async () => {
  expect(await runCli(['check', 'designs/shop.cap'], { cwd: folder })).toMatchObject({ code: 0 });
});

test.each([
  ['simulate', ['--under', 'atlantic']],
  ['explain', ['--operation', 'buy']],
  ['report', []],
  ['diagram', ['--partition', 'atlantic']],
  ['export', []],
])('%s', async (command, options) => {
  const { code, err, out } = await runCli([command, 'designs/shop.cap', ...options], { cwd: folder });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('eu1');
});

test('diff', async () => {
  expect(await runCli(['diff', 'designs/shop.cap', 'designs/shop.cap'], { cwd: folder })).toMatchObject({
    code: 0,
    err: '',
  });
  expect(await runCli(['diff', 'designs/shop.cap', 'designs/broken.cap'], { cwd: folder })).toMatchObject({ code: 2 });
});

test('fmt formats the one file', async () => {
  expect(await runCli(['fmt', '--check', 'designs/shop.cap', 'net/topology.cap'], { cwd: folder })).toMatchObject({
    code: 0,
    out: '',
  });
});

test('standard input lies in the working directory', async () => {
  expect(await codes('-', { cwd: folder, stdin: SHOP.replace('../net', 'net') })).toEqual([]);
  expect(await codes('-', { cwd: folder, stdin: SHOP })).toEqual(['include-outside']);
});

describe('which folder may not be left', () => {
  test('the working directory', async () => {
    expect(await codes('escape.cap')).toEqual(['include-outside']);
    expect(await codes('project/escape.cap', { cwd: outer })).toEqual([]);
  });

  test('for a design that lies elsewhere, its own folder', async () => {
    expect(await codes(path.join(folder, 'twice.cap'), { cwd: tmpdir() })).toEqual([]);
    expect(await codes(path.join(folder, 'designs/shop.cap'), { cwd: path.join(folder, 'net') })).toEqual([
      'include-outside',
    ]);
  });

  test('links are followed, and not out of it', async () => {
    expect(await codes('link.cap')).toEqual(['include-outside']);
    expect(await codes('project/link.cap', { cwd: outer })).toEqual([]);
  });
});

test('a folder is no file', async () => {
  expect(await codes('folder.cap')).toEqual(['include-unreadable']);
});

test('a mistake in an included file is shown there, by its name, and summed up where it is included', async () => {
  const { out, code } = await runCli(['check', 'designs/broken.cap'], { cwd: folder });
  expect(code).toBe(2);
  expect(out).toContain('net/mistaken.cap:5:12: error unknown-name');
  expect(out).toContain('5 | link us -- nowhere');
  expect(out).toContain('designs/broken.cap:1:9: error include-has-errors');
  expect(out).toContain('= net/mistaken.cap:5:12 There is no node');
  const [file] = (await checked('designs/broken.cap')).files;
  expect(
    file?.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code: found, file: where, range }) => [found, where, range.start.line]),
  ).toEqual([
    ['include-has-errors', undefined, 1],
    ['unknown-name', 'net/mistaken.cap', 5],
  ]);
});

test('a duplicate names the other place', async () => {
  const { out } = await runCli(['check', 'twice.cap'], { cwd: folder });
  expect(out).toMatch(
    /twice\.cap:3:6: error duplicate-name .*\n.*node us1\n.*\n.* = net\/topology\.cap:1:16 first declared here/,
  );
});

test('outside of the working directory, included files are called as the design is', async () => {
  const { out } = await runCli(['check', '../twice.cap'], { cwd: path.join(folder, 'designs') });
  expect(out).toContain(' = ../net/topology.cap:1:16 first declared here');
});
