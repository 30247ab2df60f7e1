// What VS Code runs for the soak: a random editor at full speed, as the only user of the extension. It types as keys do,
// saves, opens, closes, takes back, asks, shows panels, and changes files from outside. Says at the end what the log has,
// how the memory of the language server went, the longest stalls, and whether a server that has just begun says the same.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf, eventually, largeDesign } from './designs';
import { looks, openDesigns, ServerEar } from './soakServer';

const MINUTES = Number(process.env['NETSPLIT_SOAK_MINUTES'] ?? 10);
const SEED = Number(process.env['NETSPLIT_SOAK_SEED'] ?? 20120914);
const RESULTS = process.env['NETSPLIT_RESULTS'] ?? '';
/** Where the server writes down what it sees of itself: see `watchServer.cjs`. */
const LOOKS = process.env['NETSPLIT_SOAK_LOOKS'] ?? '';

const PIECES = [
  ...['\n', ' ', '{', '}', '"', '/*', '*/', ',', ':', '--', 'node n', 'expect ', 'choose CP', '80ms', 'é', 'x'],
  'operation o: read ',
];
/** Verdicts that do not come within this are missing. */
const SETTLED_MS = 120_000;
const PARTS = 10;

/** What a soak in VS Code saw. */
export interface Soaked {
  readonly minutes: number;
  readonly seed: number;
  /** Things that the editor did, by kind. */
  readonly done: Readonly<Record<string, number>>;
  /** Lines of the extension's log that tell of a mistake, and what went wrong in the extension host. */
  readonly logs: readonly string[];
  /** Of the language server with its analysis, in MB: the highest of each tenth of the time. */
  readonly memory: readonly number[];
  /** In milliseconds of the server's main thread's own time. */
  readonly longestStall: number;
  /** In milliseconds of the extension host's own time: all extensions and this editor share it. */
  readonly longestStallOfHost: number;
  /** That were started: the last is the one that is compared with. */
  readonly servers: number;
  /** The documents about which a fresh server says something else. */
  readonly different: readonly Difference[];
}

interface Difference {
  readonly uri: string;
  readonly text: string;
  readonly said: string;
  readonly fresh: string;
}

/** The minimal standard generator of Park and Miller: whole numbers below a bound. */
function drawer(seed: number): (bound: number) => number {
  let state = (seed % 2147483646) + 1;
  return (bound) => {
    state = (state * 48271) % 2147483647;
    return state % bound;
  };
}

/** What VS Code asks when somebody points at something, presses keys, or clicks. */
const ASKED: readonly ((
  uri: vscode.Uri,
  at: vscode.Position,
  whole: vscode.Range,
) => readonly [string, ...unknown[]])[] = [
  (uri, at) => ['vscode.executeHoverProvider', uri, at],
  (uri, at) => ['vscode.executeCompletionItemProvider', uri, at],
  (uri, at) => ['vscode.executeDefinitionProvider', uri, at],
  (uri, at) => ['vscode.executeReferenceProvider', uri, at],
  (uri, at) => ['vscode.executeDocumentHighlights', uri, at],
  (uri, at) => ['vscode.executeSignatureHelpProvider', uri, at],
  (uri, at) => ['vscode.prepareCallHierarchy', uri, at],
  (uri, at) => ['vscode.executeSelectionRangeProvider', uri, [at]],
  (uri) => ['vscode.executeDocumentSymbolProvider', uri],
  (uri) => ['vscode.executeCodeLensProvider', uri],
  (uri) => ['vscode.executeFoldingRangeProvider', uri],
  (uri, _, whole) => ['vscode.executeCodeActionProvider', uri, whole],
  (uri, _, whole) => ['vscode.executeInlayHintProvider', uri, whole],
  (uri) => ['vscode.provideDocumentSemanticTokens', uri],
  (uri) => ['vscode.executeFormatDocumentProvider', uri, { tabSize: 2, insertSpaces: true }],
  () => ['vscode.executeWorkspaceSymbolProvider', 'o'],
];

/** What a user runs, most of it beside the text. */
const COMMANDS = [
  'netsplit.openDiagram',
  'netsplit.simulateAllPartitions',
  'netsplit.checkExpectations',
  'netsplit.explainOperationAtCursor',
  'editor.action.formatDocument',
  'undo',
  'redo',
];

class Editor {
  readonly done: Record<string, number> = {};

  constructor(
    private readonly files: readonly vscode.Uri[],
    private readonly originals: readonly string[],
    private readonly draw: (bound: number) => number,
  ) {}

  async step(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const what = this.draw(100);
    if (editor === undefined || editor.document.languageId !== 'cap' || what < 4) return this.did('open', this.open());
    if (what < 6) return this.did('close', this.close(editor));
    if (what < 9) return this.did('save', editor.document.save());
    if (what < 12) return this.did('restore', this.restore(editor));
    if (what < 13) return this.did('write from outside', this.write());
    if (what < 14) return this.did('close all', vscode.commands.executeCommand('workbench.action.closeAllEditors'));
    if (what < 16) return this.did('command', vscode.commands.executeCommand(this.one(COMMANDS)));
    if (what < 28) return this.did('ask', this.ask(editor.document));
    return this.did('type', this.type(editor));
  }

  private async did(what: string, doing: Thenable<unknown>): Promise<void> {
    this.done[what] = (this.done[what] ?? 0) + 1;
    await doing;
  }

  private one<T>(list: readonly T[]): T {
    return list[this.draw(list.length)] as T;
  }

  private place(document: vscode.TextDocument): vscode.Position {
    const line = this.draw(document.lineCount);
    return new vscode.Position(line, this.draw(document.lineAt(line).text.length + 1));
  }

