// The language server as an editor other than VS Code sees it: a process, framed JSON on its streams, and without a
// library.

import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-lsp-'));
const root = path.resolve(import.meta.dirname, '../..');

beforeAll(async () => {
  // As in the package.
  mkdirSync(path.join(folder, 'docs/diagnostics'), { recursive: true });
  await build({
    entryPoints: {
      cli: path.join(root, 'cli/src/main.ts'),
      server: path.join(root, 'server/src/node/main.ts'),
      worker: path.join(root, 'server/src/node/worker.ts'),
    },
    outdir: path.join(folder, 'dist'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** `Content-Length: n`, an empty line, n bytes of JSON; nothing else may come on the stream. */
class PlainClient {
  private bytes = Buffer.alloc(0);
  private readonly received: Message[] = [];
  private readonly waiting: {
    readonly wanted: (message: Message) => boolean;
    readonly take: (message: Message) => void;
  }[] = [];
  private ids = 0;

  constructor(private readonly process: ChildProcess) {
    process.stdout?.on('data', (chunk: Buffer) => {
      this.bytes = Buffer.concat([this.bytes, chunk]);
      for (let message = this.next(); message !== undefined; message = this.next()) this.hear(message);
    });
  }

  send(message: object): void {
    const json = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin?.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }

  async request(method: string, params: object | null): Promise<unknown> {
    const id = ++this.ids;
    this.send({ id, method, params });
    return (await this.until((message) => message.id === id && message.method === undefined)).result;
  }

  until(wanted: (message: Message) => boolean): Promise<Message> {
    const known = this.received.find(wanted);
    return known === undefined ? new Promise((take) => this.waiting.push({ wanted, take })) : Promise.resolve(known);
  }

  private hear(message: Message): void {
    this.received.push(message);
    for (const { wanted, take } of this.waiting) if (wanted(message)) take(message);
  }

  private next(): Message | undefined {
    const end = this.bytes.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const header = this.bytes.subarray(0, end).toString();
    const length = Number(/^Content-Length: (\d+)$/m.exec(header)?.[1]);
    expect(header).toMatch(/^Content-Length: \d+$/);
    const start = end + 4;
    if (this.bytes.length < start + length) return undefined;
    const message = JSON.parse(this.bytes.subarray(start, start + length).toString()) as Message;
    this.bytes = this.bytes.subarray(start + length);
    return message;
  }
}

const URI = 'file:///design/two.cap';
const TEXT =
  'node  a, b\nlink a -- b\nclient app at a\nstore s on a, b { choose CP }\noperation get: read s from app\n';

test.each([[['lsp']], [['lsp', '--stdio']]])(
  'netsplit %j serves an editor that can do nothing special',
  async (args) => {
    const child = spawn(process.execPath, [path.join(folder, 'dist/cli.js'), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const client = new PlainClient(child);
    expect(
      await client.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} }),
    ).toMatchObject({
      capabilities: { hoverProvider: true, documentFormattingProvider: true, inlayHintProvider: true },
    });
    client.send({ method: 'initialized', params: {} });
    client.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: URI, languageId: 'cap', version: 1, text: TEXT } },
    });
    const published = await client.until(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' && JSON.stringify(params).includes('"op-error"'),
    );
    expect(JSON.stringify(published.params)).toContain(
      `"codeDescription":{"href":"${pathToFileURL(path.join(folder, 'docs/diagnostics/op-error.md')).href}"}`,
    );
    const textDocument = { uri: URI };
    expect(
      JSON.stringify(
        await client.request('textDocument/hover', { textDocument, position: { line: 4, character: 11 } }),
      ),
    ).toContain('| **get** reads s |');
    expect(
      await client.request('textDocument/formatting', { textDocument, options: { tabSize: 4, insertSpaces: true } }),
    ).toEqual([{ range: { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } }, newText: '' }]);
    expect(
      await client.request('textDocument/inlayHint', {
        textDocument,
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      }),
    ).toHaveLength(1);
    expect(await client.request('textDocument/codeLens', { textDocument })).toEqual([]);
    await client.request('shutdown', null);
    client.send({ method: 'exit' });
    expect(await exited).toBe(0);
  },
);
