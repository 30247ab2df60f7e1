import {
  type CancellationToken,
  CancellationTokenSource,
  l10n,
  type TextDocument,
  type TextDocumentChangeEvent,
  Uri,
  type ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { openDocument } from '../capDocument.js';
import { textOf } from '../languageServer.js';
import { Lifecycle, type Found, type Words } from './lifecycle.js';
import { nonce } from './nonce.js';
import type { Guard } from './shape.js';
import type { PageParts } from './webviewPage.js';

/** A message of a page or to one. */
export interface Message {
  readonly type: string;
}

export interface Tracking<State> {
  /** The state with its place in a document that is there. */
  readonly follow: (state: State, document: TextDocument) => State;
  /** The state after an edit. */
  readonly moved: (state: State, event: TextDocumentChangeEvent) => State;
}

/** What is different from one kind of panel to another. `State`: what it is about; it comes back with the window. */
export interface PanelKind<State, ToPage extends Message, FromPage extends Message> {
  readonly viewType: string;
  /** Of the page's script and its style sheet. */
  readonly page: 'diagram' | 'report' | 'timeline';
  readonly html: (parts: PageParts) => string;
  readonly words: Words;
  /** Whether the server can answer before the document is analysed. */
  readonly needsAnalysis: boolean;
  /** The state in what the page had kept when the window was reloaded; undefined where there is none. */
  readonly restored: (kept: unknown) => State | undefined;
  readonly uriOf: (state: State) => string;
  /** There is one panel for each key. */
  readonly keyOf: (state: State) => string;
  /** For a state that points into the text. */
  readonly tracking?: Tracking<State>;
  /** `state`: what was answered, where the question has left something open. */
  readonly ask: (state: State, token: CancellationToken) => Promise<Found<ToPage> & { readonly state?: State }>;
  readonly isFromPage: Guard<FromPage>;
  /** Any message but that the page is ready. What it throws is shown to the user. */
  readonly receive: (message: FromPage, panel: Panel<State, ToPage, FromPage>) => Promise<void>;
}

/** A page beside the editor that shows the answer to a question about one document, and keeps it up to date. */
export class Panel<State, ToPage extends Message, FromPage extends Message> {
  readonly lifecycle: Lifecycle<ToPage>;

  constructor(
    private readonly kind: PanelKind<State, ToPage, FromPage>,
    extensionUri: Uri,
    private readonly view: WebviewPanel,
    private current: State,
  ) {
    this.lifecycle = new Lifecycle(
      {
        isVisible: () => view.visible,
        post: (message) => void view.webview.postMessage(message),
        ask: (signal) => this.asked(signal),
        newestVersion: () => openDocument(this.uri)?.version,
      },
      kind.words,
    );
    const resources = Uri.joinPath(extensionUri, 'dist', 'webview');
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [resources] };
    view.iconPath = Uri.joinPath(extensionUri, 'images', 'icon.png');
    webview.onDidReceiveMessage((message: unknown) => void this.received(message));
    view.onDidChangeViewState(() => {
      if (view.visible) void this.lifecycle.seen();
    });
    view.onDidDispose(() => this.lifecycle.stop());
    const address = (ending: string): string =>
      webview.asWebviewUri(Uri.joinPath(resources, kind.page + ending)).toString();
    webview.html = kind.html({
      script: address('.js'),
      style: address('.css'),
      cspSource: webview.cspSource,
      nonce: nonce(),
    });
  }

  get state(): State {
    return this.current;
  }

  get uri(): string {
    return this.kind.uriOf(this.current);
  }

  get active(): boolean {
    return this.view.active;
  }

  get column(): ViewColumn | undefined {
    return this.view.viewColumn;
  }

  /** Asks another question. */
  ask(state: State): Promise<void> {
    this.current = state;
    return this.lifecycle.ask();
  }

  /** Shows the answer to another question. */
  answered(state: State, found: Found<ToPage>): void {
    this.current = state;
    this.lifecycle.answered(found);
  }

  edited(event: TextDocumentChangeEvent): void {
    if (this.kind.tracking !== undefined) this.current = this.kind.tracking.moved(this.current, event);
    this.lifecycle.edited();
  }

  /** Without taking the focus. */
  reveal(): void {
    this.view.reveal(undefined, true);
  }

  /** A message that is not content: it is not kept for a page that is away. */
  post(message: ToPage): void {
    void this.view.webview.postMessage(message);
  }

  get isVisible(): boolean {
    return this.view.visible;
  }

  dispose(): void {
    this.view.dispose();
  }

  private async asked(signal: AbortSignal): Promise<Found<ToPage>> {
    const source = new CancellationTokenSource();
    signal.addEventListener('abort', () => source.cancel());
    const { state, ...found } = await this.kind.ask(this.current, source.token);
    if (state !== undefined && !signal.aborted) this.current = state;
    return found;
  }

  private async received(message: unknown): Promise<void> {
    if (!this.kind.isFromPage(message)) return;
    if (message.type === 'ready') {
      this.lifecycle.ready();
      return;
    }
    try {
      await this.kind.receive(message, this);
    } catch (error) {
      void window.showErrorMessage(
        l10n.t('This did not work: {0}. “Netsplit: Show Output” may say more.', textOf(error)),
      );
    }
  }
}
