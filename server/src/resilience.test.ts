import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type CodeLens,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InlayHint,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type ExpectationsParams, Notifications, type ReportAnswer, Requests } from '#protocol';
import { BANK } from './testing/bank.js';
import { at, bundle, remove, said, TestClient } from './testing/client.js';
import { largeDesign } from './testing/largeDesign.js';

const URI = 'file:///design/bank.cap';

/** What the analysis of a document comes to, as a person sees it. */
function shown(diagnostics: readonly Diagnostic[]): unknown {
  return diagnostics.map(({ code, message, range, severity }) => ({ code, message, range, severity }));
}

/** Stands between the queue and the real worker: it dies, throws or hangs if the design asks for it. */
const BAD_WORKER = `const { parentPort } = require('node:worker_threads');
      const on = parentPort.on.bind(parentPort);
      parentPort.on = (event, listener) => on(event, (message) => {
        const named = (name) => JSON.parse(message.model).vertices.some((vertex) => vertex.name === name);
        if (named('dies')) process.exit(3);
        if (named('overflows')) throw new Error('out of hand');
        if (named('hangs')) for (;;);
        if (named('hoards')) for (const all = []; ; ) all.push(Array.from({ length: 1e5 }, Math.random));
        if (named('throws')) message.model = null;
        listener(message);
      });
      require('./real.js');`;

let folder: string;
/** The same server with the bad worker. */
let badFolder: string;
beforeAll(async () => {
  folder = await bundle();
  badFolder = await bundle();
  await rename(join(badFolder, 'worker.js'), join(badFolder, 'real.js'));
  await writeFile(join(badFolder, 'worker.js'), BAD_WORKER);
});
afterAll(() => Promise.all([folder, badFolder].map(remove)));

describe('a worker that goes wrong', () => {
  for (const fate of ['dies', 'overflows', 'throws']) {
    test(`${fate}: the document keeps its syntax diagnostics, the log says so, and the next analysis works`, async () => {
      const client = await TestClient.start(badFolder);
      const expected = shown(await client.verdicts(URI, await client.open(URI, BANK)));
      const bad = await client.verdicts(URI, await client.change(URI, { text: `${BANK}node ${fate}\nstore\n` }));
      expect(bad.length).toBeGreaterThan(0);
      expect(bad.some((one) => said(one).includes('withdraw'))).toBe(false);
      expect(client.logs.length).toBeGreaterThan(0);
      expect(
        await client.request<Hover>('textDocument/hover', {
          textDocument: { uri: URI },
          position: at(BANK, 'withdraw'),
        }),
      ).not.toBeNull();
      expect(await client.request<ReportAnswer>(Requests.report, { kind: 'all', uri: URI })).toMatchObject({
        kind: 'message',
      });
      expect(shown(await client.verdicts(URI, await client.change(URI, { text: BANK })))).toEqual(expected);
      // Not the kept result of before: a model that was never seen.
      const fresh = await client.verdicts(
        URI,
        await client.change(URI, { text: BANK.replace('teller,', 'traveller,').replaceAll('cart', 'basket') }),
      );
      expect(fresh.some((one) => said(one).includes('withdraw') || said(one).includes('addItem'))).toBe(true);
      await client.stop();
    });
  }
});

