import { Disposable, Position, Range, Uri, ViewColumn, window, workspace, type CancellationToken, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import type { FromPanel, ReportAnswer, ReportQuery, ToPanel } from '#protocol';
import { columnOf, nameOf, openDocument } from './capDocument.js';
import { DocumentPanel } from './documentPanel.js';
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
      workspace.onDidChangeTextDocument((event) => of(event.document.uri.toString()).forEach((panel) => panel.edited(event))),
      workspace.onDidCloseTextDocument((document) => of(document.uri.toString()).forEach((panel) => panel.closed(document))),
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
    const open = [...this.panels].find((panel) => panel.uri === query.uri && panel.kind === query.kind);
    if (open === undefined) this.open(query, answer, title, document);
    else open.answer(query, answer, document);
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

  private open(query: ReportQuery, answer: ReportAnswer, title: string, document: TextDocument): void {
    // A second report joins the first: "beside" would split the window again when a report has the focus.
    const beside = [...this.panels].find((panel) => panel.uri === query.uri)?.column ?? ViewColumn.Beside;
    const panel: ReportPanel = new ReportPanel(this.extensionUri, this.server, this.timelines, query, title, beside, () => this.panels.delete(panel));
    this.panels.add(panel);
    panel.answer(query, answer, document);
  }
}

class ReportPanel extends DocumentPanel<ReportAnswer, ToPanel> {
  /** Where in the present text the operation stands that is explained: it stays the same one when lines are written above it. */
  private offset: number | undefined;

  constructor(
    extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
    private query: ReportQuery,
    title: string,
    column: ViewColumn,
    onDispose: () => void,
  ) {
    const view = window.createWebviewPanel(REPORT_VIEW, title, { viewColumn: column, preserveFocus: true });
    super(view, extensionUri, { name: 'report', html: reportPage, shows: 'report' }, onDispose);
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
    this.offset = query.kind === 'explain' ? document.offsetAt(new Position(query.position.line, query.position.character)) : undefined;
    this.take(answer);
    if (!this.view.visible) this.view.reveal(undefined, true);
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

  protected ask(token: CancellationToken): Promise<ReportAnswer> {
    return this.server.report(this.query, token, () => undefined);
  }

  protected take(answer: ReportAnswer): void {
    if (answer.kind === 'message') {
      this.show({ type: 'message', message: answer.message });
      return;
    }
    this.show({ type: 'report', report: answer.report, ranges: answer.ranges, runs: answer.runs });
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

function isFromPanel(message: { readonly type: unknown }): message is Exclude<FromPanel, { readonly type: 'ready' }> {
  if (message.type === 'timeline') return 'target' in message && isTarget(message.target);
  return message.type === 'reveal' && 'range' in message && typeof message.range === 'object' && message.range !== null;
}
