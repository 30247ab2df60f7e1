import {
  type CancellationToken,
  Disposable,
  l10n,
  Range,
  type TestController,
  type TestItem,
  TestRunProfileKind,
  tests,
  Uri,
  workspace,
} from 'vscode';
import type { ExpectationsParams, ExpectationTest } from '#protocol';
import { openDocument } from '../capDocument.js';
import type { LanguageServer } from '../languageServer.js';
import { withoutIcons } from '../withoutIcons.js';
import { Book } from './book.js';
import { designsWithExpectations, statesExpectations } from './designs.js';
import { TestRuns } from './runs.js';

/**
 * Every `expect` of the workspace's designs in the Test Explorer, with its mark in the editor's margin. The server
 * checks those of open designs while one types, so there is nothing to start: a run shows what is known, and waits
 * where that is being found out. A design that is not open is opened, unseen, where its tests are unfolded or run; the
 * tests stay when VS Code closes it again.
 */
export class TestExplorer implements Disposable {
  private readonly controller: TestController;
  private readonly book = new Book();
  private readonly runs: TestRuns;
  private readonly subscriptions: Disposable;

  constructor(server: LanguageServer) {
    this.controller = tests.createTestController('netsplit.expectations', l10n.t('Netsplit expectations'));
    this.runs = new TestRuns(this.controller, this.book, server, {
      list: () => this.list(),
      known: (uri, token) => this.known(uri, token),
    });
    this.controller.createRunProfile(
      l10n.t('Check'),
      TestRunProfileKind.Run,
      (one, token) => this.runs.run(one, token),
      true,
    );
    this.controller.resolveHandler = (file) => (file === undefined ? this.list() : this.known(file.id, undefined));
    this.controller.refreshHandler = () => this.list();
    const saved = workspace.createFileSystemWatcher('**/*.cap');
    this.subscriptions = Disposable.from(
      server.onExpectations((params) => this.hear(params)),
      server.onStopped(() => {
        for (const uri of this.book.stopped()) this.controller.items.delete(uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.closed(uri)),
      saved,
      saved.onDidCreate((uri) => this.changedOnDisk(uri)),
      saved.onDidChange((uri) => this.changedOnDisk(uri)),
      saved.onDidDelete((uri) => this.forget(uri.toString())),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.controller.dispose();
  }

  /** Everything that could be run. */
  private async list(): Promise<void> {
    this.book.list();
    const { items } = this.controller;
    const found = await designsWithExpectations();
    for (const uri of found) if (!this.book.has(uri.toString())) items.add(this.fileOf(uri));
    const there = new Set(found.map(String));
    items.forEach(({ id }) => {
      if (!there.has(id) && !this.book.has(id)) items.delete(id);
    });
  }

  private fileOf(uri: Uri): TestItem {
    const known = this.controller.items.get(uri.toString());
    if (known !== undefined) return known;
    const file = this.controller.createTestItem(uri.toString(), uri.path.split('/').at(-1) ?? uri.toString(), uri);
    const folder = workspace.asRelativePath(uri).split('/').slice(0, -1).join('/');
    if (workspace.getWorkspaceFolder(uri) !== undefined && folder !== '') file.description = folder;
    file.canResolveChildren = true;
    return file;
  }

  private hear(params: ExpectationsParams): void {
    const document = openDocument(params.uri);
    // The last answer about a document may come when it is closed already.
    if (document === undefined) return;
    const { uri, expectations } = params;
    if (!this.book.heard(params, !document.isDirty)) {
      this.controller.items.delete(uri);
      return;
    }
    const file = this.fileOf(document.uri);
    file.children.replace(expectations.map((one) => this.item(file, one)));
    file.canResolveChildren = false;
    file.busy = !this.book.isSettled(uri);
    this.controller.items.add(file);
    void this.runs.showNews(file);
  }

  private item(file: TestItem, { id, label, range: { start, end } }: ExpectationTest): TestItem {
    const item = file.children.get(id) ?? this.controller.createTestItem(id, withoutIcons(label), file.uri);
    item.range = new Range(start.line, start.character, end.line, end.character);
    return item;
  }

  private forget(uri: string): void {
    this.book.forget(uri);
    this.controller.items.delete(uri);
  }

  private closed(uri: Uri): void {
    const closed = this.book.closed(uri.toString(), workspace.getWorkspaceFolder(uri) !== undefined);
    const file = this.controller.items.get(uri.toString());
    if (closed === undefined || file === undefined) return;
    file.busy = false;
    file.canResolveChildren = true;
    if (closed === 'emptied') file.children.replace([]);
    if (closed === 'forgotten') this.controller.items.delete(file.id);
  }

  private async changedOnDisk(uri: Uri): Promise<void> {
    const id = uri.toString();
    if (!this.book.isListedOnly(id)) return;
    const isTest = await statesExpectations(uri);
    if (this.book.has(id)) return;
    if (!isTest) {
      this.controller.items.delete(id);
      return;
    }
    const file = this.fileOf(uri);
    this.controller.items.add(file);
    this.controller.invalidateTestResults(file);
  }

  /**
   * Resolves when the tests of a design are known, for which it is opened where it is not; or nobody waits any more.
   */
  private async known(uri: string, token: CancellationToken | undefined): Promise<void> {
    const known = this.book.known(uri, token);
    if (!this.book.has(uri)) {
      try {
        await workspace.openTextDocument(Uri.parse(uri, true));
      } catch {
        // It is gone, or no text.
        this.forget(uri);
      }
    }
    await known;
  }
}
