import {
  Position,
  Range,
  Selection,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type CancellationToken,
  type TextDocument,
  type WebviewPanel,
} from 'vscode';
import type { DiagramAnswer, DiagramQuery, DiagramState, FromDiagram, PickedFault, ToDiagram } from '#protocol';
import { columnOf, nameOf } from './capDocument.js';
import { diagramPage } from './diagramPage.js';
import { DocumentPanel, PanelPerDocument } from './documentPanel.js';
import type { LanguageServer } from './languageServer.js';
import { exportPicture, savePng } from './pictureExport.js';
import type { TimelinePanels } from './timelinePanel.js';

export const DIAGRAM_VIEW = 'netsplit.diagram';

const NOTHING_BROKEN: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };

/** The pictures beside the editor. */
export class DiagramPanels extends PanelPerDocument<DiagramState, DiagramPanel> {
  constructor(
    private readonly extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
  ) {
    super(DIAGRAM_VIEW, server);
    this.subscriptions.push(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) void this.of(document.uri)?.refresh();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections;
        if (selection !== undefined) void this.of(textEditor.document.uri)?.cursorAt(selection.active);
      }),
    );
  }

  /** Beside the editor, without taking the focus; the one that is there already is shown again. */
  show(document: TextDocument): void {
    const open = this.of(document.uri);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.add(window.createWebviewPanel(DIAGRAM_VIEW, `Diagram: ${nameOf(document)}`, place), {
      uri: document.uri.toString(),
      fault: NOTHING_BROKEN,
    });
  }

  protected create(view: WebviewPanel, state: DiagramState, onDispose: () => void): DiagramPanel {
    return new DiagramPanel(view, this.extensionUri, this.server, this.timelines, state, onDispose);
  }

  protected isState(state: unknown): state is DiagramState {
    if (typeof state !== 'object' || state === null || !('uri' in state) || !('fault' in state)) return false;
    return typeof state.uri === 'string' && typeof state.fault === 'object' && state.fault !== null;
  }
}

class DiagramPanel extends DocumentPanel<DiagramAnswer, ToDiagram> {
  constructor(
    view: WebviewPanel,
    extensionUri: Uri,
    private readonly server: LanguageServer,
    private readonly timelines: TimelinePanels,
    private query: DiagramQuery,
    onDispose: () => void,
  ) {
    super(view, extensionUri, { name: 'diagram', html: diagramPage, shows: 'picture' }, onDispose);
    void this.refresh();
  }

  get uri(): string {
    return this.query.uri;
  }

  reveal(): void {
    this.view.reveal(undefined, true);
  }

  async cursorAt({ line, character }: Position): Promise<void> {
    if (!this.view.visible) return;
    try {
      this.post({
        type: 'cursor',
        ...(await this.server.elementsAt({ uri: this.uri, position: { line, character } })),
      });
    } catch {
      // Where the server is away, nothing is pointed out.
    }
  }

  protected ask(token: CancellationToken): Promise<DiagramAnswer> {
    return this.server.diagram(this.query, token);
  }

  protected take(answer: DiagramAnswer): void {
    this.show(
      answer.kind === 'diagram'
        ? { type: 'diagram', uri: this.uri, diagram: answer.diagram }
        : { type: 'message', message: answer.message },
    );
  }

  protected async receive(message: object & { readonly type: unknown }): Promise<void> {
    if (!isFromDiagram(message)) return;
    switch (message.type) {
      case 'ask':
        this.query = {
          uri: this.uri,
          fault: message.fault,
          ...(message.selection === undefined ? {} : { selection: message.selection }),
        };
        return this.refresh();
      case 'write':
        return this.write();
      case 'timeline':
        return this.timelines.show(
          await workspace.openTextDocument(Uri.parse(this.uri, true)),
          message.target,
          this.column,
        );
      case 'export':
        return exportPicture(
          this.server,
          { of: { kind: 'diagram', query: this.query }, format: message.format },
          (picture) => this.post({ type: 'rasterise', ...picture }),
        );
      case 'png':
        return savePng(this.uri, 'diagram', message.data);
      case 'reveal':
        return this.showSource(
          new Range(
            message.range.start.line,
            message.range.start.character,
            message.range.end.line,
            message.range.end.character,
          ),
          message.range.uri,
        );
    }
  }

  /** Writes what is broken into the file, and leaves its name selected, for a better one. */
  private async write(): Promise<void> {
    const answer = await this.server.writePartition(this.query);
    if (answer.kind === 'message') {
      void window.showInformationMessage(answer.message);
      return;
    }
    const document = await workspace.openTextDocument(Uri.parse(this.uri, true));
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

  private async showSource(range: Range, uri = this.uri): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri, true));
    const { start, end } = document.validateRange(range);
    await window.showTextDocument(document, {
      viewColumn: columnOf(document) ?? ViewColumn.One,
      selection: new Selection(start, end),
    });
  }
}

type Told = Exclude<FromDiagram, { readonly type: 'ready' }>;

const FROM_PAGE: readonly unknown[] = [
  'ask',
  'write',
  'reveal',
  'timeline',
  'export',
  'png',
] satisfies readonly Told['type'][];

function isFromDiagram(message: { readonly type: unknown }): message is Told {
  return FROM_PAGE.includes(message.type);
}
