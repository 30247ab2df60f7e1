import { l10n, type TextDocument, type Uri, type ViewColumn } from 'vscode';
import type { FromTimeline, Place, TimelineAnswer, TimelineState, TimelineTarget, ToTimeline } from '#protocol';
import { nameOf } from '../capDocument.js';
import type { LanguageServer } from '../languageServer.js';
import { panelColumn } from './column.js';
import { isFromTimeline, isTimelineState } from './guards.js';
import type { Found } from './lifecycle.js';
import type { PanelKind } from './panel.js';
import { Panels } from './panels.js';
import { exportPicture, savePng } from './pictureExport.js';
import { serverAway } from './serverAway.js';
import { documentOf, pointAt, rangeOf, showSource } from './source.js';
import { timelinePage } from './timelinePage.js';

function timelineKind(server: LanguageServer): PanelKind<TimelineState, ToTimeline, FromTimeline> {
  return {
    viewType: 'netsplit.timeline',
    page: 'timeline',
    html: timelinePage,
    words: {
      first: l10n.t('Waiting for the analysis…'),
      newest: l10n.t('Waiting for the run of the newest text…'),
      away: serverAway(),
      closed: (name) =>
        l10n.t('{0} was closed: this is its last timeline. It goes on when the file is opened again.', name),
      gone: l10n.t('The file of this timeline is not there: this is its last timeline.'),
    },
    needsAnalysis: false,
    restored: (kept) => (isTimelineState(kept) ? { uri: kept.uri, target: kept.target } : undefined),
    uriOf: ({ uri }) => uri,
    keyOf: ({ uri }) => uri,
    ask: async ({ uri, target }, token) => found(uri, await server.timeline({ uri, target }, token)),
    isFromPage: isFromTimeline,
    receive: async (message, panel) => {
      const { uri, target } = panel.state;
      switch (message.type) {
        case 'ready':
          return;
        case 'ask':
          return panel.ask({ uri, target: message.target });
        case 'export':
          return exportPicture(
            server,
            { of: { kind: 'timeline', query: { uri, target } }, format: message.format },
            (picture) => panel.post({ type: 'rasterise', ...picture }),
          );
        case 'png':
          return savePng(uri, 'timeline', message.data);
        case 'reveal':
          return reveal(uri, message.range, message.how);
      }
    },
  };
}

/** What the question left open, the answer fills in: from now on it is asked for by name. */
function found(uri: string, answer: TimelineAnswer): Found<ToTimeline> & { readonly state?: TimelineState } {
  if (answer.kind === 'message') return { content: { type: 'message', message: answer.message } };
  const { timeline, version } = answer;
  return { content: { type: 'timeline', uri, timeline }, version, state: { uri, target: timeline.target } };
}

async function reveal(design: string, place: Place, how: 'point' | 'show' | 'go'): Promise<void> {
  const range = rangeOf(place);
  if (how !== 'go' && pointAt(place.uri ?? design, range)) return;
  if (how !== 'point') await showSource(await documentOf(design, place), range, how === 'show');
}

/** The runs beside the editor, step by step. */
export class TimelinePanels {
  private readonly panels: Panels<TimelineState, ToTimeline, FromTimeline>;

  constructor(extensionUri: Uri, server: LanguageServer) {
    this.panels = new Panels(timelineKind(server), extensionUri, server);
  }

  /**
   * Beside the editor, or in the column of the panel that asks for it, without taking the focus. The one that is there
   * already shows this run instead.
   */
  show(document: TextDocument, target: TimelineTarget, column?: ViewColumn): void {
    const state = { uri: document.uri.toString(), target };
    const place = column ?? panelColumn();
    const panel = this.panels.get(state) ?? this.panels.open(state, l10n.t('Timeline: {0}', nameOf(document)), place);
    void panel.ask(state);
    // A hidden one asks when it is seen.
    if (!panel.isVisible) panel.reveal();
  }

  activeDocument(): TextDocument | undefined {
    return this.panels.activeDocument();
  }

  dispose(): void {
    this.panels.dispose();
  }
}
