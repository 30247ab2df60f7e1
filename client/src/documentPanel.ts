import {
  CancellationTokenSource,
  Disposable,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type TextDocument,
  type ViewColumn,
  type WebviewPanel,
} from 'vscode';
import { nameOf, openDocument } from './capDocument.js';
import { textOf, type LanguageServer } from './languageServer.js';
import { nonce } from './nonce.js';
import type { PageParts } from './webviewPage.js';

const WAITING_FOR_SERVER =
  'Waiting for the language server. If it does not come back, run “Netsplit: Restart Language Server”.';

export interface Page {
  /** Of its script and its style sheet. */
  readonly name: 'diagram' | 'report' | 'timeline';
  readonly html: (parts: PageParts) => string;
  /** As sentences call what is shown. */
  readonly shows: string;
}

/**
 * A page beside the editor that shows the answer to a question about one document, and asks again when the answer may
 * be another one.
 */
export abstract class DocumentPanel<Answer, ToPage extends { readonly type: string }> {
  /** What the page shows, or shows as soon as it is there again. */
  protected content: ToPage | undefined;
  /** Something has changed while the panel was hidden. */
  protected behind = true;
  /** Why the content may not be true of the newest text. */
  private waitingFor: string | undefined;
  private running: CancellationTokenSource | undefined;

  constructor(
    protected readonly view: WebviewPanel,
    extensionUri: Uri,
    private readonly page: Page,
    onDispose: () => void,
  ) {
    const resources = Uri.joinPath(extensionUri, 'dist', 'webview');
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [resources] };
    view.iconPath = Uri.joinPath(extensionUri, 'images', 'icon.png');
    webview.onDidReceiveMessage((message: unknown) => void this.received(message));
    view.onDidChangeViewState(() => {
      if (view.visible && this.behind) void this.refresh();
    });
    view.onDidDispose(() => {
      this.running?.cancel();
      onDispose();
    });
    const address = (ending: string): string =>
      webview.asWebviewUri(Uri.joinPath(resources, page.name + ending)).toString();
    webview.html = page.html({
      script: address('.js'),
      style: address('.css'),
      cspSource: webview.cspSource,
      nonce: nonce(),
    });
  }

  abstract get uri(): string;

  get active(): boolean {
    return this.view.active;
  }

  get column(): ViewColumn | undefined {
    return this.view.viewColumn;
  }

  protected abstract ask(token: CancellationToken): Promise<Answer>;

  protected abstract take(answer: Answer): void;

  /** Any message of the page but that it is ready. Only the page of the extension sends some. */
  protected abstract receive(message: object & { readonly type: unknown }): Promise<void>;

  /** Asks again; a newer question makes an older one void, so an older answer never replaces a newer one. */
  async refresh(): Promise<void> {
    this.stopAsking();
    this.behind = !this.view.visible;
    if (this.behind) return;
    const mine = new CancellationTokenSource();
    this.running = mine;
    try {
      const answer = await this.ask(mine.token);
      if (!mine.token.isCancellationRequested) this.take(answer);
    } catch {
      // The server has gone away while it was asked: it says so by itself, and is asked again when it is back.
      if (!mine.token.isCancellationRequested) this.serverStopped();
    } finally {
      mine.dispose();
      if (this.running === mine) this.running = undefined;
    }
  }

  serverStopped(): void {
    this.wait(WAITING_FOR_SERVER);
  }

  closed(document: TextDocument): void {
    this.stopAsking();
    this.wait(
      `${nameOf(document)} was closed: this is its last ${this.page.shows}. It goes on when the file is opened again.`,
    );
  }

  dispose(): void {
    this.view.dispose();
  }

  /** What is shown stays, and says that it may be out of date. */
  protected wait(reason: string): void {
    this.waitingFor = reason;
    this.post({ type: 'pending', waitingFor: reason });
  }

  protected show(content: ToPage): void {
    this.waitingFor = undefined;
    this.content = content;
    this.post(content);
  }

  /** A page that is hidden or not there yet asks when it is ready. */
  protected post(message: ToPage | { readonly type: 'pending'; readonly waitingFor: string }): void {
    void this.view.webview.postMessage(message);
  }

  protected stopAsking(): void {
    this.running?.cancel();
  }

  private async received(message: unknown): Promise<void> {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    if (message.type === 'ready') {
      if (this.content !== undefined) this.post(this.content);
      if (this.waitingFor !== undefined) this.post({ type: 'pending', waitingFor: this.waitingFor });
      return;
    }
    try {
      await this.receive(message);
    } catch (error) {
      void window.showErrorMessage(`This did not work: ${textOf(error)}. “Netsplit: Show Output” may say more.`);
    }
  }
}

/** One panel for each document; they come back with the window. */
export abstract class PanelPerDocument<
  State extends { readonly uri: string },
  Panel extends DocumentPanel<unknown, { readonly type: string }>,
> implements Disposable
{
  private readonly panels = new Map<string, Panel>();
  protected readonly subscriptions: Disposable[];

  constructor(viewType: string, server: LanguageServer) {
    this.subscriptions = [
      // An included file belongs to the design as well: whoever analyses that anew has heard of it.
      server.onAnalysed(({ uri }) => void this.of(uri)?.refresh()),
      server.onStopped(() => this.panels.forEach((panel) => panel.serverStopped())),
      workspace.onDidOpenTextDocument((document) => void this.of(document.uri)?.refresh()),
      workspace.onDidCloseTextDocument((document) => this.of(document.uri)?.closed(document)),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (view, state: unknown) => this.restore(view, state),
      }),
    ];
  }

  protected abstract create(view: WebviewPanel, state: State, onDispose: () => void): Panel;

  protected abstract isState(state: unknown): state is State;

  /** The document whose panel has the focus, so that commands work from there too. */
  activeDocument(): TextDocument | undefined {
    const active = [...this.panels.values()].find((panel) => panel.active);
    return active === undefined ? undefined : openDocument(active.uri);
  }

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  protected of(uri: Uri | string): Panel | undefined {
    return this.panels.get(uri.toString());
  }

  protected add(view: WebviewPanel, state: State): void {
    this.panels.set(
      state.uri,
      this.create(view, state, () => this.panels.delete(state.uri)),
    );
  }

  private async restore(view: WebviewPanel, state: unknown): Promise<void> {
    if (!this.isState(state) || this.panels.has(state.uri)) {
      view.dispose();
      return;
    }
    this.add(view, state);
    // Once it is read, the server knows it as well; of one that is gone it says that it is not open.
    await reopened(state.uri);
  }
}

/**
 * The document of a panel that came back with the window; undefined where it is gone, or was never saved and did not
 * come back as well.
 */
export async function reopened(uri: string): Promise<TextDocument | undefined> {
  const parsed = Uri.parse(uri, true);
  // Opening it here would make an empty one of its name.
  if (parsed.scheme === 'untitled') return openDocument(uri);
  try {
    return await workspace.openTextDocument(parsed);
  } catch {
    return undefined;
  }
}
