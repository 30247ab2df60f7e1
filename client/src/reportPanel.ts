import {
  Disposable,
  Position,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type CancellationToken,
  type TextDocument,
  type TextDocumentChangeEvent,
  type WebviewPanel,
} from 'vscode';
import type { FromPanel, ReportAnswer, ReportQuery, ReportState, ToPanel } from '#protocol';
import { columnOf, nameOf, openDocument } from './capDocument.js';
import { DocumentPanel, reopened } from './documentPanel.js';
import { textOf, type LanguageServer } from './languageServer.js';
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
      server.onStopped(() => this.panels.forEach((panel) => panel.serverStopped())),
      workspace.onDidChangeTextDocument((event) =>
        of(event.document.uri.toString()).forEach((panel) => panel.edited(event)),
      ),
      workspace.onDidCloseTextDocument((document) =>
        of(document.uri.toString()).forEach((panel) => panel.closed(document)),
      ),
      window.registerWebviewPanelSerializer(REPORT_VIEW, {
        deserializeWebviewPanel: (view, state: unknown) => this.restore(view, state),
      }),
    );
  }

  /**
   * Asks, and shows the answer beside the editor without taking the focus. What can't be answered is said in one
   * message.
   */
  async show(query: ReportQuery, document: TextDocument): Promise<void> {
    const title = `${TITLES[query.kind]}: ${nameOf(document)}`;
    let answer: ReportAnswer | undefined;
    try {
      answer = await withProgressWhenSlow(title, (token, report) => this.server.report(query, token, report));
    } catch (error) {
      void window.showErrorMessage(
        `${title} could not be made: ${textOf(error)}. “Netsplit: Show Output” may say more.`,
      );
      return;
    }
    if (answer === undefined) return;
    if (answer.kind === 'message') {
      void window.showInformationMessage(answer.message);
      return;
    }
    const panel = this.panelFor(query) ?? this.open(query, title);
    panel.answer(query, answer, document);
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
    this.add(view, state.query).restored(await reopened(state.query.uri));
  }

  private add(view: WebviewPanel, query: ReportQuery): ReportPanel {
    const panel: ReportPanel = new ReportPanel(view, this.extensionUri, this.server, this.timelines, query, () =>
      this.panels.delete(panel),
    );
    this.panels.add(panel);
    return panel;
  }
}

class ReportPanel extends DocumentPanel<ReportAnswer, ToPanel> {
  /**
   * Where in the present text the operation stands that is explained: it stays the same one when lines are written
   * above it.
   */
  private offset: number | undefined;

  constructor(
    view: WebviewPanel,
    extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
    private query: ReportQuery,
    onDispose: () => void,
  ) {
    super(view, extensionUri, { name: 'report', html: reportPage, shows: 'report' }, onDispose);
    this.wait(WAITING_FOR_ANALYSIS);
  }

  get uri(): string {
    return this.query.uri;
  }

  get kind(): ReportQuery['kind'] {
    return this.query.kind;
  }

  /** Shows the answer to another question of its kind. */
  answer(query: ReportQuery, answer: ReportAnswer, document: TextDocument): void {
    this.stopAsking();
    this.behind = false;
    this.query = query;
    this.follow(document);
    this.take(answer);
    if (!this.view.visible) this.view.reveal(undefined, true);
  }

  /** The window was loaded again: the page has kept what it showed, and the question is asked anew. */
  restored(document: TextDocument | undefined): void {
    if (document === undefined) {
      this.wait('The file of this report is not there: this is its last report.');
      return;
    }
    this.follow(document);
    void this.refresh();
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

  private follow(document: TextDocument): void {
    const { query } = this;
    this.offset =
      query.kind === 'explain'
        ? document.offsetAt(new Position(query.position.line, query.position.character))
        : undefined;
  }

  protected ask(token: CancellationToken): Promise<ReportAnswer> {
    return this.server.report(this.query, token, () => undefined);
  }

  protected take(answer: ReportAnswer): void {
    if (answer.kind === 'message') {
      this.show({ type: 'message', query: this.query, message: answer.message });
      return;
    }
    this.show({ type: 'report', query: this.query, report: answer.report, ranges: answer.ranges, runs: answer.runs });
    const document = openDocument(this.uri);
    if (document !== undefined && answer.version < document.version) this.wait(WAITING_FOR_ANALYSIS);
  }

  protected async receive(message: object & { readonly type: unknown }): Promise<void> {
    if (!isFromPanel(message)) return;
    if (message.type === 'timeline') {
      this.timelines.show(await workspace.openTextDocument(Uri.parse(this.uri, true)), message.target, this.column);
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
  if (
    typeof query !== 'object' ||
    query === null ||
    !('kind' in query) ||
    !('uri' in query) ||
    typeof query.uri !== 'string'
  )
    return false;
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

function isFromPanel(message: { readonly type: unknown }): message is Exclude<FromPanel, { readonly type: 'ready' }> {
  if (message.type === 'timeline') return 'target' in message && isTarget(message.target);
  return message.type === 'reveal' && 'range' in message && typeof message.range === 'object' && message.range !== null;
}
