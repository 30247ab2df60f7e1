import { CancellationTokenSource, Disposable, Range, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import type { FromTimeline, Place, TimelineAnswer, TimelineState, TimelineTarget, ToTimeline } from '#protocol';
import { columnOf, nameOf, openDocument } from './capDocument.js';
import { textOf, type LanguageServer } from './languageServer.js';
import { nonce } from './nonce.js';
import { exportPicture, savePng } from './pictureExport.js';
import { timelinePage } from './timelinePage.js';

export const TIMELINE_VIEW = 'netsplit.timeline';

const WAITING_FOR_SERVER = 'Waiting for the language server. If it does not come back, run “Netsplit: Restart Language Server”.';
const WAITING_FOR_RUN = 'Waiting for the run of the newest text…';

/** The runs beside the editor, step by step: one panel for each document. */
export class TimelinePanels implements Disposable {
  private readonly panels = new Map<string, TimelinePanel>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly server: LanguageServer,
  ) {
    const of = (uri: Uri | string): TimelinePanel | undefined => this.panels.get(uri.toString());
    this.subscriptions = Disposable.from(
      // An included file belongs to the run as well: whoever analyses the design anew has heard of it.
      server.onAnalysed(({ uri }) => void of(uri)?.refresh()),
      server.onStopped(() => this.panels.forEach((panel) => panel.wait(WAITING_FOR_SERVER))),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) of(document.uri)?.wait(WAITING_FOR_RUN);
      }),
      workspace.onDidOpenTextDocument((document) => void of(document.uri)?.refresh()),
      workspace.onDidCloseTextDocument((document) => of(document.uri)?.closed(document)),
      window.registerWebviewPanelSerializer(TIMELINE_VIEW, { deserializeWebviewPanel: (view, state: unknown) => this.restore(view, state) }),
    );
  }

  /** Beside the editor, or in the column of the panel that asks for it, without taking the focus; the one that is there already shows this run instead. */
  show(document: TextDocument, target: TimelineTarget, column?: ViewColumn): void {
    const uri = document.uri.toString();
    const open = this.panels.get(uri);
    if (open !== undefined) {
      open.ask(target);
      return;
    }
    const place = { viewColumn: column ?? (window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside), preserveFocus: true };
    this.add(window.createWebviewPanel(TIMELINE_VIEW, `Timeline: ${nameOf(document)}`, place), { uri, target });
  }

  /** The document whose timeline has the focus, so that commands work from there too. */
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

  private add(view: WebviewPanel, state: TimelineState): void {
    this.panels.set(state.uri, new TimelinePanel(view, this.extensionUri, this.server, state, () => this.panels.delete(state.uri)));
  }
}

class TimelinePanel {
  private readonly uri: string;
  private target: TimelineTarget;
  /** What the page shows, or shows as soon as it is there again. */
  private content: ToTimeline | undefined;
  /** Why the content may not be true of the newest text. */
  private waitingFor: string | undefined;
  private running: CancellationTokenSource | undefined;
  /** Something has changed while the panel was hidden. */
  private behind = true;

  constructor(
    private readonly view: WebviewPanel,
    extensionUri: Uri,
    private readonly server: LanguageServer,
    { uri, target }: TimelineState,
    onDispose: () => void,
  ) {
    this.uri = uri;
    this.target = target;
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
    webview.html = timelinePage({ script: address('timeline.js'), style: address('timeline.css'), cspSource: webview.cspSource, nonce: nonce() });
    void this.refresh();
  }

  get active(): boolean {
    return this.view.active;
  }

  /** Shows another run. */
  ask(target: TimelineTarget): void {
    this.target = target;
    this.behind = true;
    // Whoever reveals a hidden one is told of it, which asks; a visible one has nothing to tell.
    if (this.view.visible) void this.refresh();
    else this.view.reveal(undefined, true);
  }

