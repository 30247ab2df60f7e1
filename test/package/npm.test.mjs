import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { repo } from '../../scripts/setup.mjs';
import { installFromFile, node } from './installed.mjs';

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client bob in eu
store account on us1, us2, eu1 { choose CP }
operation pay: write account from bob
partition ocean { us | eu }
expect pay error under ocean
`;

let installed;
beforeAll(() => {
  installed = installFromFile();
});
afterAll(() => installed?.remove());

test('it is small, alone, and has its licences', () => {
  expect(statSync(installed.archive).size).toBeLessThanOrEqual(900 * 1024);
  const others = readdirSync(path.join(installed.place, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(others).toEqual(['netsplit']);
  const files = readdirSync(installed.root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files.length).toBeLessThanOrEqual(120);
  const read = (file) => readFileSync(path.join(installed.root, file), 'utf8');
  expect(read('LICENSE')).toContain('MIT');
  expect(read('dist/THIRD-PARTY-NOTICES.txt')).toContain('chevrotain');
  const manifest = JSON.parse(read('package.json'));
  for (const key of ['private', 'dependencies', 'devDependencies', 'scripts', 'contributes'])
    expect(manifest[key]).toBeUndefined();
  for (const schema of readdirSync(path.join(installed.root, 'schema')))
    expect(JSON.parse(read(`schema/${schema}`)).$schema).toContain('json-schema.org');
});

test('it runs on the Node that is tried', () => {
  const { engines } = JSON.parse(readFileSync(path.join(installed.root, 'package.json'), 'utf8'));
  const major = Number(/^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout)[1]);
  expect(major).toBeGreaterThanOrEqual(Number(engines.node.slice(2)));
  expect(installed.netsplit(['--version']).code).toBe(0);
});

test('check answers, with its exit code', () => {
  installed.write('design.cap', DESIGN);
  expect(installed.netsplit(['check', 'design.cap'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 file: 1 expectation holds'),
    err: '',
  });
  const failing = installed.netsplit(['check', '-'], DESIGN.replace('expect pay error', 'expect pay ok'));
  expect(failing.code).toBe(1);
  expect(failing.out).toContain('expectation-fails');
});

test('its samples are those of the repository, and the pages of its codes are read', () => {
  const samples = JSON.parse(readFileSync(path.join(installed.root, 'samples.json'), 'utf8'));
  expect(samples['samples/bank.cap']).toBe(readFileSync(path.join(repo, 'samples/bank.cap'), 'utf8'));
  expect(Object.keys(samples)).toContain('samples/shared/three-regions.cap');
  const codes = readdirSync(path.join(installed.root, 'docs/diagnostics'));
  expect(codes).toContain('op-lost.md');
  expect(installed.netsplit(['explain', 'op-lost']).code).toBe(0);
});

test('a page is written in which a reviewer cuts links', () => {
  const { code } = installed.netsplit(['report', 'design.cap', '--interactive', '--out', 'design.html']);
  expect(code).toBe(0);
  expect(readFileSync(path.join(installed.place, 'design.html'), 'utf8')).toContain('<script');
});

test('a page is written in which one types, with the lessons in it', () => {
  const { code } = installed.netsplit(['play', 'design.cap', '--out', 'play.html']);
  expect(code).toBe(0);
  const page = readFileSync(path.join(installed.place, 'play.html'), 'utf8');
  expect(page).toContain('id="worker"');
  expect(page).toContain('"title":"A majority"');
});

test('the language server says its version, and sends what is wrong with the page of its code', async () => {
  const child = installed.start(['lsp']);
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const found = new Promise((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => {
      if (diagnostics.length > 0) resolve(diagnostics);
    });
  });
  connection.listen();
  const { serverInfo } = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  const { version } = JSON.parse(readFileSync(path.join(installed.root, 'package.json'), 'utf8'));
  expect(serverInfo).toEqual({ name: 'Netsplit', version });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///a.cap', languageId: 'cap', version: 1, text: DESIGN },
  });
  const [first] = await found;
  expect(existsSync(new URL(first.codeDescription.href))).toBe(true);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await exit).toBe(0);
  connection.dispose();
});
