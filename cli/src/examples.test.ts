import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from './testing/runCli.js';

const DESIGN = `zone us { node us1 }
zone eu { node eu1 }
link us -- eu 80ms
client bob in eu
store account on us1, eu1 { choose AP }
operation pay: write account from bob
operation view: read account from bob
operation view2: write account from bob
partition ocean { us | eu }
`;

const cwd = mkdtempSync(path.join(tmpdir(), 'netsplit-examples-'));
mkdirSync(path.join(cwd, 'designs'));
for (const name of ['shop.cap', 'before.cap', 'after.cap', 'designs/shop.cap'])
  writeFileSync(
    path.join(cwd, name),
    DESIGN.replace('operation view2', 'client amy in us\noperation view2').replace(
      'write account from bob\npart',
      'write account from amy\npart',
    ),
  );
mkdirSync(path.join(cwd, 'k8s'));
const DEPLOYED = 'services: { account: { image: "postgres:16" }, web: { build: ., depends_on: [account] } }\n';
writeFileSync(path.join(cwd, 'compose.yaml'), DEPLOYED);
for (const name of ['db', 'web'])
  writeFileSync(
    path.join(cwd, `k8s/${name}.yaml`),
    `{ apiVersion: v1, kind: Pod, metadata: { name: ${name} }, spec: { containers: [{ image: postgres }] } }\n`,
  );
const machine = (name: string, i: number): [string, object] => [
  name,
  { addresses: [`10.0.0.${i + 1}`], pods: { namespace: 'shop', labels: { app: name } } },
];
writeFileSync(
  path.join(cwd, 'lab.json'),
  JSON.stringify(Object.fromEntries(['us1', 'eu1', 'amy', 'bob'].map(machine))),
);
// One compares with a branch.
const AUTHOR = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
for (const args of [
  ['init', '--quiet', '--initial-branch', 'main'],
  ['add', '.'],
  ['commit', '--quiet', '--message', 'First'],
])
  execFileSync('git', [...AUTHOR, ...args], { cwd });
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const COMMANDS = [
  'check',
  'simulate',
  'explain',
  'advise',
  'timeline',
  'fmt',
  'diff',
  'diagram',
  'report',
  'export',
  'import',
];

test.each(['', ...COMMANDS])('the examples in the help of %s can be run, and fit a terminal', async (command) => {
  const { out } = await runCli(command === '' ? ['--help'] : [command, '--help']);
  const lines = [...(out.split('Examples:\n')[1] ?? '').matchAll(/^ {2}netsplit (.+)$/gm)].map(([, line = '']) => line);
  expect(lines).toHaveLength(3);
  expect(lines.filter((line) => `  netsplit ${line}`.length > 90)).toEqual([]);
  for (const line of lines) {
    const { code, err } = await runCli(line.split(' '), { cwd, stdin: DESIGN });
    expect({ line, code, err: err.replace(/^netsplit: wrote .*\n/gm, '') }).toEqual({
      line,
      code: expect.any(Number),
      err: '',
    });
    expect(code).toBeLessThan(2);
  }
});

test('help that was not asked for is one sentence that leads to it', async () => {
  expect((await runCli(['check'])).err).toBe(
    "netsplit: missing required argument 'file'; see netsplit check --help.\n",
  );
  expect((await runCli(['chekc'])).err).toBe(
    "netsplit: unknown command 'chekc' (Did you mean check?); see netsplit --help.\n",
  );
});

test('on a terminal a picture becomes a file, which replaces no other file', async () => {
  const terminal = { columns: 80 };
  const first = await runCli(['diagram', 'shop.cap'], { cwd, terminal });
  expect(first).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringMatching(/^netsplit: wrote shop.svg \(\d+ KB\)\.\n$/),
  });
  expect((await runCli(['diagram', 'shop.cap', '--open'], { cwd })).out).toMatch(/^\[opens .*shop\.svg\]\n$/);
  writeFileSync(path.join(cwd, 'shop-pay.svg'), '<svg>mine</svg>');
  expect(await runCli(['timeline', 'shop.cap', '--operation', 'pay'], { cwd, terminal })).toMatchObject({
    code: 2,
    err: 'netsplit: shop-pay.svg is there already and is not a picture of Netsplit: name\nanother file after --out.\n',
  });
});

test('on a terminal a report becomes a page, which replaces no other file', async () => {
  const terminal = { columns: 80 };
  for (let i = 0; i < 2; i++)
    expect(await runCli(['report', 'designs/shop.cap'], { cwd, terminal })).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringMatching(/^netsplit: wrote shop.html \(\d+ KB\)\.\n$/),
    });
  writeFileSync(path.join(cwd, 'shop.html'), '<!DOCTYPE html>mine');
  expect(await runCli(['report', 'shop.cap'], { cwd, terminal })).toMatchObject({
    code: 2,
    err: 'netsplit: shop.html is there already and is not a page of Netsplit: name another\nfile after --out.\n',
  });
  expect((await runCli(['report', 'shop.cap', '--format', 'md'], { cwd, terminal })).out).toMatch(/^# shop.cap/);
});

test('a timeline without an operation says which there are', async () => {
  expect((await runCli(['timeline', 'shop.cap'], { cwd })).err).toBe(
    'netsplit: name an operation with --operation: shop.cap has pay, view, view2.\n',
  );
});

test('explain lists the operations, and prints the page of a code', async () => {
  expect((await runCli(['explain', 'shop.cap'], { cwd })).out).toMatch(
    /^pay {4}from bob\nview {3}from bob\nview2 {2}from amy\n/,
  );
  expect((await runCli(['explain', 'op-lost'], { cwd })).out).toMatch(/^# op-lost\n/);
  expect((await runCli(['explain', 'op-nothing'], { cwd })).err).toBe(
    'netsplit: there is no file op-nothing, and no diagnostic has this code.\n',
  );
});

test('a folder means the designs in it', async () => {
  expect((await runCli(['check', 'designs', '--format', 'json'], { cwd })).out).toContain('"file": "designs/shop.cap"');
  mkdirSync(path.join(cwd, 'empty'), { recursive: true });
  expect((await runCli(['check', 'empty'], { cwd })).err).toBe(
    'netsplit: there is no .cap file in the folder empty.\n',
  );
});
