import { modelText, type Known, type Memory, type Resolved, type Results } from '#core';
import type { CancellationToken } from 'vscode-languageserver';
import type { Documents, Snapshot } from './documents.js';
import type { Explorer, Progress } from './explorer.js';

/** How far the analysis of one version of a document is. */
export type Stage =
  | { readonly kind: 'pending' }
  | { readonly kind: 'done'; readonly results: Results }
  /** A mistake of ours; the log says which. There are no results, the rest of the server works. */
  | { readonly kind: 'failed'; readonly message: string };

export type Listener = (snapshot: Snapshot, stage: Stage) => void;

/**
 * Results kept by the model's content, for undo and for designs that are open twice; the least recently used goes
 * first.
 */
const KEPT_RESULTS = 16;

/**
 * A text that takes longer than this to look at waits until typing pauses for as long, so that keystrokes never queue
 * up behind it.
 */
const QUICK_MS = 60;
const LONGEST_PAUSE_MS = 500;

const PENDING: Stage = { kind: 'pending' };

interface State {
  /** The key of the model that the worker has, and how far it is. */
  running?: string;
  progress?: Progress;
  /** The newest results of this document, kept whatever other documents need. */
  last?: Known & { readonly key: string };
  /** What failed is not tried again until the model changes. */
  failed?: { readonly key: string; readonly message: string };
  /**
   * How long the last look at the text took; of the first one nothing is taken from one before, so it says nothing
   * about the next.
   */
  cost: number | undefined;
  timer?: ReturnType<typeof setTimeout>;
  readonly waiting: Set<() => void>;
  readonly watching: Set<(progress: Progress) => void>;
}

/**
 * Keeps every open document analysed. Each version is parsed at once; results are those of exactly its model or none:
 * an older result can't replace a newer one, since whoever asks compares the model and not the time.
 */
export class Analysis {
  private readonly states = new Map<string, State>();
  private readonly results = new Map<string, Results>();
  private readonly listeners: Listener[] = [];
  private readonly closings: ((uri: string) => void)[] = [];

  constructor(
    private readonly documents: Documents,
    private readonly explorer: Explorer,
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
    const state = this.stateOf(uri);
    const cost = state.cost ?? 0;
    if (cost <= QUICK_MS) {
      this.look(uri);
      return;
    }
    clearTimeout(state.timer);
    state.timer = setTimeout(() => this.look(uri), Math.min(LONGEST_PAUSE_MS, cost));
  }

  closed(uri: string): void {
    const state = this.states.get(uri);
    this.states.delete(uri);
    this.explorer.cancel(uri);
    clearTimeout(state?.timer);
    for (const wake of state?.waiting ?? []) wake();
    for (const listener of this.closings) this.guarded(uri, () => listener(uri));
  }

  /** How far this very version is. Starts nothing and never waits. */
  stage(snapshot: Snapshot): Stage {
    if (snapshot.isAwaiting) return PENDING;
    const state = this.states.get(snapshot.uri);
    const results = state?.last?.key === snapshot.key ? state.last.results : this.results.get(snapshot.key);
    if (results !== undefined) return { kind: 'done', results };
    const failed = state?.failed;
    return failed?.key === snapshot.key ? { kind: 'failed', message: failed.message } : PENDING;
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
    const known = this.states.get(snapshot.uri)?.last;
    return known === undefined ? { kind: 'nothing' } : { kind: 'older', known };
  }

  /**
   * Waits until the newest version, as it is then, is analysed. Undefined where the document is not open, was closed
   * meanwhile, or the one who asked has lost interest: the analysis goes on, since the diagnostics need it.
   */
  async settled(
    uri: string,
    token: CancellationToken,
    watch: (progress: Progress) => void,
  ): Promise<{ readonly snapshot: Snapshot; readonly stage: Stage } | undefined> {
    while (!token.isCancellationRequested) {
      const snapshot = this.documents.get(uri);
      if (snapshot === undefined) return undefined;
      const stage = this.stage(snapshot);
      if (stage.kind !== 'pending') return { snapshot, stage };
      const state = this.stateOf(uri);
      state.watching.add(watch);
      if (state.progress !== undefined) watch(state.progress);
      const woken = new Promise<void>((wake) => {
        state.waiting.add(wake);
        token.onCancellationRequested(() => wake());
      });
      if (state.running !== snapshot.key) this.look(uri);
      await woken;
      state.watching.delete(watch);
    }
    return undefined;
  }

