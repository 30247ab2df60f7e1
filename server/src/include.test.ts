import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { Requests, type ReportAnswer } from '#protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, bundle, remove, said, TestClient } from './testing/client.js';
import { design, TOPOLOGY } from './testing/shop.js';

let server = '';
let folder = '';
let client: TestClient;

const uri = (name: string): string => pathToFileURL(path.join(folder, ...name.split('/'))).toString();

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function codes(name: string): string[] {
  return client.shown(uri(name)).map(({ code }) => String(code));
}

/** Waits until what is shown of a file is this. */
async function untilShown(name: string, holds: (codes: readonly string[]) => boolean): Promise<void> {
  await client.until(() => client.published.some((one) => one.uri === uri(name)) && holds(codes(name)));
}

beforeAll(async () => {
  server = await bundle();
});

afterAll(() => remove(server));

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'netsplit-include-'));
  write('net/topology.cap', TOPOLOGY);
  write('shop.cap', design('orders'));
  write('bank.cap', design('accounts'));
  client = await TestClient.start(server, {}, { textDocument: { publishDiagnostics: { relatedInformation: true } } }, [
    pathToFileURL(folder).toString(),
  ]);
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openShop(): Promise<void> {
  await client.verdicts(uri('shop.cap'), await client.open(uri('shop.cap'), design('orders')));
}

describe('a design that includes a file', () => {
  test('has verdicts', async () => {
    await openShop();
    expect(codes('shop.cap')).toEqual(['op-accepted', 'op-unknown']);
  });

  test('a definition is in the included file, references are in every design that includes it', async () => {
    await openShop();
    const position = at(design('orders'), 'us2');
    const found = await client.request<Location>('textDocument/definition', {
      textDocument: { uri: uri('shop.cap') },
      position,
    });
    expect(found).toEqual({
      uri: uri('net/topology.cap'),
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 23 } },
    });
    const references = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri: uri('shop.cap') },
      position,
      context: { includeDeclaration: true },
    });
    expect(references.map((one) => [one.uri, one.range.start.line])).toEqual([
      [uri('bank.cap'), 3],
      [uri('net/topology.cap'), 0],
      [uri('shop.cap'), 3],
    ]);
  });

  test('hover, outline and the picture', async () => {
    await openShop();
    const { contents } = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: uri('shop.cap') },
      position: at(design('orders'), 'atlantic'),
    });
    expect(JSON.stringify(contents)).toContain('atlantic');
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: uri('shop.cap') },
    });
    expect(symbols.map(({ name }) => name)).toEqual(['web', 'orders', 'buy']);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: uri('shop.cap') },
    });
    expect(links).toEqual([
      { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 26 } }, target: uri('net/topology.cap') },
    ]);
  });
});

describe('a design that includes a file, beyond its own text', () => {
  test('the files of the project are offered between the quotes', async () => {
    write('net/other.cap', '');
    const text = 'include ""\n';
    await client.open(uri('new.cap'), text);
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: uri('new.cap') },
      position: { line: 0, character: 9 },
    });
    expect(items.map(({ label }) => label)).toEqual(['bank.cap', 'shop.cap', 'net/other.cap', 'net/topology.cap']);
    expect(items[3]?.textEdit).toEqual({
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 10 } },
      newText: '"net/topology.cap"',
    });
  });

  test('calls lead into the included file', async () => {
    await openShop();
    const [store] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument: { uri: uri('shop.cap') },
      position: at(design('orders'), 'orders'),
    });
    const nodes = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: store });
    expect(nodes.map(({ to, fromRanges }) => [to.name, to.uri, fromRanges[0]?.start.line])).toEqual(
      ['us1', 'us2', 'eu1'].map((name) => [name, uri('net/topology.cap'), 3]),
    );
    const links = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: nodes[0]?.to,
    });
    expect(links.map(({ to }) => to.name)).toEqual(["us1's link to us", 'ocean']);
  });
});