describe('a worker that hangs', () => {
  test('hangs: a newer version ends it', { timeout: 20_000 }, async () => {
    const client = await TestClient.start(badFolder);
    await client.open(URI, `${BANK}node hangs\n`);
    expect(
      await client.request<Hover>('textDocument/hover', { textDocument: { uri: URI }, position: at(BANK, 'accounts') }),
    ).not.toBeNull();
    const found = await client.verdicts(URI, await client.change(URI, { text: BANK }));
    expect(found.some((one) => said(one).includes('withdraw'))).toBe(true);
    await client.stop();
  });

  test('hangs: hints, lenses and tests are there all the same, and say that they are of before', {
    timeout: 20_000,
  }, async () => {
    const client = await TestClient.start(badFolder, { commands: true });
    const told: ExpectationsParams[] = [];
    client.connection.onNotification(
      Notifications.expectations,
      (params: ExpectationsParams) => void told.push(params),
    );
    await client.verdicts(URI, await client.open(URI, BANK));
    const textDocument = { uri: URI };
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = async (): Promise<string[]> =>
      (await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range })).map(({ label }) =>
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      );
    const lenses = async (): Promise<string[]> =>
      (await client.request<CodeLens[]>('textDocument/codeLens', { textDocument })).map(
        ({ command }) => command?.title ?? '',
      );
    const before = { hints: await hints(), lenses: await lenses() };
    await client.change(URI, { text: `${BANK}node hangs\n` });
    expect(await hints()).toEqual(before.hints.map((label) => `${label} …`));
    expect(
      (await lenses()).map((title) => title.replace(' · … · show', ' · show').replace(/^holds …$/, 'holds')),
    ).toEqual(before.lenses);
    expect((await lenses()).filter((title) => title.includes('…'))).toHaveLength(4);
    expect(told.at(-1)?.expectations.map(({ status }) => status)).toEqual(['pending', 'pending', 'pending']);
    await client.verdicts(URI, await client.change(URI, { text: BANK }));
    expect({ hints: await hints(), lenses: await lenses() }).toEqual(before);
    await client.verdicts(URI, await client.change(URI, { text: `${BANK}node dies\nexpect nothing ok\n` }));
    // Everything that was told before an answer has arrived with it.
    expect(await hints()).toHaveLength(4);
    expect(told.at(-1)?.expectations.map(({ status }) => status)).toEqual([
      'not known',
      'not known',
      'not known',
      'not judged',
    ]);
    await client.stop();
  });
});

describe('a worker that dies again and again', () => {
  test('dies again and again: the document is analysed at its next good edit, and so are others meanwhile', async () => {
    const client = await TestClient.start(badFolder);
    const other = 'file:///design/other.cap';
    await client.open(URI, BANK);
    for (let i = 0; i < 8; i++)
      await client.verdicts(URI, await client.change(URI, { text: `${BANK}node dies, n${i}\n` }));
    const beside = await client.verdicts(other, await client.open(other, `${BANK}node fine\n`));
    expect(beside.some((one) => said(one).includes('withdraw'))).toBe(true);
    const found = await client.verdicts(URI, await client.change(URI, { text: `${BANK}node better\n` }));
    expect(found.some((one) => said(one).includes('withdraw'))).toBe(true);
    await client.stop();
  });

  test('runs out of memory: the document is not known, which a report says, and others go on', async () => {
    const client = await TestClient.start(badFolder);
    const other = 'file:///design/other.cap';
    await client.verdicts(URI, await client.open(URI, `${BANK}node hoards\n`));
    expect(await client.request<ReportAnswer>(Requests.report, { kind: 'all', uri: URI })).toMatchObject({
      kind: 'message',
      message: expect.stringContaining('needs more memory than it may have') as string,
    });
    const beside = await client.verdicts(other, await client.open(other, BANK));
    expect(beside.some((one) => said(one).includes('withdraw'))).toBe(true);
    await client.stop();
  });
});

describe('a long analysis', () => {
  test('is superseded by an edit, and blocks neither hovers nor other documents for good', {
    timeout: 60_000,
  }, async () => {
    const client = await TestClient.start(folder);
    await client.open(URI, largeDesign());
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: URI },
      position: { line: 0, character: 6 },
    });
    expect(JSON.stringify(hover.contents)).toContain('z0n0');
    const version = await client.change(URI, { text: BANK });
    const found = await client.verdicts(URI, version);
    expect(found.some((one) => said(one).includes('withdraw'))).toBe(true);
    expect(
      client.published.every((one) => one.version !== 1 || one.diagnostics.every((d) => !said(d).includes('w0'))),
    ).toBe(true);
    await client.stop();
  });

  test('a report that waits for it can be cancelled', { timeout: 60_000 }, async () => {
    const client = await TestClient.start(folder);
    await client.open(URI, largeDesign());
    const source = new CancellationTokenSource();
    const report = client.connection.sendRequest<ReportAnswer>(
      Requests.report,
      { kind: 'all', uri: URI, workDoneToken: 'one' },
      source.token,
    );
    source.cancel();
    const answer = await report.then(
      (value) => value.kind,
      () => 'cancelled',
    );
    // Where the analysis was quicker than the cancellation, the report is there.
    expect(['cancelled', 'message', 'report']).toContain(answer);
    await client.verdicts(URI, await client.change(URI, { text: BANK }));
    await client.stop();
  });

  test('closing the document gives it up', { timeout: 60_000 }, async () => {
    const client = await TestClient.start(folder);
    await client.open(URI, largeDesign());
    await client.close(URI);
    const other = 'file:///other.cap';
    expect((await client.verdicts(other, await client.open(other, BANK))).length).toBeGreaterThan(0);
    expect(client.published.filter((one) => one.uri === URI).at(-1)?.diagnostics).toEqual([]);
    await client.stop();
  });
});

