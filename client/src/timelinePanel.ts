import {
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
  type CancellationToken,
  type TextDocument,
  type WebviewPanel,
} from 'vscode';
import type { FromTimeline, Place, TimelineAnswer, TimelineState, TimelineTarget, ToTimeline } from '#protocol';
import { columnOf, nameOf, openDocument } from './capDocument.js';
import { DocumentPanel, PanelPerDocument } from './documentPanel.js';
import type { LanguageServer } from './languageServer.js';
import { exportPicture, savePng } from './pictureExport.js';
import { timelinePage } from './timelinePage.js';

export const TIMELINE_VIEW = 'netsplit.timeline';

/** The runs beside the editor, step by step. */
export class TimelinePanels extends PanelPerDocument<TimelineState, TimelinePanel> {
  constructor(
    private readonly extensionUri: Uri,
    private readonly server: LanguageServer,
  ) {
    super(TIMELINE_VIEW, server);
    this.subscriptions.push(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.of(document.uri)?.edited();
      }),
    );
  }

  /**
   * Beside the editor, or in the column of the panel that asks for it, without taking the focus; the one that is there
   * already shows this run instead.
   */
  show(document: TextDocument, target: TimelineTarget, column?: ViewColumn): void {
    const open = this.of(document.uri);
    if (open !== undefined) {
      open.showRun(target);
      return;
    }
    const place = {
      viewColumn: column ?? (window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside),
      preserveFocus: true,
    };
    this.add(window.createWebviewPanel(TIMELINE_VIEW, `Timeline: ${nameOf(document)}`, place), {
      uri: document.uri.toString(),
      target,
    });
  }

  protected create(view: WebviewPanel, state: TimelineState, onDispose: () => void): TimelinePanel {
    return new TimelinePanel(view, this.extensionUri, this.server, state, onDispose);
  }

  protected isState(state: unknown): state is TimelineState {
    if (typeof state !== 'object' || state === null || !('uri' in state) || !('target' in state)) return false;
    return typeof state.uri === 'string' && isTarget(state.target);
  }
}

class TimelinePanel extends DocumentPanel<TimelineAnswer, ToTimeline> {
  readonly uri: string;
  private target: TimelineTarget;

  constructor(
    view: WebviewPanel,
    extensionUri: Uri,
    private readonly server: LanguageServer,
    { uri, target }: TimelineState,
    onDispose: () => void,
  ) {
    super(view, extensionUri, { name: 'timeline', html: timelinePage, shows: 'timeline' }, onDispose);
    this.uri = uri;
    this.target = target;
    void this.refresh();
  }

  showRun(target: TimelineTarget): void {
    this.target = target;
    this.behind = true;
    // Whoever reveals a hidden one is told of it, which asks; a visible one has nothing to tell.
    if (this.view.visible) void this.refresh();
    else this.view.reveal(undefined, true);
  }

  edited(): void {
    this.wait('Waiting for the run of the newest text…');
  }

  protected ask(token: CancellationToken): Promise<TimelineAnswer> {
    if (this.content === undefined) this.wait('Waiting for the analysis…');
    return this.server.timeline({ uri: this.uri, target: this.target }, token);
  }

  protected take(answer: TimelineAnswer): void {
    if (answer.kind === 'message') {
      this.show({ type: 'message', message: answer.message });
      return;
    }
    this.target = answer.timeline.target;
    this.show({ type: 'timeline', uri: this.uri, timeline: answer.timeline });
    const document = openDocument(this.uri);
    if (document !== undefined && answer.version < document.version) this.edited();
  }

  protected async receive(message: object & { readonly type: unknown }): Promise<void> {
    if (!isFromTimeline(message)) return;
    switch (message.type) {
      case 'ask':
        this.target = message.target;
        return this.refresh();
      case 'export':
        return exportPicture(
          this.server,
          { of: { kind: 'timeline', query: { uri: this.uri, target: this.target } }, format: message.format },
          (picture) => this.post({ type: 'rasterise', ...picture }),
        );
      case 'png':
        return savePng(this.uri, 'timeline', message.data);
      case 'reveal':
        return this.showSource(message.range, message.how);
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
      await window.showTextDocument(document, {
        viewColumn: columnOf(document) ?? ViewColumn.One,
        selection: document.validateRange(range),
        preserveFocus: how === 'show',
      });
    }
  }
}

/** What a command or a page hands over. */
export function isTarget(target: unknown): target is TimelineTarget {
  return typeof target === 'object' && target !== null && 'operation' in target && typeof target.operation === 'string';
}

type Told = Exclude<FromTimeline, { readonly type: 'ready' }>;

const FROM_PAGE: readonly unknown[] = ['ask', 'reveal', 'export', 'png'] satisfies readonly Told['type'][];

function isFromTimeline(message: { readonly type: unknown }): message is Told {
  return FROM_PAGE.includes(message.type);
}
