import { modelText, type ClientResult, type Judged, type Model, type Results } from '#core';
import type { AnalysisWorker, StartWorker } from './analysisWorker.js';
import type { DesignText, ResultsMessage, RunReport } from './messages.js';

/** What became of one analysis. */
export type Exploration =
  | { readonly kind: 'done'; readonly results: Results }
  /** A newer one of the same document took its place, or the document was closed. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly message: string };

/** What became of the search for what may help. */
export type Judgement = { readonly kind: 'judged'; readonly judged: Judged } | Exclude<Exploration, { kind: 'done' }>;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface Job {
  readonly run: number;
  readonly uri: string;
  readonly model: Model;
  readonly progress: (progress: Progress) => void;
  readonly settle: (outcome: Exploration | Judgement) => void;
  /** Set for what nobody waits for: every analysis goes before it. */
  readonly design?: DesignText;
}

/** Crashes in a row, without one analysis between them, after which the worker is not started again. */
export const MAX_CRASHES = 5;

/** A cancelled analysis stops within milliseconds; one that has not after this time hangs, and its worker is ended. */
const STOP_TIMEOUT_MS = 2000;

/**
 * Runs analyses in a worker, one at a time, each document's newest only. Requests of other documents wait in order.
 * The worker may die at any time: it is started again with the next analysis.
 */
export class Explorer {
  private readonly waiting: Job[] = [];
  private worker: AnalysisWorker | undefined;
  private running: Job | undefined;
  private stopTimer: ReturnType<typeof setTimeout> | undefined;
  private runs = 0;
  private crashes = 0;
  /** Of the worker's last run that was done. */
  private last: readonly ClientResult[] = [];

  constructor(
    private readonly startWorker: StartWorker,
    private readonly log: (message: string) => void,
  ) {}

  /** Analyses a model of a document; what was asked before for the same document is given up. */
  explore(uri: string, model: Model, progress: (progress: Progress) => void): Promise<Exploration> {
    this.cancel(uri);
    return new Promise((settle) => {
      this.waiting.push({
        run: ++this.runs,
        uri,
        model,
        progress,
        settle: (outcome) => outcome.kind !== 'judged' && settle(outcome),
      });
      this.putBack();
      this.next();
    });
  }

  /**
   * Looks for what may help a document's design, when nothing else is to be done. An analysis of the same document
   * gives it up, one of another is let through.
   */
  judge(uri: string, model: Model, design: DesignText): Promise<Judgement> {
    return new Promise((settle) => {
      this.waiting.push({
        run: ++this.runs,
        uri,
        model,
        design,
        progress: () => undefined,
        settle: (outcome) => outcome.kind !== 'done' && settle(outcome),
      });
      this.next();
    });
  }

  /** What nobody waits for begins again later. */
  private putBack(): void {
    const running = this.running;
    if (running?.design === undefined || this.stopTimer !== undefined) return;
    this.waiting.push({ ...running, run: ++this.runs });
    this.running = { ...running, settle: () => undefined };
    this.stop(running);
  }

  /** Gives up what was asked for a document. */
  cancel(uri: string): void {
    for (const job of this.waiting.filter((one) => one.uri === uri)) {
      this.waiting.splice(this.waiting.indexOf(job), 1);
      job.settle({ kind: 'superseded' });
    }
    const running = this.running;
    if (running?.uri !== uri || this.stopTimer !== undefined) return;
    this.stop(running);
    running.settle({ kind: 'superseded' });
  }

  private stop(running: Job): void {
    this.worker?.stop(running.run);
    this.stopTimer = setTimeout(() => {
      this.log(`The analysis did not stop within ${STOP_TIMEOUT_MS} ms; its worker is ended.`);
      this.worker?.end();
    }, STOP_TIMEOUT_MS);
  }

  private next(): void {
    if (this.running !== undefined) return;
    const job = this.waiting.find(({ design }) => design === undefined) ?? this.waiting[0];
    if (job === undefined) return;
    this.waiting.splice(this.waiting.indexOf(job), 1);
    if (this.crashes >= MAX_CRASHES) {
      job.settle({
        kind: 'failed',
        message: `The analysis is switched off: it crashed ${this.crashes} times in a row. Restart the language server to try again.`,
      });
      this.next();
      return;
    }
    this.running = job;
    try {
      this.worker ??= this.start();
      this.worker.run({
        run: job.run,
        uri: job.uri,
        model: modelText(job.model).whole,
        ...(job.design === undefined ? {} : { design: job.design }),
      });
    } catch (error) {
      this.finish({ kind: 'failed', message: `The analysis could not be started: ${String(error)}` });
    }
  }

  private start(): AnalysisWorker {
    return this.startWorker({
      report: (report) => this.hear(report),
      trouble: (error) => this.log(`The analysis worker crashed: ${String(error)}`),
      ended: (how) => {
        this.worker = undefined;
        this.crashes++;
        this.log(
          `The analysis worker ended ${how}${this.crashes < MAX_CRASHES ? '; the next analysis starts it again.' : `, ${this.crashes} times in a row; it is not started again.`}`,
        );
        this.finish({ kind: 'failed', message: 'The analysis worker crashed on this design.' });
      },
    });
  }

  private hear(report: RunReport): void {
    const job = this.running;
    if (job?.run !== report.run) return;
    switch (report.kind) {
      case 'progress':
        job.progress(report);
        return;
      case 'done':
        this.crashes = 0;
        this.finish({ kind: 'done', results: this.whole(report.results) });
        return;
      case 'judged':
        this.finish(report);
        return;
      case 'stopped':
        this.finish({ kind: 'superseded' });
        return;
      case 'failed':
        this.finish({ kind: 'failed', message: report.message });
        return;
    }
  }

  private whole({ clients, expectations, needs }: ResultsMessage): Results {
    const before = this.last;
    this.last = clients.map((client) => {
      const one = typeof client === 'number' ? before[client] : client;
      if (one === undefined) throw new RangeError(`the run before had no result ${String(client)}`);
      return one;
    });
    return { clients: this.last, expectations, needs };
  }

  /** Ends the running job; settling one that was superseded already has no effect. */
  private finish(outcome: Exploration | Judgement): void {
    clearTimeout(this.stopTimer);
    this.stopTimer = undefined;
    const job = this.running;
    this.running = undefined;
    job?.settle(outcome);
    this.next();
  }
}
