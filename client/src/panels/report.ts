import { l10n, Position, Range, type TextDocument, type Uri, window } from 'vscode';
import type { FromPanel, ReportAnswer, ReportQuery, ReportState, TextChange, ToPanel } from '#protocol';
import { nameOf } from '../capDocument.js';
import { panelColumn } from './column.js';
import { textOf, type LanguageServer } from '../languageServer.js';
import { withProgressWhenSlow } from '../slowProgress.js';
import { isFromReport, isReportState } from './guards.js';
import type { Found } from './lifecycle.js';
import type { PanelKind, Tracking } from './panel.js';
import { Panels } from './panels.js';
import { reportPage } from './reportPage.js';
import { serverAway } from './serverAway.js';
import { changeSource, documentOf, rangeOf, showSource } from './source.js';
import type { TimelinePanels } from './timeline.js';
import { trackedOffset } from './trackedOffset.js';

/** What the tab says, and what one waits for while it is made. `name`: of the file. */
const TITLES: Readonly<Record<ReportQuery['kind'], (name: string) => string>> = {
  partition: (name) => l10n.t('Simulation: {0}', name),
  all: (name) => l10n.t('All Partitions: {0}', name),
  expectations: (name) => l10n.t('Expectations: {0}', name),
  compare: (name) => l10n.t('Changes: {0}', name),
  observe: (name) => l10n.t('Recorded History: {0}', name),
  explain: (name) => l10n.t('Explanation: {0}', name),
  advise: (name) => l10n.t('Advice: {0}', name),
};

/** `offset`: of the operation that is explained, so that it stays the same one when lines are written above it. */
interface TrackedReport extends ReportState {
  readonly offset?: number;
}

const EXPLAINED: Tracking<TrackedReport> = {
  follow: ({ query }, document) => {
    if (query.kind !== 'explain') return { query };
    const { line, character } = query.position;
    return { query, offset: document.offsetAt(new Position(line, character)) };
  },
  moved: (state, { contentChanges, document }) => {
    const { query } = state;
    if (query.kind !== 'explain' || state.offset === undefined) return state;
    const offset = trackedOffset(state.offset, contentChanges);
    const { line, character } = document.positionAt(offset);
    return { query: { ...query, position: { line, character } }, offset };
  },
};

function reportKind(server: LanguageServer, timelines: TimelinePanels): PanelKind<TrackedReport, ToPanel, FromPanel> {
  return {
    viewType: 'netsplit.report',
    page: 'report',
    html: reportPage,
    words: {
      first: undefined,
      newest: l10n.t('Waiting for the analysis of the newest text…'),
      away: serverAway(),
      closed: (name) =>
        l10n.t('{0} was closed: this is its last report. It goes on when the file is opened again.', name),
      gone: l10n.t('The file of this report is not there: this is its last report.'),
    },
    needsAnalysis: true,
    tracking: EXPLAINED,
    restored: (kept) => (isReportState(kept) ? { query: kept.query } : undefined),
    uriOf: ({ query }) => query.uri,
    keyOf: ({ query }) => JSON.stringify([query.kind, query.uri]),
    ask: async ({ query }, token) => found(query, await server.report(query, token, () => undefined)),
    isFromPage: isFromReport,
    receive: async (message, panel) => {
      switch (message.type) {
        case 'ready':
          return;
        case 'timeline':
          return timelines.show(await documentOf(panel.uri), message.target, panel.column);
        case 'reveal':
          return showSource(await documentOf(panel.uri, message.range), rangeOf(message.range));
        case 'apply':
          return apply(await documentOf(panel.uri), message.changes, message.version);
      }
    },
  };
}

function found(query: ReportQuery, answer: ReportAnswer): Found<ToPanel> {
  if (answer.kind === 'message') return { content: { type: 'message', query, message: answer.message } };
  const { report, ranges, runs, changes, version } = answer;
  return { content: { type: 'report', query, report, ranges, runs, changes, version }, version };
}

/** Makes the design of the text that a report tells of, and shows what has changed. One Undo takes it back. */
async function apply(document: TextDocument, changes: readonly TextChange[], version: number): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const { start } = rangeOf(first.range);
  if (await changeSource(document, version, changes)) await showSource(document, new Range(start, start));
}

/** The reports beside the editor: one panel for each document and kind of question. */
export class ReportPanels {
  private readonly panels: Panels<TrackedReport, ToPanel, FromPanel>;

  constructor(
    extensionUri: Uri,
    private readonly server: LanguageServer,
    timelines: TimelinePanels,
  ) {
    this.panels = new Panels(reportKind(server, timelines), extensionUri, server);
  }

  /**
   * Asks, and shows the answer beside the editor without taking the focus. If the question cannot be answered, one
   * message says so.
   */
  async show(query: ReportQuery, document: TextDocument): Promise<void> {
    const title = TITLES[query.kind](nameOf(document));
    let answer: ReportAnswer | undefined;
    try {
      answer = await withProgressWhenSlow(title, (token, report) => this.server.report(query, token, report));
    } catch (error) {
      void window.showErrorMessage(
        l10n.t('“{0}” could not be made: {1}. “Netsplit: Show Output” may say more.', title, textOf(error)),
      );
      return;
    }
    if (answer === undefined) return;
    if (answer.kind === 'message') {
      void window.showInformationMessage(answer.message);
      return;
    }
    const panel = this.panels.get({ query }) ?? this.panels.open({ query }, title, panelColumn());
    panel.answered(EXPLAINED.follow({ query }, document), found(query, answer));
    if (!panel.isVisible) panel.reveal();
  }

  activeDocument(): TextDocument | undefined {
    return this.panels.activeDocument();
  }

  dispose(): void {
    this.panels.dispose();
  }
}