test('compared with an earlier text, what it includes is there in both', async () => {
  await openShop();
  const earlier = { name: 'before', text: design('orders').replace('choose CP', 'choose AP') };
  const answer = await client.request<ReportAnswer>(Requests.report, {
    kind: 'compare',
    uri: uri('shop.cap'),
    before: earlier,
  });
  expect(answer.kind).toBe('report');
  expect(JSON.stringify(answer)).toContain('atlantic');
});

describe('while the included file changes', () => {
  test('an unsaved text wins over the disk, at once; closing it brings the disk back', async () => {
    await openShop();
    await client.open(uri('net/topology.cap'), TOPOLOGY);
    await client.change(uri('net/topology.cap'), { text: TOPOLOGY.replace('us | eu', 'us1 | us2, eu1') });
    await untilShown('shop.cap', (found) => found.includes('expectation-fails'));
    await client.close(uri('net/topology.cap'));
    await untilShown('shop.cap', (found) => !found.includes('expectation-fails'));
  });

  test('on the disk, as far as the editor tells', async () => {
    await openShop();
    write('net/topology.cap', TOPOLOGY.replace('atlantic', 'pacific'));
    await client.changedOnDisk(uri('net/topology.cap'));
    await untilShown('shop.cap', (found) => found.includes('unknown-name'));
    rmSync(path.join(folder, 'net/topology.cap'));
    await client.changedOnDisk(uri('net/topology.cap'));
    await untilShown('shop.cap', (found) => found.includes('include-missing'));
    write('net/topology.cap', TOPOLOGY);
    await client.changedOnDisk(uri('net/topology.cap'));
    await untilShown('shop.cap', (found) => found.join() === 'op-accepted,op-unknown');
  });

  test('its mistakes are shown in it, and summed up where it is included; both go when they are mended or the design is closed', async () => {
    await openShop();
    write('net/topology.cap', `${TOPOLOGY}link us -- nowhere\n`);
    await client.changedOnDisk(uri('net/topology.cap'));
    await untilShown('net/topology.cap', (found) => found.includes('unknown-name'));
    await untilShown('shop.cap', (found) => found.includes('include-has-errors'));
    const summary = client.shown(uri('shop.cap')).find(({ code }) => code === 'include-has-errors');
    expect(summary?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line])).toEqual([
      [uri('net/topology.cap'), 4],
    ]);
    await client.close(uri('shop.cap'));
    await untilShown('net/topology.cap', (found) => found.length === 0);
  });
});

describe('while the included file changes, as a person types', () => {
  test('rapid edits: versions never go back, and the end is that of the last text', async () => {
    await openShop();
    await client.open(uri('net/topology.cap'), TOPOLOGY);
    for (let i = 0; i < 30; i++) {
      await client.change(uri('net/topology.cap'), {
        text: `${TOPOLOGY}${i % 2 === 0 ? 'link us -- nowhere\n' : ''}// ${i}\n`,
      });
      if (i % 5 === 0) await client.change(uri('shop.cap'), { text: `${design('orders')}// ${i}\n` });
    }
    const last = await client.change(uri('net/topology.cap'), { text: TOPOLOGY.replace('80ms', '90ms') });
    await client.verdicts(uri('net/topology.cap'), last);
    await untilShown('shop.cap', (found) => found.join() === 'op-accepted,op-unknown');
    for (const name of ['shop.cap', 'net/topology.cap']) {
      const versions = client.published.filter((one) => one.uri === uri(name)).flatMap(({ version }) => version ?? []);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
    }
    expect(codes('net/topology.cap')).toEqual([]);
    expect(client.logs).toEqual([]);
  });

  test('what a part leaves to its design is no mistake of the part while the design is open', async () => {
    write('part.cap', 'link us -- elsewhere\n');
    write('whole.cap', 'zone us { node us1 }\nnode elsewhere\ninclude "part.cap"\n');
    await client.open(uri('part.cap'), 'link us -- elsewhere\n');
    await untilShown('part.cap', (found) => found.length === 2);
    const position = { line: 0, character: 6 };
    expect(
      await client.request('textDocument/definition', { textDocument: { uri: uri('part.cap') }, position }),
    ).toBeNull();
    await client.open(uri('whole.cap'), 'zone us { node us1 }\nnode elsewhere\ninclude "part.cap"\n');
    await untilShown('part.cap', (found) => found.length === 0);
    expect(
      await client.request('textDocument/definition', { textDocument: { uri: uri('part.cap') }, position }),
    ).toMatchObject({ uri: uri('whole.cap') });
    await client.close(uri('whole.cap'));
    await untilShown('part.cap', (found) => found.length === 2);
  });
});

