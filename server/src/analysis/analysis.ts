import type { CancellationToken } from 'vscode-languageserver';
import { type Advice, type AdviceRequest, type Memory, modelText, Recent, type Resolved, type Results } from '#core';
import type { Clock } from '../clock.js';
import type { Documents } from '../documents/documents.js';
import type { Snapshot } from '../documents/snapshot.js';
import { inSlices } from '../inSlices.js';
import { DocumentAnalysis, type Stage, stageOf } from './document.js';
import { Pace } from './pace.js';
import { designText } from './messages.js';
import type { AdviceFound, Explored, Failed, Progress, RunQueue } from './queue.js';

export type Listener = (snapshot: Snapshot, stage: Stage) => void;

/** What a request that waits for results gets. */
export type Settled =
  | { readonly kind: 'done'; readonly snapshot: Snapshot; readonly results: Results }
  /** The analysis failed; the log says why. */
  | Failed
  /** The document is not open, or was closed meanwhile. */
  | { readonly kind: 'not open' }
  | { readonly kind: 'cancelled' };

/** Results kept by the model's content, for undo and for designs that are open twice. */
const KEPT_RESULTS = 16;

/** Advice kept, so that a panel that is seen again is not searched for again. */
const KEPT_ADVICE = 8;

/** Keeps every open document analysed: each version is parsed at once, and its model is run in the worker. */
export class Analysis {
  private readonly analyses = new Map<string, DocumentAnalysis>();
  private readonly results = new Recent<string, Results>(KEPT_RESULTS);
  /** By the model and what was wanted. */
  private readonly advice = new Recent<string, Advice>(KEPT_ADVICE);
  private readonly listeners: Listener[] = [];
  private readonly closings: ((uri: string) => void)[] = [];

  constructor(
    private readonly documents: Documents,
    private readonly queue: RunQueue,
    private readonly clock: Clock,
    private readonly log: (message: string) => void,
  ) {}

  /**
   * Listeners are told of each version: pending (unless its results are known already), then done or failed (unless a
   * newer one comes first).
   */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  onClosed(listener: (uri: string) => void): void {
    this.closings.push(listener);
  }

  changed(uri: string): void {
    const one = this.of(uri);
    one.edited();
    one.pace.soon(() => this.look(uri));
  }

  closed(uri: string): void {
    const one = this.analyses.get(uri);
    this.analyses.delete(uri);
    this.queue.cancel(uri);
    this.queue.cancel(`${uri}#advice`);
    one?.closed();
    for (const listener of this.closings) this.guarded(uri, () => listener(uri));
  }

  /** How far this very version is. Starts nothing and never waits. */
  stage(snapshot: Snapshot): Stage {
    const kept = this.results.get(snapshot.key);
    return this.analyses.get(snapshot.uri)?.stage(snapshot, kept) ?? stageOf(snapshot, kept);
  }

  /** The results of this very version, if they are there. */
  resultsOf(snapshot: Snapshot): Results | undefined {
    const stage = this.stage(snapshot);
    return stage.kind === 'done' ? stage.results : undefined;
  }

  /**
   * The results of this very version, or else the newest that there are of an older one. Starts nothing and never
   * waits.
   */
  memoryOf(snapshot: Snapshot): Memory {
    const results = this.resultsOf(snapshot);
    if (results !== undefined) return { kind: 'current', results };
    return this.analyses.get(snapshot.uri)?.memory ?? { kind: 'nothing' };
  }

  /**
   * Waits until the newest version, as it is then, is analysed. Where the request is cancelled, the analysis goes on,
   * since the diagnostics need it.
   */
  async settled(uri: string, token: CancellationToken, watch: (progress: Progress) => void): Promise<Settled> {
    while (!token.isCancellationRequested) {
      const snapshot = await this.documents.complete(uri, () => this.documents.get(uri));
      if (snapshot === undefined) return { kind: 'not open' };
      const stage = this.stage(snapshot);
      if (stage.kind === 'done') return { kind: 'done', snapshot, results: stage.results };
      if (stage.kind === 'failed') return stage;
      const one = this.of(uri);
      const change = one.change(token, watch);
      if (one.runs !== snapshot.key) this.look(uri);
      await change;
    }
    return { kind: 'cancelled' };
  }

  /**
   * The results of a text that is not an open document, such as an earlier state of one: `uri` is that document.
   */
  async beside(
    uri: string,
    { model }: Resolved,
    token: CancellationToken,
    watch: (progress: Progress) => void,
  ): Promise<Exclude<Explored, { kind: 'superseded' }> | { readonly kind: 'cancelled' }> {
    const key = modelText(model).whole;
    const known = this.results.get(key);
    if (known !== undefined) return { kind: 'done', results: known };
    const name = `${uri}#earlier`;
    token.onCancellationRequested(() => this.queue.cancel(name));
    const outcome = await this.queue.explore(name, model, watch);
    if (outcome.kind === 'superseded') return { kind: 'cancelled' };
    if (outcome.kind === 'done') this.results.set(key, outcome.results);
    return outcome;
  }