  /**
   * What is found for a text that is no open document, beside that of one: an earlier state of it. Undefined where
   * whoever asked has lost interest; a string says what failed.
   */
  async beside(
    uri: string,
    { model }: Resolved,
    token: CancellationToken,
    watch: (progress: Progress) => void,
  ): Promise<Results | string | undefined> {
    const key = modelText(model).whole;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    const name = `${uri}#earlier`;
    token.onCancellationRequested(() => this.explorer.cancel(name));
    const outcome = await this.explorer.explore(name, model, watch);
    if (outcome.kind === 'failed') return outcome.message;
    if (outcome.kind === 'superseded') return undefined;
    this.remember(key, outcome.results);
    return outcome.results;
  }

  private look(uri: string): void {
    this.guarded(uri, () => {
      const state = this.stateOf(uri);
      clearTimeout(state.timer);
      const start = performance.now();
      const snapshot = this.documents.get(uri);
      // With what is missing, it will be looked at again.
      if (snapshot === undefined || snapshot.isAwaiting) return;
      const stage = this.stage(snapshot);
      if (stage.kind === 'pending') {
        if (state.running !== snapshot.key) this.start(snapshot, state);
      } else {
        this.keep(snapshot, stage, state);
        // An edit was taken back before the worker was done with it: nobody wants that result any more.
        if (state.running !== undefined) this.explorer.cancel(uri);
        delete state.running;
      }
      state.cost = state.cost === undefined ? 0 : performance.now() - start;
      this.tell(snapshot, stage);
      if (stage.kind !== 'pending') this.wake(state);
    });
  }

  private start(snapshot: Snapshot, state: State): void {
    const { uri, key } = snapshot;
    state.running = key;
    delete state.progress;
    delete state.failed;
    const progress = (one: Progress): void => {
      if (state.running !== key) return;
      state.progress = one;
      for (const watch of state.watching) watch(one);
    };
    void this.explorer.explore(uri, snapshot.resolved.model, progress).then((outcome) => {
      if (outcome.kind === 'done') this.keep(snapshot, outcome, state);
      if (state.running !== key) return;
      delete state.running;
      if (outcome.kind === 'superseded') return;
      if (outcome.kind === 'failed') {
        state.failed = { key, message: outcome.message };
        this.log(outcome.message);
      }
      this.arrived(uri, state);
    });
  }

  /** A run has ended: the present version is served, which may be a later one than that which started it. */
  private arrived(uri: string, state: State): void {
    if (this.states.get(uri) !== state) return;
    this.guarded(uri, () => {
      const snapshot = this.documents.get(uri);
      if (snapshot === undefined) return;
      const stage = this.stage(snapshot);
      if (stage.kind === 'pending') {
        this.look(uri);
        return;
      }
      this.tell(snapshot, stage);
      this.wake(state);
    });
  }

  private wake(state: State): void {
    for (const wake of state.waiting) wake();
    state.waiting.clear();
  }

  private keep({ key, resolved }: Snapshot, stage: Stage, state: State): void {
    if (stage.kind !== 'done') return;
    state.last = { key, resolved, results: stage.results };
    this.remember(key, stage.results);
  }

  private remember(key: string, results: Results): void {
    this.results.delete(key);
    this.results.set(key, results);
    for (const oldest of this.results.keys()) {
      if (this.results.size <= KEPT_RESULTS) break;
      this.results.delete(oldest);
    }
  }

  private tell(snapshot: Snapshot, stage: Stage): void {
    for (const listener of this.listeners) this.guarded(snapshot.uri, () => listener(snapshot, stage));
  }

  /**
   * Runs outside every request, so that nobody else catches what is thrown: a mistake of ours costs one update, not the
   * server.
   */
  private guarded(uri: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      this.log(`Looking at ${uri} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  private stateOf(uri: string): State {
    const known = this.states.get(uri);
    if (known !== undefined) return known;
    const fresh: State = { cost: undefined, waiting: new Set(), watching: new Set() };
    this.states.set(uri, fresh);
    return fresh;
  }
}