describe('a client that goes wrong', () => {
  test('what is no document is left out, and the rest goes on', async () => {
    const client = await TestClient.start(folder);
    for (const uri of [7, null, undefined, {}, []])
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'cap', version: 1, text: BANK },
      });
    await client.change('file:///never.cap', { text: 'node a' });
    await client.open(URI, BANK);
    await client.open(URI, BANK);
    const end = { line: 0, character: 0 };
    for (const start of [{ line: -1, character: 0 }, { line: 0 }, null, { line: 'x', character: 0.5 }])
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version: 2 },
        contentChanges: [
          { range: { start: end, end }, text: 'node half\n' },
          { range: { start, end }, text: 'x' },
        ],
      });
    const textDocument = { uri: URI };
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position: at(BANK, 'withdraw') });
    expect(hover).not.toBeNull();
    expect(client.logs).toHaveLength(9);
    expect(client.logs.every((line) => line.includes('not as the protocol says'))).toBe(true);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: -3 },
      contentChanges: [{ text: BANK }],
    });
    expect((await client.verdicts(URI, -3)).some((one) => said(one).includes('withdraw'))).toBe(true);
    await client.stop();
  });

  test.each(['--node-ipc', '--stdio'])(
    'an extension host that reloads in the middle of an analysis takes its server along, and the next begins anew: %s',
    async (transport) => {
      const server = spawn(process.execPath, [join(folder, 'server.js'), transport], {
        stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
      });
      const { stdin, stdout } = server;
      if (stdin === null || stdout === null) throw new Error('the server has no streams');
      const [reader, writer] =
        transport === '--stdio'
          ? [new StreamMessageReader(stdout), new StreamMessageWriter(stdin)]
          : [new IPCMessageReader(server), new IPCMessageWriter(server)];
      const connection = createProtocolConnection(reader, writer);
      const analysed = new Promise((resolve) => connection.onNotification(Notifications.analysed, resolve));
      const published = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
      connection.listen();
      await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
      const textDocument = { uri: URI, languageId: 'cap', version: 1, text: largeDesign() };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      expect(await Promise.race([published.then(() => 'published'), analysed.then(() => 'analysed')])).toBe(
        'published',
      );
      // As the system does with the ends of a process that is gone.
      const ended = once(server, 'exit');
      if (transport === '--stdio') stdin.destroy();
      else server.disconnect();
      await ended;
      connection.dispose();
      const client = await TestClient.start(folder);
      expect((await client.verdicts(URI, await client.open(URI, BANK))).length).toBeGreaterThan(0);
      await client.stop();
    },
  );

  test.each(['Content-Length: -5\r\n\r\n{}', 'Content-Length: 2\n\n{}', 'Hello\r\n\r\n'])(
    'after %j nothing could be read: the server ends with one line',
    async (garbage) => {
      const server = spawn(process.execPath, [join(folder, 'server.js'), '--stdio']);
      let told = '';
      server.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
      server.stdin.write(garbage);
      const [code] = (await once(server, 'close')) as [number];
      expect(code).toBe(1);
      expect(told).toMatch(/^The language server ends, [^\n]*\n$/);
    },
  );
});
