import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pinnedNode } from '../../scripts/setup.mjs';
import { vsix } from '../../scripts/package.mjs';
import { unpack } from '../host/run.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-vsix-'));
const read = (file) => readFileSync(path.join(folder, file), 'utf8');
beforeAll(() => unpack(vsix, folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every file that its manifest names is in it', () => {
  const named = [...read('package.json').matchAll(/"(?:\.\/)?((?:dist|docs|images|syntaxes|schema)\/[^"]+)"/g)].map(
    ([, file]) => file,
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
});

test('its manifest has a text for each key, in English and in German, and the client its German texts', () => {
  const keys = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key).sort();
  expect(keys.length).toBeGreaterThan(20);
  for (const file of ['package.nls.json', 'package.nls.de.json'])
    expect(Object.keys(JSON.parse(read(file))).sort()).toEqual(keys);
  const texts = JSON.parse(read(path.join(JSON.parse(read('package.json')).l10n, 'bundle.l10n.de.json')));
  expect(texts['Show Output']).toBe('Ausgabe anzeigen');
});

test('its manifest has nothing for those who build it', () => {
  const manifest = JSON.parse(read('package.json'));
  expect(manifest.main).toBe('./dist/client.js');
  for (const key of ['scripts', 'imports', 'dependencies', 'devDependencies']) expect(manifest[key]).toBeUndefined();
});

test('the pages of the Marketplace have no link that leads beside them', () => {
  for (const file of ['readme.md', 'changelog.md']) {
    const prose = read(file).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
    expect([...prose.matchAll(/\]\((?!https?:|#)[^)]*\)/g)].map(([link]) => link)).toEqual([]);
  }
  expect(read('readme.md').indexOf('## Install')).toBeLessThan(read('readme.md').indexOf('## A design'));
});

test('its server for agents answers, with the pages that it offers', async () => {
  const client = new Client({ name: 'a test', version: '1' });
  const args = [path.join(folder, 'dist/mcp.js')];
  await client.connect(new StdioClientTransport({ command: pinnedNode, args, cwd: folder }));
  try {
    const { structuredContent } = await client.callTool({
      name: 'check_design',
      arguments: { file: 'samples/bank.cap' },
    });
    expect(structuredContent.summary.errors).toBe(0);
    for (const page of ['language', 'semantics', 'presets', 'codes/op-lost']) {
      const { contents } = await client.readResource({ uri: `netsplit://${page}` });
      expect(contents[0].text.length).toBeGreaterThan(200);
    }
  } finally {
    await client.close();
  }
});

test('its command line checks a folder, for the task', () => {
  const { status, stdout } = spawnSync(pinnedNode, [path.join(folder, 'dist/cli.js'), 'check', '--', 'samples'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/all \d+ expectations hold; 0 errors/);
  expect(status).toBe(0);
});

test('it has its licences, the samples, and the page of each code', () => {
  expect(read('LICENSE.txt')).toContain('MIT');
  expect(read('dist/THIRD-PARTY-NOTICES.txt')).toContain('chevrotain');
  expect(readdirSync(path.join(folder, 'samples'))).toContain('bank.cap');
  expect(readdirSync(path.join(folder, 'lessons'))).toContain('lessons.json');
  expect(readdirSync(path.join(folder, 'docs/diagnostics'))).toContain('op-lost.md');
  expect(readdirSync(folder, { recursive: true }).filter((file) => /\.(map|test\.ts)$/.test(file))).toEqual([]);
});