  /** The designs near this version of a document. An edit gives the search up; the panel asks again then. */
  async advised(
    { uri, key, resolved }: Snapshot,
    advice: AdviceRequest,
    token: CancellationToken,
    watch: (progress: Progress) => void,
  ): Promise<Exclude<AdviceFound, { kind: 'superseded' }> | { readonly kind: 'cancelled' }> {
    // The edits are those of this very text.
    const wanted = JSON.stringify([uri, key, resolved.text, advice]);
    const known = this.advice.get(wanted);
    if (known !== undefined) return { kind: 'advised', advice: known };
    const name = `${uri}#advice`;
    token.onCancellationRequested(() => this.queue.cancel(name));
    const asked = { model: resolved.model, design: designText(resolved), advice };
    const outcome = await this.queue.advise(name, asked, watch);
    if (outcome.kind === 'superseded') return { kind: 'cancelled' };
    if (outcome.kind === 'advised') this.advice.set(wanted, outcome.advice);
    return outcome;
  }

  /** Looks at the newest version of a document, and runs its model where there are no results of it. */
  private look(uri: string): void {
    const one = this.of(uri);
    const ended = one.pace.begun();
    this.whenParsed(uri, one, (snapshot) => {
      // With what is missing, it will be looked at again.
      if (snapshot.isAwaiting) return;
      const stage = this.stage(snapshot);
      if (stage.kind !== 'pending') this.settle(one, snapshot, stage);
      else if (one.runs !== snapshot.key) this.run(one, snapshot);
      ended(true);
      this.tell(one, snapshot, stage);
    });
  }

  /** The newest version once it is parsed, unless the document is closed by then. */
  private whenParsed(uri: string, one: DocumentAnalysis, then: (snapshot: Snapshot) => void): void {
    this.documents.whenParsed(uri, () =>
      this.guarded(uri, () => {
        const snapshot = this.analyses.get(uri) === one ? this.documents.get(uri) : undefined;
        if (snapshot !== undefined) then(snapshot);
      }),
    );
  }

  private settle(one: DocumentAnalysis, snapshot: Snapshot, stage: Stage): void {
    if (stage.kind === 'done') this.keep(one, snapshot, stage.results);
    // An edit was taken back before the worker was done with it: nobody wants that result any more.
    if (one.runs !== undefined) this.queue.cancel(snapshot.uri);
    one.ended();
  }

  private run(one: DocumentAnalysis, snapshot: Snapshot): void {
    const { uri, key, resolved } = snapshot;
    void this.queue.explore(uri, resolved.model, one.started(key)).then((outcome) => {
      if (outcome.kind === 'done') this.keep(one, snapshot, outcome.results);
      if (one.runs !== key) return;
      one.ended();
      if (outcome.kind === 'superseded') return;
      if (outcome.kind === 'failed') {
        one.failedOn(key, outcome, this.clock.after, () => this.retry(uri, one));
        this.log(`${uri}: ${outcome.message}`);
      }
      this.arrived(uri, one);
    });
  }

  private retry(uri: string, one: DocumentAnalysis): void {
    this.whenParsed(uri, one, (snapshot) => {
      if (one.runs === undefined && this.stage(snapshot).kind === 'failed') this.run(one, snapshot);
    });
  }

  /** A run has ended: the present version is served, which may be a later one than that which started it. */
  private arrived(uri: string, one: DocumentAnalysis): void {
    this.whenParsed(uri, one, (snapshot) => {
      const stage = this.stage(snapshot);
      if (stage.kind === 'pending') this.look(uri);
      else this.tell(one, snapshot, stage);
    });
  }

  private keep(one: DocumentAnalysis, snapshot: Snapshot, results: Results): void {
    one.keep(snapshot, results);
    this.results.set(snapshot.key, results);
  }

  /** Tells of a version, once it is known what there is to say, unless there is something newer to tell. */
  private tell(one: DocumentAnalysis, snapshot: Snapshot, stage: Stage): void {
    const { uri, version } = snapshot;
    const isNewest = one.telling();
    const isWanted = (): boolean =>
      isNewest() && this.analyses.get(uri) === one && this.documents.newest(uri)?.version === version;
    const steps = snapshot.judgedInSteps(stage.kind === 'done' ? stage.results : undefined);
    inSlices(steps, this.clock, isWanted, ({ kind }) => {
      if (kind === 'given up') return;
      // What failed fails again for those who want it, and is in the log then.
      for (const listener of this.listeners) this.guarded(uri, () => listener(snapshot, stage));
      if (stage.kind !== 'pending') one.wake();
    });
  }

  /** What runs outside of a request: a mistake of ours costs one update, not the server. */
  private guarded(uri: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.log(`Looking at ${uri} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  private of(uri: string): DocumentAnalysis {
    const known = this.analyses.get(uri);
    if (known !== undefined) return known;
    const fresh = new DocumentAnalysis(new Pace(this.clock));
    this.analyses.set(uri, fresh);
    return fresh;
  }
}
