import {
  CancellationTokenSource,
  Disposable,
  Position,
  Range,
  Selection,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type WebviewPanel,
} from 'vscode';
import type { DiagramAnswer, DiagramQuery, DiagramState, FromDiagram, PickedFault, PickedSelection, ToDiagram } from '#protocol';
import { columnOf, nameOf, openDocument } from './capDocument.js';
import { diagramPage } from './diagramPage.js';
import { textOf, type LanguageServer } from './languageServer.js';
import { nonce } from './nonce.js';
import { exportPicture, savePng } from './pictureExport.js';
import type { TimelinePanels } from './timelinePanel.js';

export const DIAGRAM_VIEW = 'netsplit.diagram';

const WAITING_FOR_SERVER = 'Waiting for the language server. If it does not come back, run “Netsplit: Restart Language Server”.';
const NOTHING_BROKEN: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };

/** The pictures beside the editor: one panel for each document. */
export class DiagramPanels implements Disposable {
  private readonly panels = new Map<string, DiagramPanel>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
  ) {
    const of = (uri: Uri | string): DiagramPanel | undefined => this.panels.get(uri.toString());
    this.subscriptions = Disposable.from(
      server.onAnalysed(({ uri }) => void of(uri)?.refresh()),
      server.onStopped(() => this.panels.forEach((panel) => panel.wait(WAITING_FOR_SERVER))),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) void of(document.uri)?.refresh();
      }),
      workspace.onDidOpenTextDocument((document) => void of(document.uri)?.refresh()),
      workspace.onDidCloseTextDocument((document) => of(document.uri)?.closed(document)),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection !== undefined) void of(textEditor.document.uri)?.cursorAt(selection.active);
      }),
      window.registerWebviewPanelSerializer(DIAGRAM_VIEW, { deserializeWebviewPanel: (view, state: unknown) => this.restore(view, state) }),
    );
  }

  /** Beside the editor, without taking the focus; the one that is there already is shown again. */
  show(document: TextDocument): void {
    const uri = document.uri.toString();
    const open = this.panels.get(uri);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.add(window.createWebviewPanel(DIAGRAM_VIEW, `Diagram: ${nameOf(document)}`, place), { uri, fault: NOTHING_BROKEN });
  }

  /** The document whose picture has the focus, so that commands work from there too. */
  activeDocument(): TextDocument | undefined {
    const active = [...this.panels].find(([, panel]) => panel.active);
    return active === undefined ? undefined : openDocument(active[0]);
  }

  dispose(): void {
    this.subscriptions.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  private async restore(view: WebviewPanel, state: unknown): Promise<void> {
    if (!isState(state) || this.panels.has(state.uri)) {
      view.dispose();
      return;
    }
    this.add(view, state);
    const uri = Uri.parse(state.uri, true);
    // One that was never saved comes back by itself, or not at all: opening it here would make an empty one of its name.
    if (uri.scheme === 'untitled') return;
    try {
      // Once it is read, the server knows it as well.
      await workspace.openTextDocument(uri);
    } catch {
      // It is gone: the server says that it is not open.
    }
  }

  private add(view: WebviewPanel, state: DiagramState): void {
    this.panels.set(state.uri, new DiagramPanel(view, this.extensionUri, this.server, this.timelines, state, () => this.panels.delete(state.uri)));
  }
}

class DiagramPanel {
  /** What the page shows, or shows as soon as it is there again. */
  private content: ToDiagram | undefined;
  /** Why the content may not be true of the newest text. */
  private waitingFor: string | undefined;
  private running: CancellationTokenSource | undefined;
  /** Something has changed while the panel was hidden. */
  private behind = true;

