import {
  CancellationTokenSource,
  Disposable,
  Position,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextDocument,
  type TextDocumentChangeEvent,
  type WebviewPanel,
} from 'vscode';
import type { FromPanel, ReportAnswer, ReportQuery, ReportState, ToPanel } from '#protocol';
import { columnOf, nameOf, openDocument } from './capDocument.js';
import { textOf, type LanguageServer } from './languageServer.js';
import { nonce } from './nonce.js';
import { reportPage } from './reportPage.js';
import { withProgressWhenSlow } from './slowProgress.js';
import { isTarget, type TimelinePanels } from './timelinePanel.js';
import { trackedOffset } from './trackedOffset.js';

export const REPORT_VIEW = 'netsplit.report';

/** What the tab says before the name of the file, and what one waits for while it is made. */
const TITLES: Readonly<Record<ReportQuery['kind'], string>> = {
  partition: 'Simulation',
  all: 'All Partitions',
  expectations: 'Expectations',
  compare: 'Changes',
  explain: 'Explanation',
};

const WAITING_FOR_ANALYSIS = 'Waiting for the analysis of the newest text…';
const WAITING_FOR_SERVER = 'Waiting for the language server. If it does not come back, run “Netsplit: Restart Language Server”.';

/** The reports beside the editor: one panel for each document and kind of question. */
export class ReportPanels implements Disposable {
  private readonly panels = new Set<ReportPanel>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
  ) {
    const of = (uri: string): ReportPanel[] => [...this.panels].filter((panel) => panel.uri === uri);
    this.subscriptions = Disposable.from(
      server.onAnalysed(({ uri }) => of(uri).forEach((panel) => void panel.refresh())),
      server.onStopped(() => this.panels.forEach((panel) => panel.wait(WAITING_FOR_SERVER))),
      workspace.onDidChangeTextDocument((event) => of(event.document.uri.toString()).forEach((panel) => panel.edited(event))),
      workspace.onDidCloseTextDocument((document) => of(document.uri.toString()).forEach((panel) => panel.closed(document))),
      window.registerWebviewPanelSerializer(REPORT_VIEW, { deserializeWebviewPanel: (view, state: unknown) => this.restore(view, state) }),
    );
  }

  /** Asks, and shows the answer beside the editor without taking the focus. What can't be answered is said in one message. */
  async show(query: ReportQuery, document: TextDocument): Promise<void> {
    const title = `${TITLES[query.kind]}: ${nameOf(document)}`;
    let answer: ReportAnswer | undefined;
    try {
      answer = await withProgressWhenSlow(title, (token, report) => this.server.report(query, token, report));
    } catch (error) {
      void window.showErrorMessage(`${title} could not be made: ${textOf(error)}. “Netsplit: Show Output” may say more.`);
      return;
    }
    if (answer === undefined) return;
    if (answer.kind === 'message') {
      void window.showInformationMessage(answer.message);
      return;
    }
    const panel = this.panelFor(query) ?? this.open(query, title);
    panel.show(query, answer, document);
  }

  /** The document whose report has the focus, so that commands work from there too. */
  activeDocument(): TextDocument | undefined {
    const active = [...this.panels].find((panel) => panel.active);
    return active === undefined ? undefined : openDocument(active.uri);
  }

  dispose(): void {
    this.subscriptions.dispose();
    for (const panel of this.panels) panel.dispose();
  }

  private panelFor({ uri, kind }: ReportQuery): ReportPanel | undefined {
    return [...this.panels].find((panel) => panel.uri === uri && panel.kind === kind);
  }

  private open(query: ReportQuery, title: string): ReportPanel {
    // A second report joins the first: "beside" would split the window again when a report has the focus.
    const beside = [...this.panels].find((panel) => panel.uri === query.uri)?.column ?? ViewColumn.Beside;
    return this.add(window.createWebviewPanel(REPORT_VIEW, title, { viewColumn: beside, preserveFocus: true }), query);
  }

  private async restore(view: WebviewPanel, state: unknown): Promise<void> {
    if (!isState(state) || this.panelFor(state.query) !== undefined) {
      view.dispose();
      return;
    }
    const panel = this.add(view, state.query);
    const uri = Uri.parse(state.query.uri, true);
    // One that was never saved comes back by itself, or not at all: opening it here would make an empty one of its name.
    if (uri.scheme === 'untitled') return;
    try {
      // Once it is read, the server knows it as well.
      panel.restored(await workspace.openTextDocument(uri));
    } catch {
      panel.wait('The file of this report can’t be read any more: this is its last report.');
    }
  }

  private add(view: WebviewPanel, query: ReportQuery): ReportPanel {
    const panel: ReportPanel = new ReportPanel(view, this.extensionUri, this.server, this.timelines, query, () => this.panels.delete(panel));
    this.panels.add(panel);
    return panel;
  }
}

class ReportPanel {
  /** What the page shows, or shows as soon as it is there again. */
  private content: ToPanel = { type: 'pending', waitingFor: WAITING_FOR_ANALYSIS };
  /** Why the content may not be true of the newest text. */
  private waitingFor: string | undefined;
  /** Where in the present text the operation stands that is explained: it stays the same one when lines are written above it. */
  private offset: number | undefined;
  private running: CancellationTokenSource | undefined;
  /** Something has changed while the panel was hidden. */
  private behind = false;

