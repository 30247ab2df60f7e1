import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { LineIndex } from '#core';
import { type AnalysedParams, Notifications } from '#protocol';

/**
 * The server as it is shipped: two bundles beside each other, in a folder of their own. `transparent`: one that tells a
 * test what it has.
 */
export async function bundle(kind: 'shipped' | 'transparent' = 'shipped'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netsplit-server-'));
  await build({
    entryPoints: {
      server: join(import.meta.dirname, kind === 'shipped' ? '../node/main.ts' : 'transparentServer.ts'),
      worker: join(import.meta.dirname, '../node/worker.ts'),
    },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return folder;
}

export async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

interface Waiter {
  readonly holds: () => boolean;
  readonly wake: () => void;
}

/**
 * A real client over a real connection: it starts the server as a process and speaks the protocol on its standard
 * streams.
 */
export class TestClient {
  /** Everything that was published, in order of arrival. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logs: string[] = [];
  /** What the user was told. */
  readonly messages: string[] = [];
  /** What the user has set below `netsplit`. */
  settings: unknown = {};
  /** What the server has told to ask for again, in order: "inlayHint", "codeLens". */
  readonly refreshed: string[] = [];
  private readonly analysed: AnalysedParams[] = [];
  private readonly versions = new Map<string, number>();
  private waiters: Waiter[] = [];

  private constructor(
    private readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.check();
    });
    connection.onNotification(Notifications.analysed, (params: AnalysedParams) => {
      this.analysed.push(params);
      this.check();
    });
    connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('client/registerCapability', () => null);
    for (const what of ['inlayHint', 'codeLens']) {
      connection.onRequest(`workspace/${what}/refresh`, () => {
        this.refreshed.push(what);
        this.check();
        return null;
      });
    }
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
      this.check();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
      this.check();
    });
  }

  static async start(
    folder: string,
    initializationOptions: unknown = { docsBase: 'file:///netsplit/docs/diagnostics' },
    capabilities: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    workspaceFolders: readonly string[] = [],
  ): Promise<TestClient> {
    const child = spawn(process.execPath, [join(folder, 'server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      ...(workspaceFolders.length === 0
        ? {}
        : { workspaceFolders: workspaceFolders.map((uri) => ({ uri, name: uri })) }),
      capabilities,
      initializationOptions,
    });
    const client = new TestClient(child, connection, initialized);
    await connection.sendNotification('initialized', {});
    return client;
  }

  async open(uri: string, text: string): Promise<number> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'cap', version: 1, text },
    });
    return 1;
  }

  /** Sends changes and tells the version that they make; without a range, the whole text is replaced. */
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    return version;
  }

  /** Tells that files were written, made or deleted on the disk. */
  async changedOnDisk(...uris: readonly string[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: uris.map((uri) => ({ uri, type: 2 })),
    });
  }

  /** What is shown of a file at this moment. */
  shown(uri: string): readonly Diagnostic[] {
    return this.published.filter((one) => one.uri === uri).at(-1)?.diagnostics ?? [];
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The diagnostics that are shown once the analysis of a version is over. */
  async verdicts(uri: string, version: number): Promise<readonly Diagnostic[]> {
    await this.until(() => this.analysed.some((one) => one.uri === uri && one.version === version));
    return this.shown(uri);
  }

  /** Keeps of each file only what is shown of it: for clients that live long. */
  forget(): void {
    const newest = new Map(this.published.map((one) => [one.uri, one]));
    this.published.splice(0, this.published.length, ...newest.values());
    const analysed = new Map(this.analysed.map((one) => [one.uri, one]));
    this.analysed.splice(0, this.analysed.length, ...analysed.values());
  }

  /** Resolves when something that the server tells makes the condition true. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((wake) => {
      this.waiters.push({ holds, wake });
      this.check();
    });
  }

  async request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** The server's exit code after an orderly end. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await exited;
    this.connection.dispose();
    return code;
  }

  private check(): void {
    const ready = this.waiters.filter((waiter) => waiter.holds());
    this.waiters = this.waiters.filter((waiter) => !ready.includes(waiter));
    for (const { wake } of ready) wake();
  }
}

/** Where a piece of a text stands: the position of its `$0`-th character after the piece's start. */
export function at(text: string, piece: string, within = 0): Position {
  const offset = text.indexOf(piece);
  if (offset < 0) throw new Error(`no ${piece} in the text`);
  return new LineIndex(text).position(offset + within);
}

/** The text of a message; the protocol would allow Markdown, which this server does not send. */
export function said(diagnostic: Diagnostic): string {
  return typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value;
}
