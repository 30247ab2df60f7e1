import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundle, remove, TestClient } from './testing/client.js';

const DESIGN = `node a, b
link a -- b
client c at b
store s on a, b { choose CP }
operation put: write s from c
`;

let server = '';
let folder = '';
let client: TestClient;

const uri = (name: string): string => pathToFileURL(path.join(folder, name)).toString();

/** What is shown of a file: DiagnosticSeverity and code. */
function shown(name: string): string[] {
  return client.shown(uri(name)).map(({ severity, code }) => `${severity ?? ''} ${String(code)}`);
}

async function untilShown(name: string, expected: readonly string[]): Promise<void> {
  const isShown = (): boolean => JSON.stringify(shown(name)) === JSON.stringify(expected);
  await client.until(() => client.published.some((one) => one.uri === uri(name)) && isShown());
}

async function settingsAre(text: string): Promise<void> {
  writeFileSync(path.join(folder, 'netsplit.json'), text);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('netsplit.json'), type: 2 }],
  });
}

beforeAll(async () => {
  server = await bundle();
});

afterAll(() => remove(server));

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'netsplit-settings-'));
  writeFileSync(path.join(folder, 'design.cap'), DESIGN);
  client = await TestClient.start(server, {}, { workspace: { configuration: true } }, [
    pathToFileURL(folder).toString(),
  ]);
  await client.verdicts(uri('design.cap'), await client.open(uri('design.cap'), DESIGN));
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a change of netsplit.json changes what is shown, and what is wrong in it is shown in it', async () => {
  expect(shown('design.cap')).toEqual(['2 op-error']);
  await settingsAre('{ "diagnostics": { "severity": { "op-error": "information" } } }');
  await untilShown('design.cap', ['3 op-error']);
  await settingsAre('{ "diagnostics": { "severity": { "op-eror": "off" } } }');
  await untilShown('netsplit.json', ['1 wrong-setting']);
  await untilShown('design.cap', ['2 op-error']);
  await settingsAre('{ "explore": ["any 0 links"] }');
  await untilShown('design.cap', []);
  await untilShown('netsplit.json', []);
});

test('what the user has set changes what is shown at once, and netsplit.json goes before it', async () => {
  client.settings = { diagnostics: { severity: { 'op-error': 'hint' } } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await untilShown('design.cap', ['4 op-error']);
  await settingsAre('{ "diagnostics": { "severity": { "op-error": "error" } } }');
  await untilShown('design.cap', ['1 op-error']);
});