  constructor(
    private readonly view: WebviewPanel,
    extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
    private query: ReportQuery,
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
    webview.html = reportPage({ script: address('report.js'), style: address('report.css'), cspSource: webview.cspSource, nonce: nonce() });
  }

  get uri(): string {
    return this.query.uri;
  }

  get kind(): ReportQuery['kind'] {
    return this.query.kind;
  }

  get active(): boolean {
    return this.view.active;
  }

  get column(): ViewColumn | undefined {
    return this.view.viewColumn;
  }

  show(query: ReportQuery, answer: ReportAnswer, document: TextDocument): void {
    this.running?.cancel();
    this.query = query;
    this.follow(document);
    this.take(answer);
    if (!this.view.visible) this.view.reveal(undefined, true);
  }

  /** The window was loaded again: the page has kept what it showed, and the question is asked anew. */
  restored(document: TextDocument): void {
    this.follow(document);
    void this.refresh();
  }

  private follow(document: TextDocument): void {
    const { query } = this;
    this.offset = query.kind === 'explain' ? document.offsetAt(new Position(query.position.line, query.position.character)) : undefined;
  }

  /** Asks again; a newer question makes an older one void, so an older answer never replaces a newer one. */
  async refresh(): Promise<void> {
    this.running?.cancel();
    this.behind = !this.view.visible;
    if (this.behind) return;
    const mine = new CancellationTokenSource();
    this.running = mine;
    try {
      const answer = await this.server.report(this.query, mine.token, () => undefined);
      if (!mine.token.isCancellationRequested) this.take(answer);
    } catch {
      // The server has gone away while it was asked: it says so by itself, and is asked again when it is back.
      if (!mine.token.isCancellationRequested) this.wait(WAITING_FOR_SERVER);
    } finally {
      mine.dispose();
      if (this.running === mine) this.running = undefined;
    }
  }

  edited({ contentChanges, document }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    if (this.query.kind === 'explain' && this.offset !== undefined) {
      this.offset = trackedOffset(this.offset, contentChanges);
      const { line, character } = document.positionAt(this.offset);
      this.query = { ...this.query, position: { line, character } };
    }
    this.wait(WAITING_FOR_ANALYSIS);
  }

  closed(document: TextDocument): void {
    this.running?.cancel();
    this.wait(`${nameOf(document)} was closed: this is its last report. It goes on when the file is opened again.`);
  }

  /** The report stays, and says that it may be out of date. */
  wait(reason: string): void {
    this.waitingFor = reason;
    this.post({ type: 'pending', waitingFor: reason });
  }

  dispose(): void {
    this.view.dispose();
  }

  private take(answer: ReportAnswer): void {
    this.waitingFor = undefined;
    this.content =
      answer.kind === 'report'
        ? { type: 'report', query: this.query, report: answer.report, ranges: answer.ranges, runs: answer.runs }
        : { type: 'message', query: this.query, message: answer.message };
    this.post(this.content);
    const document = openDocument(this.uri);
    if (answer.kind === 'report' && document !== undefined && answer.version < document.version) this.wait(WAITING_FOR_ANALYSIS);
  }

  private post(message: ToPanel): void {
    // A page that is hidden or not there yet asks when it is ready.
    void this.view.webview.postMessage(message);
  }

  private async receive(message: unknown): Promise<void> {
    if (!isFromPanel(message)) return;
    if (message.type === 'ready') {
      this.post(this.content);
      if (this.waitingFor !== undefined) this.post({ type: 'pending', waitingFor: this.waitingFor });
      return;
    }
    if (message.type === 'timeline') {
      this.timelines.show(await workspace.openTextDocument(Uri.parse(this.uri, true)), message.target, this.view.viewColumn);
      return;
    }
    const { start, end, uri = this.uri } = message.range;
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    const range = document.validateRange(new Range(start.line, start.character, end.line, end.character));
    await window.showTextDocument(document, { viewColumn: columnOf(document) ?? ViewColumn.One, selection: range });
  }
}

/** Of a page of this extension, perhaps an older one. */
function isState(state: unknown): state is ReportState {
  if (typeof state !== 'object' || state === null || !('query' in state)) return false;
  const { query } = state;
  if (typeof query !== 'object' || query === null || !('kind' in query) || !('uri' in query) || typeof query.uri !== 'string') return false;
  switch (query.kind) {
    case 'all':
    case 'expectations':
      return true;
    case 'partition':
      return 'fault' in query && typeof query.fault === 'object' && query.fault !== null;
    case 'compare':
      return 'before' in query && typeof query.before === 'object' && query.before !== null;
    case 'explain':
      return 'position' in query && typeof query.position === 'object' && query.position !== null;
    default:
      return false;
  }
}

function isFromPanel(message: unknown): message is FromPanel {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  if (message.type === 'ready') return true;
  if (message.type === 'timeline') return 'target' in message && isTarget(message.target);
  return message.type === 'reveal' && 'range' in message && typeof message.range === 'object' && message.range !== null;
}
