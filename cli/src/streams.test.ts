// The command line as a process of its own, on streams that can't be written.

import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-streams-'));
const cli = path.join(folder, 'cli.js');

beforeAll(async () => {
  await build({
    entryPoints: [path.resolve(import.meta.dirname, 'main.ts')],
    outfile: cli,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  writeFileSync(
    path.join(folder, 'd.cap'),
    'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose CP }\noperation o: read s from c\npartition p { a | b }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Streams that are named by a file are that file; the others are read here. */
function run(
  args: readonly string[],
  streams: { readonly out?: string; readonly err?: string } = {},
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const opened = [streams.out, streams.err].map((file) => (file === undefined ? undefined : openSync(file, 'w')));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', opened[0] ?? 'pipe', opened[1] ?? 'pipe'],
    });
    return { code: status, out: stdout ?? '', err: stderr ?? '' };
  } finally {
    for (const descriptor of opened) if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Takes nothing: each write says that the disk is full. */
const FULL = '/dev/full';

describe('a standard output that is full is one sentence and exit code 2', () => {
  test.each([
    [['check', 'd.cap']],
    [['simulate', 'd.cap', '--under', 'p']],
    [['report', 'd.cap']],
    [['--help']],
    [['report', 'd.cap', '--out', '/dev/stdout']],
  ])('%j', (args) => {
    expect(run(args, { out: FULL })).toEqual({
      code: 2,
      out: '',
      err: "netsplit: standard output can't be written: no room is left on the disk.\n",
    });
  });
});

test('a standard error that is full is exit code 2, and what there is to print is printed', () => {
  writeFileSync(path.join(folder, 'errors.cap'), 'node a\nnode a\n');
  expect(run(['diagram', 'errors.cap'], { err: FULL })).toMatchObject({
    code: 2,
    out: expect.stringContaining('</svg>'),
  });
  expect(run(['check', 'nosuch.cap'], { err: FULL })).toEqual({ code: 2, out: '', err: '' });
  expect(run(['check', 'd.cap'], { out: FULL, err: FULL })).toEqual({ code: 2, out: '', err: '' });
});

test('a reader that has enough is nobody’s mistake', () => {
  const { status, stderr } = spawnSync(
    '/bin/sh',
    ['-c', '{ "$0" "$1" report d.cap; echo $? >code; } | head -c 1; cat code >&2', process.execPath, cli],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '0\n']);
});

test('a standard input that has no end, or is a directory, is one sentence', () => {
  const read = (file: string): ReturnType<typeof spawnSync> =>
    spawnSync('/bin/sh', ['-c', `"$0" "$1" check - <${file}`, process.execPath, cli], {
      cwd: folder,
      encoding: 'utf8',
    });
  expect(read('/dev/zero')).toMatchObject({
    status: 2,
    stderr: 'netsplit: standard input has more than 64000000 bytes, which no design has.\n',
  });
  expect(read('.')).toMatchObject({ status: 2, stderr: 'netsplit: standard input is a directory.\n' });
});

test('--out to a device says so too', () => {
  expect(run(['report', 'd.cap', '--out', FULL])).toEqual({
    code: 2,
    out: '',
    err: "netsplit: /dev/full can't be written: no room is left on the disk.\n",
  });
  expect(existsSync(FULL)).toBe(true);
});

test('--out /dev/stdout goes after what is in a file already', () => {
  const { status } = spawnSync(
    '/bin/sh',
    ['-c', 'echo before >log; "$0" "$1" export d.cap --out /dev/stdout >>log && head -n 2 log', process.execPath, cli],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  expect(status).toBe(0);
  expect(run(['export', 'd.cap']).out).toBe(
    spawnSync('/bin/sh', ['-c', 'tail -n +2 log'], { cwd: folder, encoding: 'utf8' }).stdout,
  );
});
