import {
  Disposable,
  EventEmitter,
  Location,
  Range,
  TestMessage,
  TestMessageStackFrame,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  workspace,
  type CancellationToken,
  type TestController,
  type TestItem,
  type TestRun,
} from 'vscode';
import type { ExpectationsParams, ExpectationTest } from '#protocol';
import { openDocument } from './capDocument.js';
import { designsWithExpectations, statesExpectations } from './designsWithExpectations.js';
import type { LanguageServer } from './languageServer.js';
import { withoutIcons } from './withoutIcons.js';

/** What is known of one document, and what the Test Explorer shows of it. */
interface Design {
  readonly file: TestItem;
  newest: ExpectationsParams;
  /** Whether that is of the text as it is saved. */
  isSaved: boolean;
  /** The states that are shown, by id. */
  readonly shown: Map<string, string>;
}

/**
 * Every `expect` of the workspace's designs in the Test Explorer, with its mark in the editor's margin. The server
 * checks those of open designs while one types, so there is nothing to start: a run shows what is known, and waits
 * where that is being found out. A design that is not open is opened, unseen, where its tests are unfolded or run; what
 * was found stays when VS Code closes it again.
 */
export class ExpectationTests implements Disposable {
  private readonly controller: TestController;
  private readonly designs = new Map<string, Design>();
  /** The uri of a design that there is news about, or undefined when the server has stopped. */
  private readonly changed = new EventEmitter<string | undefined>();
  private readonly subscriptions: Disposable;
  private isListed = false;
  /** In a run that the user has asked for: its results are that run's, and no news. */
  private readonly asked = new Set<string>();

