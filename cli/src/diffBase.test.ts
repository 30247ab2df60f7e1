// netsplit diff --base, in a repository of its own.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Ran, runCli } from './testing/runCli.js';
import { schemaOf, wrong } from './testing/schemas.js';

const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'netsplit-base-')));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const TOPOLOGY = 'node a, b\nlink a -- b 10ms\nclient c at a\n';
const SHOP =
  'include "net/topology.cap"\nstore s on a, b { choose AP }\noperation put: write s from c\n' +
  'operation get: read s from c\npartition p { a | b }\nexpect get ok under p\n';
const OTHER = `${TOPOLOGY}store t on a, b { choose CP }\noperation look: read t from c\n`;

const write = (name: string, text: string): void => writeFileSync(path.join(cwd, name), text);
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd, encoding: 'utf8' });
const diff = (...args: string[]): Promise<Ran> => runCli(['diff', '--base', 'HEAD', ...args], { cwd });

beforeAll(() => {
  mkdirSync(path.join(cwd, 'net'));
  write('net/topology.cap', TOPOLOGY);
  write('shop.cap', SHOP);
  write('other.cap', OTHER);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'First');
});

beforeEach(() => {
  git('reset', '--quiet', '--hard');
  git('clean', '--quiet', '--force', '-d');
});

test('nothing has changed', async () => {
  expect(await diff()).toEqual({
    code: 0,
    out:
      'Designs since HEAD\nNo change for the worse that is not accepted or expected. 0 changed, added or removed, 3 ' +
      'unchanged.\n',
    err: '',
  });
});

test('worse and undecided gives 1; the same with a reason, or expected, gives 0', async () => {
  const worse = SHOP.replace('choose AP', 'choose CP').replace('expect get ok under p\n', '');
  write('shop.cap', worse);
  const { code, out } = await diff('shop.cap');
  expect(code).toBe(1);
  expect(out).toMatch(/^Designs since HEAD\n\d changes for the worse, neither accepted nor expected\./);
  expect(out).toContain('Changed: shop.cap.');
  expect(out).toMatch(/\nFrom shop\.cap at HEAD to shop\.cap\n/);
  write(
    'shop.cap',
    `${worse}accept error on get "it waits"\naccept error on put "it waits"\naccept unknown on put "asked"\n`,
  );
  expect(await diff('shop.cap')).toMatchObject({ code: 0, out: expect.stringContaining('Worse') as string });
});

test('an expectation that fails now is worse, whatever is accepted', async () => {
  write('shop.cap', `${SHOP.replace('choose AP', 'choose CP')}accept error on get "x"\naccept error on put "x"\n`);
  expect((await diff('shop.cap')).code).toBe(1);
});

test('a change of an included file counts, and its old text is read from the revision', async () => {
  write('net/topology.cap', TOPOLOGY.replace('client c at a', 'client c at b'));
  const { designs } = JSON.parse((await diff('shop.cap', '--format', 'json')).out) as {
    readonly designs: readonly { readonly file: string; readonly was: string }[];
  };
  expect(designs.map(({ file, was }) => [file, was])).toEqual([['shop.cap', 'shop.cap']]);
});

test('added, removed and renamed designs', async () => {
  renameSync(path.join(cwd, 'shop.cap'), path.join(cwd, 'store.cap'));
  write('store.cap', `${SHOP}// One more line.\n`);
  git('add', '--all');
  rmSync(path.join(cwd, 'other.cap'));
  write('new.cap', OTHER.replace('look', 'stare').repeat(1).replace('store t', 'store u').replace('read t', 'read u'));
  const { out, code } = await diff();
  expect(code).toBe(0);
  expect(out).toContain('Added: new.cap.');
  expect(out).toContain('Removed: other.cap.');
  expect(out).toContain('Renamed and changed: shop.cap is store.cap.');
  expect((await diff('other.cap')).out).toContain('Removed: other.cap.');
});

test('github: an error on the line of the operation, where nobody decided', async () => {
  write('shop.cap', SHOP.replace('choose AP', 'choose CP'));
  const { out, code } = await diff('--format', 'github');
  expect(code).toBe(1);
  expect(out).toMatch(
    /^::error file=shop\.cap,line=\d,col=\d+,endColumn=\d+,title=worse since HEAD::get from c, p: ok → error\n/m,
  );
});

test('github: the tenth of a kind says how many more there are, and what prints them', async () => {
  const operations = Array.from({ length: 12 }, (_, i) => `operation get${i}: read s from c\n`).join('');
  write('shop.cap', `${SHOP}${operations}`);
  git('commit', '--quiet', '--all', '--message', 'More operations');
  try {
    write('shop.cap', `${SHOP.replace('choose AP', 'choose CP')}${operations}`);
    const lines = (await diff('--format', 'github')).out.split('\n').filter((line) => line.startsWith('::error'));
    expect(lines).toHaveLength(10);
    expect(lines[9]).toMatch(/%0A\d+ more errors: netsplit diff --base HEAD shop\.cap prints all$/);
  } finally {
    git('reset', '--quiet', '--hard', 'HEAD~1');
  }
});

test('json has the schema, and Markdown goes to a file', async () => {
  write('shop.cap', SHOP.replace('choose AP', 'choose CP'));
  const json = JSON.parse((await diff('--format', 'json')).out) as object;
  expect(json).toMatchObject({
    schema: 'netsplit-diff',
    version: 1,
    base: 'HEAD',
    designs: [{ file: 'shop.cap', was: 'shop.cap', changes: expect.any(Array) as unknown[] }],
  });
  rmSync(path.join(cwd, 'other.cap'));
  write('net/topology.cap', TOPOLOGY.replace('client c at a', 'client c at b'));
  write('new.cap', OTHER);
  const all = JSON.parse((await diff('--format', 'json')).out) as { designs: { changes: object[] }[] };
  expect(all.designs.flatMap(({ changes }) => changes).length).toBeGreaterThan(0);
  for (const one of [json, all]) expect(wrong(one, schemaOf('diff'))).toEqual([]);
  const { out, err } = await diff('--format', 'markdown', '--out', 'diff.md');
  expect(out).toBe('');
  expect(err).toContain('wrote diff.md');
});

test('a design with a mistake gives 2, and says which', async () => {
  write('shop.cap', `${SHOP}nonsense\n`);
  expect(await diff('shop.cap')).toMatchObject({
    code: 2,
    err: expect.stringContaining('shop.cap has errors') as string,
  });
});

test.each([
  [['diff', '--base', 'nowhere'], 'there is no revision nowhere here: fetch it first'],
  [['diff', '--base', '--help-me'], 'there is no revision --help-me here'],
  [['diff', '--base', 'HEAD', 'missing.cap'], 'there is no file missing.cap'],
  [['diff', 'shop.cap'], 'diff takes two designs'],
  [['diff', 'shop.cap', 'other.cap', '--format', 'json'], '--format json needs --base'],
])('%j is refused with a sentence', async (args, why) => {
  const { code, err } = await runCli(args, { cwd });
  expect({ code, why: err.includes(why) ? why : err }).toEqual({ code: 2, why });
});

test('outside of a repository', async () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'netsplit-no-git-'));
  try {
    const { code, err } = await runCli(['diff', '--base', 'HEAD'], { cwd: outside });
    expect(code).toBe(2);
    expect(err).toContain('is in no Git repository');
  } finally {
    rmSync(outside, { recursive: true });
  }
});