  constructor(
    private readonly view: WebviewPanel,
    extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
    private query: DiagramQuery,
    onDispose: () => void,
  ) {
    const resources = Uri.joinPath(extensionUri, 'dist', 'webview');
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [resources] };
    view.iconPath = Uri.joinPath(extensionUri, 'images', 'icon.png');
    webview.onDidReceiveMessage((message: unknown) => void this.receive(message));
    view.onDidChangeViewState(() => {
      if (view.visible && this.behind) void this.refresh();
    });
    view.onDidDispose(() => {
      this.running?.cancel();
      onDispose();
    });
    const address = (name: string): string => webview.asWebviewUri(Uri.joinPath(resources, name)).toString();
    webview.html = diagramPage({ script: address('diagram.js'), style: address('diagram.css'), cspSource: webview.cspSource, nonce: nonce() });
    void this.refresh();
  }

  get active(): boolean {
    return this.view.active;
  }

  reveal(): void {
    this.view.reveal(undefined, true);
  }

  /** Asks again; a newer question makes an older one void, so an older answer never replaces a newer one. */
  async refresh(): Promise<void> {
    this.running?.cancel();
    this.behind = !this.view.visible;
    if (this.behind) return;
    const mine = new CancellationTokenSource();
    this.running = mine;
    try {
      const answer = await this.server.diagram(this.query, mine.token);
      if (!mine.token.isCancellationRequested) this.take(answer);
    } catch {
      // The server has gone away while it was asked: it says so by itself, and is asked again when it is back.
      if (!mine.token.isCancellationRequested) this.wait(WAITING_FOR_SERVER);
    } finally {
      mine.dispose();
      if (this.running === mine) this.running = undefined;
    }
  }

  async cursorAt({ line, character }: Position): Promise<void> {
    if (!this.view.visible) return;
    try {
      this.post({ type: 'cursor', ...(await this.server.elementsAt({ uri: this.query.uri, position: { line, character } })) });
    } catch {
      // Where the server is away, nothing is pointed out.
    }
  }

  closed(document: TextDocument): void {
    this.running?.cancel();
    this.wait(`${nameOf(document)} was closed: this is its last picture. It goes on when the file is opened again.`);
  }

  /** The picture stays, and says that it may be out of date. */
  wait(reason: string): void {
    this.waitingFor = reason;
    this.post({ type: 'pending', waitingFor: reason });
  }

  dispose(): void {
    this.view.dispose();
  }

  private take(answer: DiagramAnswer): void {
    this.waitingFor = undefined;
    this.content = answer.kind === 'diagram' ? { type: 'diagram', uri: this.query.uri, diagram: answer.diagram } : { type: 'message', message: answer.message };
    this.post(this.content);
  }

  private post(message: ToDiagram): void {
    // A page that is hidden or not there yet asks when it is ready.
    void this.view.webview.postMessage(message);
  }

  private async receive(message: unknown): Promise<void> {
    if (!isFromDiagram(message)) return;
    try {
      switch (message.type) {
        case 'ready':
          if (this.content !== undefined) this.post(this.content);
          if (this.waitingFor !== undefined) this.post({ type: 'pending', waitingFor: this.waitingFor });
          return;
        case 'ask':
          return await this.ask(message.fault, message.selection);
        case 'write':
          return await this.write();
        case 'timeline':
          return this.timelines.show(await workspace.openTextDocument(Uri.parse(this.query.uri, true)), message.target, this.view.viewColumn);
        case 'export':
          return await exportPicture(this.server, { of: { kind: 'diagram', query: this.query }, format: message.format }, (picture) => this.post({ type: 'rasterise', ...picture }));
        case 'png':
          return await savePng(this.query.uri, 'diagram', message.data);
        case 'reveal':
          return await this.showSource(new Range(message.range.start.line, message.range.start.character, message.range.end.line, message.range.end.character), message.range.uri);
      }
    } catch (error) {
      void window.showErrorMessage(`This did not work: ${textOf(error)}. “Netsplit: Show Output” may say more.`);
    }
  }

  private async ask(fault: PickedFault, selection: PickedSelection | undefined): Promise<void> {
    this.query = { uri: this.query.uri, fault, ...(selection === undefined ? {} : { selection }) };
    await this.refresh();
  }

  /** Writes what is broken into the file, and leaves its name selected, for a better one. */
  private async write(): Promise<void> {
    const answer = await this.server.writePartition(this.query);
    if (answer.kind === 'message') {
      void window.showInformationMessage(answer.message);
      return;
    }
    const document = await workspace.openTextDocument(Uri.parse(this.query.uri, true));
    if (document.version !== answer.version) {
      void window.showInformationMessage('The file has changed meanwhile: nothing was written. Try again.');
      return;
    }
    const at = new Position(answer.at.line, answer.at.character);
    const start = document.offsetAt(at) + answer.nameAt;
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, at, answer.text);
    if (!(await workspace.applyEdit(edit))) return;
    await this.showSource(new Range(document.positionAt(start), document.positionAt(start + answer.nameLength)));
  }

  private async showSource(range: Range, uri = this.query.uri): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    const { start, end } = document.validateRange(range);
    await window.showTextDocument(document, { viewColumn: columnOf(document) ?? ViewColumn.One, selection: new Selection(start, end) });
  }
}

function isState(state: unknown): state is DiagramState {
  if (typeof state !== 'object' || state === null || !('uri' in state) || !('fault' in state)) return false;
  return typeof state.uri === 'string' && typeof state.fault === 'object' && state.fault !== null;
}

const FROM_PAGE: readonly unknown[] = ['ready', 'ask', 'write', 'reveal', 'timeline', 'export', 'png'] satisfies readonly FromDiagram['type'][];

/** Only the page of the extension sends messages. */
function isFromDiagram(message: unknown): message is FromDiagram {
  return typeof message === 'object' && message !== null && 'type' in message && FROM_PAGE.includes(message.type);
}