  private open(): Thenable<unknown> {
    return vscode.window.showTextDocument(this.one(this.files), { preview: false, viewColumn: vscode.ViewColumn.One });
  }

  private async close({ document }: vscode.TextEditor): Promise<void> {
    // What is not saved would make VS Code ask.
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(vscode.window.onDidChangeActiveTextEditor, () =>
      vscode.window.activeTextEditor?.document === document ? undefined : true,
    );
  }

  private async restore(editor: vscode.TextEditor): Promise<void> {
    const i = this.files.findIndex((file) => file.toString() === editor.document.uri.toString());
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, this.originals[i % this.originals.length] ?? ''));
  }

  /** As a checkout does. */
  private write(): Thenable<void> {
    const i = this.draw(this.files.length);
    const text = `// ${this.draw(1000)}\n${this.originals[i % this.originals.length] ?? ''}`;
    return vscode.workspace.fs.writeFile(this.files[i] as vscode.Uri, new TextEncoder().encode(text));
  }

  private ask(document: vscode.TextDocument): Thenable<unknown> {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [command, ...args] = this.one(ASKED)(document.uri, this.place(document), whole);
    return vscode.commands.executeCommand(command, ...args);
  }

  /** A few keys at one place, as a person has them under the fingers. */
  private async type(editor: vscode.TextEditor): Promise<void> {
    const at = this.place(editor.document);
    editor.selection = new vscode.Selection(at, at);
    // They follow each other faster than VS Code is done with one.
    await Promise.all(Array.from({ length: 1 + this.draw(4) }, () => vscode.commands.executeCommand(...this.key())));
  }

  private key(): [string, unknown?] {
    return this.draw(6) === 0 ? ['deleteLeft'] : ['type', { text: this.one(PIECES) }];
  }
}

/** What is shown of each open design. */
function shown(): ReadonlyMap<string, string> {
  return new Map(
    openDesigns().map(({ uri }) => {
      const all = vscode.languages.getDiagnostics(uri);
      const lines = all.map((one) => JSON.stringify([one.range, one.severity, codeOf(one), one.message]));
      return [uri.toString(), lines.sort().join('\n')];
    }),
  );
}

/** Whether something happens in time. */
function inTime(happens: Promise<unknown>): Promise<boolean> {
  return Promise.race([
    happens.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), SETTLED_MS)),
  ]);
}

/** Restarts the language server: the documents about which the new one says something else, or nothing in time. */
async function comparedWithFresh(ear: ServerEar): Promise<readonly Difference[]> {
  const nothing = (said: string): readonly Difference[] => [{ uri: 'all', text: '', said, fresh: 'not in time' }];
  if (!(await inTime(ear.settled()))) return nothing('the running server');
  const before = shown();
  await vscode.commands.executeCommand('netsplit.restartLanguageServer');
  if (!(await inTime(ear.settled()))) return nothing('the fresh server');
  const different = (): readonly Difference[] =>
    openDesigns().flatMap((document) => {
      const uri = document.uri.toString();
      const [said = '', fresh = ''] = [before.get(uri), shown().get(uri)];
      return said === fresh ? [] : [{ uri, text: document.getText(), said, fresh }];
    });
  await inTime(
    eventually(vscode.languages.onDidChangeDiagnostics, () => (different().length === 0 ? true : undefined)),
  );
  return different();
}

export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The soak needs a folder with designs.');
  const faults: string[] = [];
  process.on('unhandledRejection', (reason) => faults.push(`Unhandled: ${String(reason)}`));
  // The server is started from this process, and then looks at itself.
  process.env['NODE_OPTIONS'] = `--require ${JSON.stringify(path.join(LOOKS, 'watchServer.cjs'))}`;
  const ear = new ServerEar();
  const names = readdirSync(folder.uri.fsPath).filter((name) => name.endsWith('.cap'));
  writeFileSync(path.join(folder.uri.fsPath, 'large.cap'), largeDesign());
  const files = [...names, 'large.cap'].map((name) => vscode.Uri.joinPath(folder.uri, name));
  const originals = files.map(({ fsPath }) => readFileSync(fsPath, 'utf8'));
  const editor = new Editor(files, originals, drawer(SEED));
  let longestStallOfHost = 0;
  let last = ownTime();
  const watching = setInterval(() => {
    const now = ownTime();
    longestStallOfHost = Math.max(longestStallOfHost, now - last);
    last = now;
  }, 5);
  const start = performance.now();
  const parts: number[] = [];
  while (performance.now() - start < MINUTES * 60_000) {
    await editor.step();
    if (((performance.now() - start) / (MINUTES * 60_000)) * PARTS > parts.length && parts.length < PARTS) {
      parts.push(Date.now());
      console.log(`[suites] ${parts.length}/${PARTS}: ${JSON.stringify(editor.done)}`);
    }
  }
  clearInterval(watching);
  const different = await comparedWithFresh(ear);
  const seen = looks(LOOKS);
  const soaked: Soaked = {
    minutes: MINUTES,
    seed: SEED,
    done: editor.done,
    logs: [...faults, ...ear.logs],
    memory: parts.map((from, i) => {
      const to = parts[i + 1] ?? Infinity;
      return Math.max(0, ...seen.filter(({ at }) => from <= at && at < to).map(({ rss }) => rss));
    }),
    longestStall: Math.max(0, ...seen.map(({ stall }) => stall)),
    longestStallOfHost: Math.round(longestStallOfHost),
    servers: ear.servers,
    different,
  };
  writeFileSync(RESULTS, JSON.stringify(soaked));
}

/** Of this thread, in milliseconds. */
function ownTime(): number {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}
