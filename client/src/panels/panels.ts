import { Disposable, Uri, window, workspace, type TextDocument, type ViewColumn, type WebviewPanel } from 'vscode';
import { nameOf, openDocument } from '../capDocument.js';
import type { LanguageServer } from '../languageServer.js';
import { Panel, type Message, type PanelKind } from './panel.js';

/** The open panels of one kind. They hear of their documents and of the server, and come back with the window. */
export class Panels<State, ToPage extends Message, FromPage extends Message> implements Disposable {
  private readonly panels = new Map<string, Panel<State, ToPage, FromPage>>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly kind: PanelKind<State, ToPage, FromPage>,
    private readonly extensionUri: Uri,
    server: LanguageServer,
  ) {
    this.subscriptions = Disposable.from(
      // An included file belongs to the design as well: when it changes, the design is analysed anew.
      server.onAnalysed(({ uri }) => this.each(uri, (panel) => void panel.lifecycle.ask())),
      server.onStopped(() => {
        for (const panel of this.panels.values()) panel.lifecycle.serverStopped();
      }),
      workspace.onDidOpenTextDocument(({ uri }) => {
        if (!kind.needsAnalysis) this.each(uri, (panel) => void panel.lifecycle.ask());
      }),
      workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length > 0) this.each(event.document.uri, (panel) => panel.edited(event));
      }),
      workspace.onDidCloseTextDocument((document) =>
        this.each(document.uri, (panel) => panel.lifecycle.closed(nameOf(document))),
      ),
      window.registerWebviewPanelSerializer(kind.viewType, {
        deserializeWebviewPanel: (view, kept: unknown) => this.restore(view, kept),
      }),
    );
  }

  /** The panel that is about the same. */
  get(state: State): Panel<State, ToPage, FromPage> | undefined {
    return this.panels.get(this.kind.keyOf(state));
  }

  /** All panels about a document, those that were opened first before the others. */
  of(uri: Uri | string): readonly Panel<State, ToPage, FromPage>[] {
    const wanted = uri.toString();
    return [...this.panels.values()].filter((panel) => panel.uri === wanted);
  }

  /** Opens one, which does not ask by itself. It does not take the focus. */
  open(state: State, title: string, viewColumn: ViewColumn): Panel<State, ToPage, FromPage> {
    const place = { viewColumn, preserveFocus: true };
    return this.add(window.createWebviewPanel(this.kind.viewType, title, place), state);
  }

  /** The document whose panel has the focus, so that commands work from there too. */
  activeDocument(): TextDocument | undefined {
    const active = [...this.panels.values()].find((panel) => panel.active);
    return active === undefined ? undefined : openDocument(active.uri);
  }

  dispose(): void {
    this.subscriptions.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  private each(uri: Uri | string, act: (panel: Panel<State, ToPage, FromPage>) => void): void {
    for (const panel of this.of(uri)) act(panel);
  }

  private add(view: WebviewPanel, state: State): Panel<State, ToPage, FromPage> {
    const key = this.kind.keyOf(state);
    const panel = new Panel(this.kind, this.extensionUri, view, state);
    this.panels.set(key, panel);
    view.onDidDispose(() => this.panels.delete(key));
    return panel;
  }

  /** The window was reloaded: the page has kept what it showed, and the question is asked anew. */
  private async restore(view: WebviewPanel, kept: unknown): Promise<void> {
    const state = this.kind.restored(kept);
    if (state === undefined || this.get(state) !== undefined) {
      view.dispose();
      return;
    }
    const panel = this.add(view, state);
    if (!this.kind.needsAnalysis) {
      void panel.lifecycle.ask();
      // Once it is read, the server knows it as well; of one that is gone it says that it is not open.
      await reopened(panel.uri);
      return;
    }
    panel.lifecycle.edited();
    const document = await reopened(panel.uri);
    if (document === undefined) panel.lifecycle.fileGone();
    else void panel.ask(this.kind.tracking?.follow(panel.state, document) ?? panel.state);
  }
}

/** Undefined where the file is gone, or was never saved and did not come back as well. */
async function reopened(uri: string): Promise<TextDocument | undefined> {
  const parsed = Uri.parse(uri, true);
  // Opening it here would make an empty one of its name.
  if (parsed.scheme === 'untitled') return openDocument(uri);
  try {
    return await workspace.openTextDocument(parsed);
  } catch {
    return undefined;
  }
}