  constructor(private readonly server: LanguageServer) {
    this.controller = tests.createTestController('netsplit.expectations', 'Netsplit expectations');
    this.controller.createRunProfile(
      'Check',
      TestRunProfileKind.Run,
      (request, token) => this.run(request, token),
      true,
    );
    this.controller.resolveHandler = (file) => (file === undefined ? this.list() : this.known(file.id, undefined));
    this.controller.refreshHandler = () => this.list();
    const saved = workspace.createFileSystemWatcher('**/*.cap');
    this.subscriptions = Disposable.from(
      server.onExpectations((params) => this.hear(params)),
      server.onStopped(() => {
        for (const uri of this.designs.keys()) this.controller.items.delete(uri);
        this.designs.clear();
        this.changed.fire(undefined);
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
    this.changed.dispose();
    this.controller.dispose();
  }

  /** Everything that could be run. */
  private async list(): Promise<void> {
    this.isListed = true;
    const found = await designsWithExpectations();
    for (const uri of found) if (!this.designs.has(uri.toString())) this.controller.items.add(this.fileOf(uri));
    const there = new Set(found.map(String));
    this.controller.items.forEach(({ id }) => {
      if (!there.has(id) && !this.designs.has(id)) this.controller.items.delete(id);
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
    const { uri } = params;
    if (params.expectations.length === 0) {
      this.forget(uri);
      return;
    }
    const known = this.designs.get(uri);
    const file = known?.file ?? this.fileOf(document.uri);
    const design: Design = known ?? { file, newest: params, isSaved: true, shown: new Map() };
    design.newest = params;
    design.isSaved = !document.isDirty;
    this.designs.set(uri, design);
    file.children.replace(params.expectations.map((one) => this.item(file, one)));
    file.canResolveChildren = false;
    file.busy = !isSettled(params);
    this.controller.items.add(file);
    for (const id of design.shown.keys()) if (file.children.get(id) === undefined) design.shown.delete(id);
    void this.showNews(uri, design);
    this.changed.fire(uri);
  }

  private item(file: TestItem, { id, label, range }: ExpectationTest): TestItem {
    const item = file.children.get(id) ?? this.controller.createTestItem(id, withoutIcons(label), file.uri);
    item.range = rangeOf(range);
    return item;
  }

  private forget(uri: string): void {
    this.designs.delete(uri);
    this.controller.items.delete(uri);
    this.changed.fire(uri);
  }

  /** What was found of a saved text stays; it is looked for again when somebody asks. */
  private closed(uri: Uri): void {
    const design = this.designs.get(uri.toString());
    if (design === undefined) return;
    if (workspace.getWorkspaceFolder(uri) === undefined) {
      this.forget(uri.toString());
      return;
    }
    this.designs.delete(uri.toString());
    design.file.busy = false;
    design.file.canResolveChildren = true;
    if (!design.isSaved || !isSettled(design.newest)) design.file.children.replace([]);
    this.changed.fire(uri.toString());
  }

  /** Of an open design the server tells by itself. */
  private async changedOnDisk(uri: Uri): Promise<void> {
    if (!this.isListed || this.designs.has(uri.toString())) return;
    const isTest = await statesExpectations(uri);
    if (this.designs.has(uri.toString())) return;
    if (!isTest) {
      this.controller.items.delete(uri.toString());
      return;
    }
    const file = this.fileOf(uri);
    this.controller.items.add(file);
    this.controller.invalidateTestResults(file);
  }

  /**
   * Resolves when the expectations of a design are known, for which it is opened where it is not; or nobody waits any
   * more.
   */
  private async known(uri: string, token: CancellationToken | undefined): Promise<void> {
    if (this.designs.has(uri)) return;
    const heard = this.until((about) => about === undefined || about === uri, token);
    try {
      await workspace.openTextDocument(Uri.parse(uri, true));
    } catch {
      // It is gone, or no text.
      this.forget(uri);
    }
    await heard;
  }

  /** A run of those whose state is not what is shown: an edit that changes none leaves no trace. */
  private async showNews(uri: string, design: Design): Promise<void> {
    if (this.asked.has(uri)) return;
    const news = design.newest.expectations.filter(
      (one) => one.status !== 'pending' && design.shown.get(one.id) !== stateOf(one),
    );
    const items = news.flatMap(({ id }) => design.file.children.get(id) ?? []);
    if (items.length === 0) return;
    for (const one of news) design.shown.set(one.id, stateOf(one));
    const run = this.controller.createTestRun(
      new TestRunRequest(items, undefined, undefined, false, true),
      undefined,
      false,
    );
    try {
      for (const one of news) await this.show(run, uri, design, one);
    } finally {
      run.end();
    }
  }

  private async show(run: TestRun, uri: string, { file, shown }: Design, one: ExpectationTest): Promise<void> {
    const steps = one.status === 'fails' ? await this.steps(uri, one.id) : [];
    const item = file.children.get(one.id);
    // It may have been rewritten in the meantime.
    if (item === undefined) return;
    shown.set(one.id, stateOf(one));
    run.appendOutput(outputOf(one, steps), undefined, item);
    if (one.status === 'holds') {
      run.passed(item);
      return;
    }
    const text = one.actual === '' ? one.status : one.actual;
    // A line of a comparison is not broken by the editor: what happens, and why, stand below each other.
    const message =
      one.status === 'fails'
        ? TestMessage.diff(text, one.label, text.replaceAll(': ', ':\n'))
        : new TestMessage(`Not known: ${text}`);
    if (item.uri !== undefined) message.location = new Location(item.uri, rangeOf(one.range));
    if (steps.length > 0) message.stackTrace = steps;
    if (one.status === 'fails') run.failed(item, message);
    else run.errored(item, message);
  }

  /**
   * The run that ends in the counterexample, to be walked through in the text; it explains a failure that stands
   * without it.
   */
  private async steps(uri: string, id: string): Promise<TestMessageStackFrame[]> {
    try {
      const steps = await this.server.expectationRun({ uri, id });
      return steps.map(
        ({ label, place }, i) =>
          new TestMessageStackFrame(
            `${i + 1}. ${label}`,
            place === null ? undefined : Uri.parse(place.uri ?? uri),
            place === null ? undefined : rangeOf(place).start,
          ),
      );
    } catch {
      // The server has stopped, and whoever restarts it hears of the expectations anew.
      return [];
    }
  }

  /** Asked for by the user. */
  private async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    try {
      if (request.include === undefined) await this.list();
      for (const file of this.askedFiles(request)) {
        if (token.isCancellationRequested) return;
        this.asked.add(file.id);
        try {
          await this.runFile(run, request, file, token);
        } finally {
          this.asked.delete(file.id);
        }
        // What was not asked for.
        const design = this.designs.get(file.id);
        if (design !== undefined) await this.showNews(file.id, design);
      }
    } finally {
      run.end();
    }
  }

  private async runFile(
    run: TestRun,
    request: TestRunRequest,
    file: TestItem,
    token: CancellationToken,
  ): Promise<void> {
    file.children.forEach((item) => isAsked(request, file, item) && run.started(item));
    await this.known(file.id, token);
    await this.settled(file.id, token);
    const design = this.designs.get(file.id);
    if (design === undefined) return;
    for (const one of design.newest.expectations) {
      const item = file.children.get(one.id);
      if (one.status !== 'pending' && item !== undefined && isAsked(request, file, item))
        await this.show(run, file.id, design, one);
    }
  }

  private askedFiles(request: TestRunRequest): readonly TestItem[] {
    const files: TestItem[] = [];
    this.controller.items.forEach((file) => {
      const isWhole = request.include === undefined || request.include.includes(file);
      if (
        request.exclude?.includes(file) !== true &&
        (isWhole || request.include.some(({ parent }) => parent === file))
      )
        files.push(file);
    });
    return files;
  }

  /** Resolves when the results of a document are there, it is closed, or nobody waits any more. */
  private settled(uri: string, token: CancellationToken): Promise<void> {
    const isOver = (): boolean => {
      const design = this.designs.get(uri);
      return design === undefined || isSettled(design.newest);
    };
    return isOver() ? Promise.resolve() : this.until(isOver, token);
  }

  /** Resolves after news that are as wanted, or when nobody waits any more. */
  private until(isWanted: (about: string | undefined) => boolean, token: CancellationToken | undefined): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        waiting.dispose();
        resolve();
      };
      const waiting = Disposable.from(
        this.changed.event((about) => {
          if (isWanted(about)) end();
        }),
        ...(token === undefined ? [] : [token.onCancellationRequested(end)]),
      );
    });
  }
}

function isAsked({ include, exclude }: TestRunRequest, file: TestItem, item: TestItem): boolean {
  return (
    (include === undefined || include.includes(file) || include.includes(item)) && exclude?.includes(item) !== true
  );
}

const MARKS: Readonly<Record<ExpectationTest['status'], string>> = {
  holds: '✓',
  fails: '✗',
  'not known': '?',
  pending: '…',
};

/** What a terminal says of it: every control character of a name has been made visible by the server. */
function outputOf({ status, label, actual, bound }: ExpectationTest, steps: readonly TestMessageStackFrame[]): string {
  const looked = bound === '' ? '' : ` (looked at: ${bound})`;
  const lines = [
    `${MARKS[status]} ${label}: ${status}${looked}`,
    ...(actual === '' ? [] : [`  ${actual}`]),
    ...steps.map((step) => `    ${step.label}`),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function isSettled({ expectations }: ExpectationsParams): boolean {
  return expectations.every(({ status }) => status !== 'pending');
}

/** Two results with the same text here look the same. */
function stateOf({ status, actual, bound }: ExpectationTest): string {
  return JSON.stringify([status, actual, bound]);
}

function rangeOf({ start, end }: ExpectationTest['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