  /** Asks again; a newer question makes an older one void, so an older answer never replaces a newer one. */
  async refresh(): Promise<void> {
    this.running?.cancel();
    this.behind = !this.view.visible;
    if (this.behind) return;
    const mine = new CancellationTokenSource();
    this.running = mine;
    if (this.content === undefined) this.wait('Waiting for the analysis…');
    try {
      const answer = await this.server.timeline({ uri: this.uri, target: this.target }, mine.token);
      if (!mine.token.isCancellationRequested) this.take(answer);
    } catch {
      // The server has gone away while it was asked: it says so by itself, and is asked again when it is back.
      if (!mine.token.isCancellationRequested) this.wait(WAITING_FOR_SERVER);
    } finally {
      mine.dispose();
      if (this.running === mine) this.running = undefined;
    }
  }

  closed(document: TextDocument): void {
    this.running?.cancel();
    this.wait(`${nameOf(document)} was closed: this is its last timeline. It goes on when the file is opened again.`);
  }

  /** The timeline stays, and says that it may be out of date. */
  wait(reason: string): void {
    this.waitingFor = reason;
    this.post({ type: 'pending', waitingFor: reason });
  }

  dispose(): void {
    this.view.dispose();
  }

  private take(answer: TimelineAnswer): void {
    this.waitingFor = undefined;
    if (answer.kind === 'timeline') this.target = answer.timeline.target;
    this.content = answer.kind === 'timeline' ? { type: 'timeline', uri: this.uri, timeline: answer.timeline } : { type: 'message', message: answer.message };
    this.post(this.content);
    const document = openDocument(this.uri);
    if (answer.kind === 'timeline' && document !== undefined && answer.version < document.version) this.wait(WAITING_FOR_RUN);
  }

  private post(message: ToTimeline): void {
    // A page that is hidden or not there yet asks when it is ready.
    void this.view.webview.postMessage(message);
  }

  private async receive(message: unknown): Promise<void> {
    if (!isFromTimeline(message)) return;
    try {
      switch (message.type) {
        case 'ready':
          if (this.content !== undefined) this.post(this.content);
          if (this.waitingFor !== undefined) this.post({ type: 'pending', waitingFor: this.waitingFor });
          return;
        case 'ask':
          this.target = message.target;
          return await this.refresh();
        case 'export':
          return await exportPicture(this.server, { of: { kind: 'timeline', query: { uri: this.uri, target: this.target } }, format: message.format }, (picture) => this.post({ type: 'rasterise', ...picture }));
        case 'png':
          return await savePng(this.uri, 'timeline', message.data);
        case 'reveal':
          return await this.showSource(message.range, message.how);
      }
    } catch (error) {
      void window.showErrorMessage(`This did not work: ${textOf(error)}. “Netsplit: Show Output” may say more.`);
    }
  }

  private async showSource({ start, end, uri = this.uri }: Place, how: 'point' | 'show' | 'go'): Promise<void> {
    const range = new Range(start.line, start.character, end.line, end.character);
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    if (shown !== undefined && how !== 'go') {
      const { start: from, end: to } = shown.document.validateRange(range);
      shown.selection = new Selection(from, to);
      shown.revealRange(shown.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    } else if (how !== 'point') {
      const document = await workspace.openTextDocument(Uri.parse(uri, true));
      await window.showTextDocument(document, { viewColumn: columnOf(document) ?? ViewColumn.One, selection: document.validateRange(range), preserveFocus: how === 'show' });
    }
  }
}

function isState(state: unknown): state is TimelineState {
  if (typeof state !== 'object' || state === null || !('uri' in state) || !('target' in state)) return false;
  return typeof state.uri === 'string' && isTarget(state.target);
}

/** What a command or a page hands over. */
export function isTarget(target: unknown): target is TimelineTarget {
  return typeof target === 'object' && target !== null && 'operation' in target && typeof target.operation === 'string';
}

const FROM_PAGE: readonly unknown[] = ['ready', 'ask', 'reveal', 'export', 'png'] satisfies readonly FromTimeline['type'][];

/** Only the page of the extension sends messages. */
function isFromTimeline(message: unknown): message is FromTimeline {
  return typeof message === 'object' && message !== null && 'type' in message && FROM_PAGE.includes(message.type);
}
