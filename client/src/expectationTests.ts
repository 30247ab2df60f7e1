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
import { nameOf, openDocument } from './capDocument.js';
import type { LanguageServer } from './languageServer.js';
import { withoutIcons } from './withoutIcons.js';

/** What is known of one document, and what the Test Explorer shows of it. */
interface Design {
  readonly file: TestItem;
  newest: ExpectationsParams;
  /** The states that are shown, by id. */
  readonly shown: Map<string, string>;
}

/**
 * Every `expect` of the open designs in the Test Explorer, with its mark in the editor's margin. The server checks them while one types, so
 * there is nothing to start: a run shows what is known, and waits where that is being found out.
 */
export class ExpectationTests implements Disposable {
  private readonly controller: TestController;
  private readonly designs = new Map<string, Design>();
  private readonly changed = new EventEmitter<string>();
  private readonly subscriptions: Disposable;

  constructor(private readonly server: LanguageServer) {
    this.controller = tests.createTestController('netsplit.expectations', 'Netsplit expectations');
    this.controller.createRunProfile('Check', TestRunProfileKind.Run, (request, token) => this.run(request, token), true);
    this.subscriptions = Disposable.from(
      server.onExpectations((params) => this.hear(params)),
      server.onStopped(() => [...this.designs.keys()].forEach((uri) => this.forget(uri))),
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri.toString())),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
    this.controller.dispose();
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
    const file = known?.file ?? this.controller.createTestItem(uri, nameOf(document), Uri.parse(uri));
    const design: Design = known ?? { file, newest: params, shown: new Map() };
    design.newest = params;
    this.designs.set(uri, design);
    file.children.replace(params.expectations.map((one) => this.item(file, one)));
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

  /** A run of those whose state is not what is shown: an edit that changes none leaves no trace. */
  private async showNews(uri: string, design: Design): Promise<void> {
    const news = design.newest.expectations.filter((one) => one.status !== 'pending' && design.shown.get(one.id) !== stateOf(one));
    const items = news.flatMap(({ id }) => design.file.children.get(id) ?? []);
    if (items.length === 0) return;
    for (const one of news) design.shown.set(one.id, stateOf(one));
    const run = this.controller.createTestRun(new TestRunRequest(items, undefined, undefined, false, true), undefined, false);
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
    if (one.status === 'holds') {
      run.passed(item);
      return;
    }
    const text = one.actual === '' ? one.status : one.actual;
    const message = one.status === 'fails' ? TestMessage.diff(text, one.label, text) : new TestMessage(`Not known: ${text}`);
    if (item.uri !== undefined) message.location = new Location(item.uri, rangeOf(one.range));
    if (steps.length > 0) message.stackTrace = steps;
    if (one.status === 'fails') run.failed(item, message);
    else run.errored(item, message);
  }

  /** The run that ends in the counterexample, to be walked through in the text; it explains a failure that stands without it. */
  private async steps(uri: string, id: string): Promise<TestMessageStackFrame[]> {
    try {
      const steps = await this.server.expectationRun({ uri, id });
      return steps.map(({ label, place }, i) => new TestMessageStackFrame(`${i + 1}. ${label}`, place === null ? undefined : Uri.parse(place.uri ?? uri), place === null ? undefined : rangeOf(place).start));
    } catch {
      // The server has stopped, and whoever restarts it hears of the expectations anew.
      return [];
    }
  }

  /** Asked for by the user. */
  private async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    try {
      for (const [uri, ids] of this.asked(request)) {
        const file = this.designs.get(uri)?.file;
        for (const id of ids) file?.children.forEach((item) => item.id === id && run.started(item));
        await this.settled(uri, token);
        const design = this.designs.get(uri);
        if (design === undefined || token.isCancellationRequested) continue;
        for (const one of design.newest.expectations) if (ids.has(one.id)) await this.show(run, uri, design, one);
      }
    } finally {
      run.end();
    }
  }

  /** The ids that a request is about, by document. */
  private asked({ include, exclude }: TestRunRequest): Map<string, Set<string>> {
    const wanted = new Map<string, Set<string>>();
    for (const [uri, { file }] of this.designs) {
      const ids = new Set<string>();
      file.children.forEach((item) => {
        const isAsked = include === undefined || include.includes(file) || include.includes(item);
        if (isAsked && exclude?.includes(item) !== true && exclude?.includes(file) !== true) ids.add(item.id);
      });
      if (ids.size > 0) wanted.set(uri, ids);
    }
    return wanted;
  }

  /** Resolves when the results of a document are there, it is closed, or nobody waits any more. */
  private settled(uri: string, token: CancellationToken): Promise<void> {
    const isOver = (): boolean => {
      const design = this.designs.get(uri);
      return token.isCancellationRequested || design === undefined || isSettled(design.newest);
    };
    if (isOver()) return Promise.resolve();
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isOver()) return;
        waiting.dispose();
        resolve();
      };
      const waiting = Disposable.from(this.changed.event(look), token.onCancellationRequested(look));
    });
  }
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
