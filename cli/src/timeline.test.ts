import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-timeline-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const DESIGN = `node db1, db2, db3
mesh db1, db2, db3
client app at db1
client batch at db2
store fast on db1, db2, db3 { replicate primary db1 async failover automatic }
store safe on db1, db2, db3 { replicate primary db1 sync 1 failover automatic }
operation save: write fast from app, batch
operation safely: write safe from app
partition alone { db1 | db2, db3 }
`;
const timeline = (...args: string[]): ReturnType<typeof runCli> =>
  runCli(['timeline', '-', ...args], { stdin: DESIGN, cwd });

test('a picture, and the same run in words', async () => {
  const { code, out, err } = await timeline('--operation', 'save', '--from', 'app', '--under', 'alone');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(out).toContain('Timeline of save from app under partition alone: lost.');
  const words = (
    await timeline('--operation', 'save', '--from', 'app', '--under', 'alone', '--format', 'text')
  ).out.split('\n');
  expect(words[0]).toBe('Timeline: save from app under partition alone: lost');
  expect(words.filter((line) => line.includes('(!)') && /^\d/.test(line))).toEqual([
    '7     healed                      db1         v1 is gone, though app was told that it is done (!)',
  ]);
  expect((await timeline('--operation', 'save', '--under', 'alone', '--format', 'markdown')).out).toMatch(
    /^# Timeline: save from app /,
  );
});

test('without a client and a partition, the smallest cause of the worst', async () => {
  expect((await timeline('--operation', 'save', '--format', 'text')).out).toMatch(
    /^Timeline: save from app when db1 is isolated: lost\n/,
  );
});

test('the verdict once the break has settled, unless another one is asked for', async () => {
  const settled = await timeline('--operation', 'safely', '--under', 'alone', '--format', 'text');
  expect(settled.out).toMatch(/^Timeline: safely from app under partition alone: error\n/);
  const detecting = await timeline(
    '--operation',
    'safely',
    '--under',
    'alone',
    '--verdict',
    'unknown',
    '--format',
    'text',
  );
  expect(detecting.out).toMatch(
    /^Timeline: safely from app under partition alone, while the break is detected: unknown\n/,
  );
});

test('into a file', async () => {
  const { code, out, err } = await timeline('--operation', 'save', '--out', 'a.svg');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/^netsplit: wrote a\.svg \(\d+ KB\)\.\n$/);
  expect(readFileSync(path.join(cwd, 'a.svg'), 'utf8')).toBe((await timeline('--operation', 'save')).out);
});

test.each([
  [['--operation', 'load'], 'netsplit: <stdin> has no operation called load: it has save, safely.'],
  [['--operation', 'safely', '--from', 'batch'], 'netsplit: <stdin> has no client of safely called batch: it has app.'],
  [['--operation', 'save', '--under', 'q'], 'netsplit: <stdin> has no partition called q: it has alone.'],
  [
    ['--operation', 'save', '--under', 'alone', '--verdict', 'stale'],
    "netsplit: save can't be stale there: it can be lost, conflict, unknown, error.",
  ],
  [[], 'netsplit: name an operation with --operation: <stdin> has save, safely.'],
])('%j', async (args, sentence) => {
  expect(await timeline(...args)).toEqual({ code: 2, out: '', err: `${sentence}\n` });
});
