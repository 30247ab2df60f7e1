import { TestRunRequest, type CancellationToken, type TestController, type TestItem, type TestRun } from 'vscode';
import type { ExpectationTest } from '#protocol';
import type { LanguageServer } from '../languageServer.js';
import { askedDesigns, isAsked } from './asked.js';
import type { Book } from './book.js';
import { showOutcome } from './show.js';

/** The designs that can be run. */
export interface Designs {
  /** Lists all of them. */
  readonly list: () => Promise<void>;
  /** Resolves when the tests of a design are there, or the run was cancelled. */
  readonly known: (uri: string, token: CancellationToken) => Promise<void>;
}

/** The runs of the Test Explorer. Nothing is started: a run shows what the server has found, and waits for it. */
export class TestRuns {
  constructor(
    private readonly controller: TestController,
    private readonly book: Book,
    private readonly server: LanguageServer,
    private readonly designs: Designs,
  ) {}

  /** A run of the tests whose state is not what is shown. */
  async showNews(file: TestItem): Promise<void> {
    const news = this.book.news(file.id);
    const items = news.flatMap(({ id }) => file.children.get(id) ?? []);
    if (items.length === 0) return;
    const request = new TestRunRequest(items, undefined, undefined, false, true);
    const run = this.controller.createTestRun(request, undefined, false);
    try {
      for (const one of news) await this.show(run, file, one);
    } finally {
      run.end();
    }
  }

  private async show(run: TestRun, file: TestItem, test: ExpectationTest): Promise<void> {
    const isShown = await showOutcome(run, file, test, this.server);
    if (isShown) this.book.showed(file.id, test);
  }

  /** Asked for by the user. */
  async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    try {
      if (request.include === undefined) await this.designs.list();
      const files = [...this.controller.items].map(([, file]) => file);
      for (const file of askedDesigns(request, files)) {
        if (token.isCancellationRequested) return;
        await this.book.duringRun(file.id, () => this.runFile(run, request, file, token));
        // What was not asked for.
        await this.showNews(file);
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
    for (const [, item] of file.children) if (isAsked(request, file, item)) run.started(item);
    await this.designs.known(file.id, token);
    await this.book.settled(file.id, token);
    for (const one of this.book.tests(file.id)) {
      const item = file.children.get(one.id);
      if (one.status !== 'pending' && item !== undefined && isAsked(request, file, item))
        await this.show(run, file, one);
    }
  }
}