describe('rename', () => {
  const edited = (edit: WorkspaceEdit): Record<string, readonly string[]> =>
    Object.fromEntries(
      Object.entries(edit.changes ?? {}).map(([file, edits]: [string, TextEdit[]]) => [
        file,
        edits.map(({ range, newText }) => `${range.start.line}:${range.start.character} ${newText}`),
      ]),
    );

  test('from a design or from the file that declares the name: every design that includes it, open or not', async () => {
    await openShop();
    const wanted = {
      [uri('shop.cap')]: ['3:16 first'],
      [uri('net/topology.cap')]: ['0:15 first'],
      [uri('bank.cap')]: ['3:18 first'],
    };
    const fromDesign = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: uri('shop.cap') },
      position: at(design('orders'), 'us1'),
      newName: 'first',
    });
    expect(edited(fromDesign)).toEqual(wanted);
    await client.open(uri('net/topology.cap'), TOPOLOGY);
    const fromTopology = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: uri('net/topology.cap') },
      position: at(TOPOLOGY, 'us1'),
      newName: 'first',
    });
    expect(edited(fromTopology)).toEqual(wanted);
    expect(client.messages).toEqual([]);
  });

  test('a name that another design has already is refused, with the design', async () => {
    write('bank.cap', `${design('accounts')}node first\n`);
    await openShop();
    const asked = client.request('textDocument/rename', {
      textDocument: { uri: uri('shop.cap') },
      position: at(design('orders'), 'us1'),
      newName: 'first',
    });
    await expect(asked).rejects.toThrow(
      'In bank.cap, which has this name as well: There is a node called first already.',
    );
  });
});

test('a fix changes the file that it is about', async () => {
  await openShop();
  const broken = TOPOLOGY.replace('{ us | eu }', '{ uss | eu }');
  await client.open(uri('net/topology.cap'), broken);
  await untilShown('net/topology.cap', (found) => found.includes('unknown-name'));
  await untilShown('shop.cap', (found) => found.includes('include-has-errors'));
  const place = at(broken, 'uss');
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uri('net/topology.cap') },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title, edit }) => [title, Object.keys(edit?.changes ?? {})])).toEqual([
    ['Change to `us`', [uri('net/topology.cap')]],
    ['Declare node `uss`', [uri('net/topology.cap')]],
  ]);
});

test('nothing outside of the workspace folder is read', async () => {
  const outside = mkdtempSync(path.join(tmpdir(), 'netsplit-outside-'));
  writeFileSync(path.join(outside, 'secret.cap'), 'node secret\n');
  const text = `include "../${path.basename(outside)}/secret.cap"\n`;
  await client.verdicts(uri('new.cap'), await client.open(uri('new.cap'), text));
  expect(codes('new.cap')).toEqual(['include-outside']);
  rmSync(outside, { recursive: true });
});

test('without a disk, what is open is read, and the rest says why not', async () => {
  const remote = (name: string): string => `vscode-vfs://github/owner/repo/${name}`;
  await client.verdicts(remote('shop.cap'), await client.open(remote('shop.cap'), design('orders')));
  const unreadable = client.shown(remote('shop.cap')).find(({ code }) => code === 'include-unreadable');
  expect(unreadable === undefined ? '' : said(unreadable)).toContain('there is no disk here');
  await client.open(remote('net/topology.cap'), TOPOLOGY);
  await client.until(
    () =>
      client
        .shown(remote('shop.cap'))
        .map(({ code }) => code)
        .join() === 'op-accepted,op-unknown',
  );
});

test('what is not saved yet lies in the workspace folder', async () => {
  await client.verdicts('untitled:Untitled-1', await client.open('untitled:Untitled-1', design('orders')));
  expect(client.shown('untitled:Untitled-1').map(({ code }) => code)).toEqual(['op-accepted', 'op-unknown']);
});
