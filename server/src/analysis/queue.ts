import {
  type Advice,
  type AdviceRequest,
  type ClientResult,
  type Judged,
  type Model,
  modelText,
  type Results,
} from '#core';
import type { Clock } from '../clock.js';
import type { DesignText, Failure, ResultsMessage, RunReport } from './messages.js';
import type { AnalysisWorker, StartWorker } from './worker.js';

/** A run that ended without results. */
export interface Failed extends Failure {
  readonly kind: 'failed';
}

/** What became of a run that explores a model. */
export type Explored =
  | { readonly kind: 'done'; readonly results: Results }
  /** A newer one of the same document took its place, or the document was closed. */
  | { readonly kind: 'superseded' }
  | Failed;

/** What became of a run that judges which fixes may help. */
export type FixesJudged = { readonly kind: 'judged'; readonly judged: Judged } | Exclude<Explored, { kind: 'done' }>;

/** What became of a run that looks for nearby designs. */
export type AdviceFound = { readonly kind: 'advised'; readonly advice: Advice } | Exclude<Explored, { kind: 'done' }>;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

type Outcome = Explored | FixesJudged | AdviceFound;

interface Job {
  readonly run: number;
  readonly uri: string;
  readonly model: Model;
  readonly progress: (progress: Progress) => void;
  readonly settle: (outcome: Outcome) => void;
  /** Set for a run that tries edits: whatever the text is now goes first. */
  readonly design?: DesignText;
  /** Set for one that somebody waits for: it goes before those that nobody does. */
  readonly advice?: AdviceRequest;
}

/** A cancelled run stops within milliseconds. One that has not stopped after this time hangs: its worker is ended. */
const STOP_TIMEOUT_MS = 2000;

const OUT_OF_MEMORY =
  'The analysis of this design needs more memory than it may have, so its verdicts are not known. Make the ' +
  'design smaller: fewer links, stores or clients, or several designs that include one topology.';

/**
 * Has models analysed in a worker: one run at a time, of each document the newest only. Those of other documents wait
 * in order. The worker may die at any time: it is started again with the next run, however often that was before.
 */
export class RunQueue {
  private readonly waiting: Job[] = [];
  private worker: AnalysisWorker | undefined;
  private running: Job | undefined;
  /** Set while the running job is to stop. Calls off the end of its worker. */
  private stopping: (() => void) | undefined;
  private runs = 0;
  /** Of the worker's last run that was done. */
  private last: readonly ClientResult[] = [];

  constructor(
    private readonly startWorker: StartWorker,
    private readonly clock: Clock,
    private readonly log: (message: string) => void,
  ) {}

  /** Explores a model of a document; an earlier run of the same document is given up. */
  explore(uri: string, model: Model, progress: (progress: Progress) => void): Promise<Explored> {
    this.cancel(uri);
    return new Promise((settle) => {
      this.waiting.push({
        run: ++this.runs,
        uri,
        model,
        progress,
        settle: (outcome) => outcome.kind !== 'judged' && outcome.kind !== 'advised' && settle(outcome),
      });
      this.putBack();
      this.next();
    });
  }

  /**
   * Judges which fixes may help a document's design, when nothing else is to be done. An exploration of the same
   * document supersedes it; one of another document goes first, and it begins again afterwards.
   */
  judgeFixes(uri: string, model: Model, design: DesignText): Promise<FixesJudged> {
    return new Promise((settle) => {
      this.waiting.push({
        run: ++this.runs,
        uri,
        model,
        design,
        progress: () => undefined,
        settle: (outcome) => outcome.kind !== 'done' && outcome.kind !== 'advised' && settle(outcome),
      });
      this.next();
    });
  }

