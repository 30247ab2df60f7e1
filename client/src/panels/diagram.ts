import { Disposable, l10n, Position, Range, type TextDocument, type Uri, window } from 'vscode';
import type { DiagramAnswer, DiagramQuery, DiagramState, FromDiagram, PickedFault, ToDiagram } from '#protocol';
import { nameOf } from '../capDocument.js';
import type { LanguageServer } from '../languageServer.js';
import { panelColumn } from './column.js';
import { diagramPage } from './diagramPage.js';
import { isDiagramState, isFromDiagram } from './guards.js';
import type { Found } from './lifecycle.js';
import type { PanelKind } from './panel.js';
import { Panels } from './panels.js';
import { exportPicture, savePng } from './pictureExport.js';
import { serverAway } from './serverAway.js';
import { changeSource, documentOf, rangeOf, showSource } from './source.js';
import type { TimelinePanels } from './timeline.js';

const NOTHING_BROKEN: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };

function diagramKind(
  server: LanguageServer,
  timelines: TimelinePanels,
): PanelKind<DiagramState, ToDiagram, FromDiagram> {
  return {
    viewType: 'netsplit.diagram',
    page: 'diagram',
    html: diagramPage,
    words: {
      first: undefined,
      newest: undefined,
      away: serverAway(),
      closed: (name) =>
        l10n.t('{0} was closed: this is its last picture. It goes on when the file is opened again.', name),
      gone: l10n.t('The file of this picture is not there: this is its last picture.'),
    },
    needsAnalysis: false,
    restored: (kept) => (isDiagramState(kept) ? stateOf(kept) : undefined),
    uriOf: ({ uri }) => uri,
    keyOf: ({ uri }) => uri,
    ask: async (state, token) => found(state.uri, await server.diagram(state, token)),
    isFromPage: isFromDiagram,
    receive: async (message, panel) => {
      const { state, uri } = panel;
      switch (message.type) {
        case 'ready':
          return;
        case 'ask':
          return panel.ask(stateOf({ ...message, uri }));
        case 'write':
          return write(server, state);
        case 'timeline':
          return timelines.show(await documentOf(uri), message.target, panel.column);
        case 'export':
          return exportPicture(server, { of: { kind: 'diagram', query: state }, format: message.format }, (picture) =>
            panel.post({ type: 'rasterise', ...picture }),
          );
        case 'png':
          return savePng(uri, 'diagram', message.data);
        case 'reveal':
          return showSource(await documentOf(uri, message.range), rangeOf(message.range));
      }
    },
  };
}

function stateOf({ uri, fault, selection }: DiagramState): DiagramState {
  return { uri, fault, ...(selection === undefined ? {} : { selection }) };
}

/** Each edit asks anew, so the version does not matter. */
function found(uri: string, answer: DiagramAnswer): Found<ToDiagram> {
  return answer.kind === 'diagram'
    ? { content: { type: 'diagram', uri, diagram: answer.diagram } }
    : { content: { type: 'message', message: answer.message } };
}

/** Writes what is broken into the file, and leaves its name selected, for a better one. */
async function write(server: LanguageServer, query: DiagramQuery): Promise<void> {
  const answer = await server.writePartition(query);
  if (answer.kind === 'message') {
    void window.showInformationMessage(answer.message);
    return;
  }
  const document = await documentOf(query.uri);
  const at = new Position(answer.at.line, answer.at.character);
  const start = document.offsetAt(at) + answer.nameAt;
  const change = { range: { start: answer.at, end: answer.at }, text: answer.text };
  if (!(await changeSource(document, answer.version, [change]))) return;
  await showSource(document, new Range(document.positionAt(start), document.positionAt(start + answer.nameLength)));
}

/** The pictures beside the editor. */
export class DiagramPanels {
  private readonly panels: Panels<DiagramState, ToDiagram, FromDiagram>;
  private readonly subscriptions: Disposable;

  constructor(
    extensionUri: Uri,
    private readonly server: LanguageServer,
    timelines: TimelinePanels,
  ) {
    this.panels = new Panels(diagramKind(server, timelines), extensionUri, server);
    this.subscriptions = Disposable.from(
      this.panels,
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection !== undefined) void this.cursorAt(textEditor.document.uri.toString(), selection.active);
      }),
    );
  }

  /** Beside the editor, without taking the focus. The one that is there already is shown again. */
  show(document: TextDocument): void {
    const state = { uri: document.uri.toString(), fault: NOTHING_BROKEN };
    const open = this.panels.get(state);
    if (open !== undefined) open.reveal();
    else void this.panels.open(state, l10n.t('Diagram: {0}', nameOf(document)), panelColumn()).ask(state);
  }

  activeDocument(): TextDocument | undefined {
    return this.panels.activeDocument();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Points out what the cursor in the text is on. */
  private async cursorAt(uri: string, { line, character }: Position): Promise<void> {
    for (const panel of this.panels.of(uri)) {
      if (!panel.isVisible) continue;
      try {
        const elements = await this.server.elementsAt({ uri, position: { line, character } });
        panel.post({ type: 'cursor', ...elements });
      } catch {
        // Where the server is away, nothing is pointed out.
      }
    }
  }
}
