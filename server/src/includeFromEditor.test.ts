// Designs that include files which only the editor reaches, as in a browser.

import type { CompletionList, Location, WorkspaceEdit } from 'vscode-languageserver/node';
import {
  Requests,
  ServerRequests,
  type DesignsAnswer,
  type FileAnswer,
  type ReportAnswer,
  type UriParams,
} from '#protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, bundle, remove, said, TestClient } from './testing/client.js';
import { design, TOPOLOGY } from './testing/shop.js';

let server = '';
let client: TestClient;

beforeAll(async () => {
  server = await bundle();
});

afterAll(() => remove(server));

afterEach(() => client.stop());

const root = 'vscode-vfs://github/owner/repo';
const remote = (name: string): string => `${root}/${name}`;
let files: Map<string, string>;

async function start(): Promise<void> {
  files = new Map([
    ['net/topology.cap', TOPOLOGY],
    ['shop.cap', design('orders')],
    ['bank.cap', design('accounts')],
  ]);
  client = await TestClient.start(
    server,
    { files: true },
    { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    [root],
  );
  client.connection.onRequest<FileAnswer, void>(ServerRequests.readFile, ({ uri: asked }: UriParams): FileAnswer => {
    const text = files.get(asked.slice(root.length + 1));
    return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
  });
  client.connection.onRequest(
    ServerRequests.listDesigns,
    (): DesignsAnswer => ({ paths: [...files.keys()], isAll: true }),
  );
}

describe('files that the editor hands out, at once', () => {
  beforeEach(start);

  test('a design has verdicts once they are here, and says nothing untrue before', async () => {
    await client.verdicts(remote('shop.cap'), await client.open(remote('shop.cap'), design('orders')));
    const said = client.published
      .filter((one) => one.uri === remote('shop.cap'))
      .map(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect(said.filter((codes) => codes.length > 0)).toEqual([['op-accepted', 'op-unknown']]);
  });

  test('a request waits for them', async () => {
    await client.open(remote('shop.cap'), design('orders'));
    const found = await client.request<Location>('textDocument/definition', {
      textDocument: { uri: remote('shop.cap') },
      position: at(design('orders'), 'us2'),
    });
    expect(found).toEqual({
      uri: remote('net/topology.cap'),
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 23 } },
    });
  });
});

describe('files that the editor hands out, when they change', () => {
  beforeEach(start);

  test('they change, vanish and come back', async () => {
    const untilCodes = (holds: (codes: readonly unknown[]) => boolean): Promise<void> =>
      client.until(() => holds(client.shown(remote('shop.cap')).map(({ code }) => code)));
    await client.verdicts(remote('shop.cap'), await client.open(remote('shop.cap'), design('orders')));
    files.set('net/topology.cap', TOPOLOGY.replace('atlantic', 'pacific'));
    await client.changedOnDisk(remote('net/topology.cap'));
    await untilCodes((codes) => codes.includes('unknown-name'));
    files.delete('net/topology.cap');
    await client.changedOnDisk(remote('net/topology.cap'));
    await untilCodes((codes) => codes.includes('include-missing'));
    files.set('net/topology.cap', TOPOLOGY);
    await client.changedOnDisk(remote('net/topology.cap'));
    await untilCodes((codes) => codes.join() === 'op-accepted,op-unknown');
    expect(client.logs).toEqual([]);
  });

  test('an unsaved text wins; when it is closed, the file is asked for again', async () => {
    await client.verdicts(remote('shop.cap'), await client.open(remote('shop.cap'), design('orders')));
    await client.open(remote('net/topology.cap'), TOPOLOGY.replace('us | eu', 'us1 | us2, eu1'));
    await client.until(() => client.shown(remote('shop.cap')).some(({ code }) => code === 'expectation-fails'));
    await client.close(remote('net/topology.cap'));
    await client.until(
      () =>
        client
          .shown(remote('shop.cap'))
          .map(({ code }) => code)
          .join() === 'op-accepted,op-unknown',
    );
  });
});

describe('files that the editor hands out, beyond the design itself', () => {
  beforeEach(start);

  test('a rename changes the designs that are not open too, and every design is offered between the quotes', async () => {
    await client.open(remote('shop.cap'), design('orders'));
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: remote('shop.cap') },
      position: at(design('orders'), 'us1'),
      newName: 'first',
    });
    expect(Object.keys(edit.changes ?? {}).sort()).toEqual(['bank.cap', 'net/topology.cap', 'shop.cap'].map(remote));
    expect(client.messages).toEqual([]);
    await client.open(remote('new.cap'), 'include ""\n');
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: remote('new.cap') },
      position: { line: 0, character: 9 },
    });
    expect(items.map(({ label }) => label).sort()).toEqual(['bank.cap', 'net/topology.cap', 'shop.cap']);
  });

  test('compared with an earlier text that includes more, all of it is there in both', async () => {
    files.set('more.cap', 'node extra\n');
    await client.verdicts(remote('shop.cap'), await client.open(remote('shop.cap'), design('orders')));
    const earlier = {
      name: 'before',
      text: `include "more.cap"\n${design('orders').replace('choose CP', 'choose AP')}store s on extra\n`,
    };
    const answer = await client.request<ReportAnswer>(Requests.report, {
      kind: 'compare',
      uri: remote('shop.cap'),
      before: earlier,
    });
    expect(JSON.stringify(answer)).toContain('atlantic');
  });

  test('what is not saved yet lies in the workspace folder', async () => {
    await client.verdicts('untitled:Untitled-1', await client.open('untitled:Untitled-1', design('orders')));
    expect(client.shown('untitled:Untitled-1').map(({ code }) => code)).toEqual(['op-accepted', 'op-unknown']);
  });
});

test('what is not saved yet, where no folder is open, lies in none', async () => {
  client = await TestClient.start(server, { files: true });
  await client.verdicts('untitled:Untitled-1', await client.open('untitled:Untitled-1', design('orders')));
  const unreadable = client.shown('untitled:Untitled-1').find(({ code }) => code === 'include-unreadable');
  expect(unreadable === undefined ? '' : said(unreadable)).toContain('save it first');
});