  /**
   * Looks for designs near a document's, when nothing is to be explored; an exploration goes first, and the search
   * begins again afterwards. `name`: for `cancel`; an earlier search of the same name is given up.
   */
  advise(
    name: string,
    { model, design, advice }: Pick<Job, 'model'> & { readonly design: DesignText; readonly advice: AdviceRequest },
    progress: (progress: Progress) => void,
  ): Promise<AdviceFound> {
    this.cancel(name);
    return new Promise((settle) => {
      this.waiting.push({
        run: ++this.runs,
        uri: name,
        model,
        design,
        advice,
        progress,
        settle: (outcome) => outcome.kind !== 'done' && outcome.kind !== 'judged' && settle(outcome),
      });
      if (this.running?.advice === undefined) this.putBack();
      this.next();
    });
  }

  /** A run that tries edits makes room, and begins again later. */
  private putBack(): void {
    const running = this.running;
    if (running?.design === undefined || this.stopping !== undefined) return;
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
    if (running?.uri !== uri || this.stopping !== undefined) return;
    this.stop(running);
    running.settle({ kind: 'superseded' });
  }

  private stop(running: Job): void {
    this.worker?.stop(running.run);
    this.stopping = this.clock.after(STOP_TIMEOUT_MS, () => {
      this.log(`The analysis did not stop within ${STOP_TIMEOUT_MS} ms; its worker is ended.`);
      // Ending takes a while: what it says meanwhile comes too late, and no other run is given to it.
      const { worker } = this;
      this.worker = undefined;
      worker?.end();
      this.finish({ kind: 'superseded' });
    });
  }

  private next(): void {
    if (this.running !== undefined) return;
    const job =
      this.waiting.find(({ design }) => design === undefined) ??
      this.waiting.find(({ advice }) => advice !== undefined) ??
      this.waiting[0];
    if (job === undefined) return;
    this.waiting.splice(this.waiting.indexOf(job), 1);
    this.running = job;
    try {
      this.worker ??= this.start();
      this.worker.run({
        run: job.run,
        uri: job.uri,
        model: modelText(job.model).whole,
        ...(job.design === undefined ? {} : { design: job.design }),
        ...(job.advice === undefined ? {} : { advice: job.advice }),
      });
    } catch (error) {
      this.fail({ why: 'mistake', message: `The analysis could not be started: ${String(error)}` });
    }
  }

  private start(): AnalysisWorker {
    const worker: AnalysisWorker = this.startWorker({
      // A worker that is not the present one any more has nothing to say.
      report: (report) => this.worker === worker && this.hear(report),
      trouble: (error) => this.log(`The analysis worker crashed: ${String(error)}`),
      ended: (how, why) => this.worker === worker && this.lost(how, why),
    });
    return worker;
  }

  /** The worker has ended by itself. While it is to stop, that says nothing against the design. */
  private lost(how: string, why: Failure['why']): void {
    this.worker = undefined;
    this.log(`The analysis worker ended ${how}; the next analysis starts it again.`);
    if (this.stopping !== undefined) this.finish({ kind: 'superseded' });
    else if (why === 'memory') this.fail({ why, message: OUT_OF_MEMORY });
    else this.fail({ why, message: 'The analysis worker crashed on this design.' });
  }

  private hear(report: RunReport): void {
    const job = this.running;
    if (job?.run !== report.run) return;
    switch (report.kind) {
      case 'progress':
        job.progress(report);
        return;
      case 'done':
        this.done(report.results);
        return;
      case 'judged':
      case 'advised':
        this.finish(report);
        return;
      case 'stopped':
        this.finish({ kind: 'superseded' });
        return;
      case 'failed':
        this.fail(report);
        return;
    }
  }

  private done(message: ResultsMessage): void {
    let results: Results;
    try {
      results = this.whole(message);
    } catch (error) {
      this.fail({ why: 'mistake', message: String(error) });
      return;
    }
    this.finish({ kind: 'done', results });
  }

  private fail({ why, message }: Failure): void {
    this.finish({ kind: 'failed', why, message });
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
  private finish(outcome: Outcome): void {
    this.stopping?.();
    this.stopping = undefined;
    const job = this.running;
    this.running = undefined;
    job?.settle(outcome);
    this.next();
  }
}
