import type { CancellationToken } from 'vscode-languageserver';
import type { Known, Memory, Results } from '#core';
import type { Clock } from '../clock.js';
import type { Snapshot } from '../documents/snapshot.js';
import type { Pace } from './pace.js';
import type { Failed, Progress } from './queue.js';

/** What failed is tried again after a pause, twice as long after each failure: it costs a whole run each time. */
const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 600_000;

/**
 * How far the analysis of one version of a document is. Results belong to a model, not to a moment: a stage is found by
 * comparing models, so an older result can't replace a newer one.
 */
export type Stage =
  /**
   * There are no results of this version yet. Its text is parsed; its run has been asked for, or waits until typing
   * pauses, until other runs are over, or until an included file has arrived. Requests that need only the text are
   * answered. Results of an older version may be shown, marked as such. `done` or `failed` follows, unless a newer
   * version comes first.
   */
  | { readonly kind: 'pending' }
  /**
   * The results of exactly this version's model are there. A version that differs from an analysed one in comments and
   * layout only begins here, and so does one whose model was analysed before and is still kept, as after an undo. This
   * stage lasts until the text changes.
   */
  | { readonly kind: 'done'; readonly results: Results }
  /**
   * The run ended without results: by a mistake of Netsplit, which the log describes, or at the bound on memory. There
   * are no verdicts, and the rest of the server works. The model is run again at the next edit, or after a pause. This
   * stage lasts until the text changes or such a run is done.
   */
  | Failed;

const PENDING: Stage = { kind: 'pending' };

/** `results` and `failed` are those of the snapshot's model. */
export function stageOf({ isAwaiting }: Snapshot, results: Results | undefined, failed?: Failed): Stage {
  if (isAwaiting) return PENDING;
  if (results !== undefined) return { kind: 'done', results };
  return failed ?? PENDING;
}

/** The analysis of one open document: how far it is, and who waits for it. */
export class DocumentAnalysis {
  private running: string | undefined;
  private progress: Progress | undefined;
  /** The newest results of this document, kept whatever other documents need. */
  private newest: (Known & { readonly key: string }) | undefined;
  private failed: { readonly key: string; readonly how: Failed } | undefined;
  /** Since the last results. */
  private failures = 0;
  private told = 0;
  private callOffRetry: () => void = () => undefined;
  private readonly waiting = new Set<() => void>();
  private readonly watching = new Set<(progress: Progress) => void>();

  constructor(readonly pace: Pace) {}

  /** `kept`: results of the same model, of another document or of an earlier version. */
  stage(snapshot: Snapshot, kept: Results | undefined): Stage {
    const results = this.newest?.key === snapshot.key ? this.newest.results : kept;
    return stageOf(snapshot, results, this.failed?.key === snapshot.key ? this.failed.how : undefined);
  }

  /** The newest results, of whichever version. */
  get memory(): Memory {
    return this.newest === undefined ? { kind: 'nothing' } : { kind: 'older', known: this.newest };
  }

  keep({ key, resolved }: Snapshot, results: Results): void {
    this.newest = { key, resolved, results };
    this.failures = 0;
  }

  /** The key of the model whose run has been asked for and is not over. */
  get runs(): string | undefined {
    return this.running;
  }

  /** A run has been asked for. Returns who hears of its progress. Until it is over, what failed before is shown. */
  started(key: string): (progress: Progress) => void {
    this.running = key;
    this.progress = undefined;
    this.callOffRetry();
    if (this.failed?.key !== key) this.failed = undefined;
    return (progress) => {
      if (this.running !== key) return;
      this.progress = progress;
      for (const watch of this.watching) watch(progress);
    };
  }

  /** The run is over, or nobody wants its result any more. */
  ended(): void {
    this.running = undefined;
  }

  /** `after`: runs something once after that many milliseconds, unless that is called off. */
  failedOn(key: string, how: Failed, after: Clock['after'], retry: () => void): void {
    this.failed = { key, how };
    this.callOffRetry();
    this.callOffRetry = after(Math.min(FIRST_RETRY_MS * 2 ** this.failures, LONGEST_RETRY_MS), retry);
    this.failures++;
  }

  /** Whatever failed before is tried again at once. */
  edited(): void {
    this.callOffRetry();
    this.failed = undefined;
  }

  /** Resolves when a run has ended, the document was closed, or the token was cancelled. */
  async change(token: CancellationToken, watch: (progress: Progress) => void): Promise<void> {
    this.watching.add(watch);
    if (this.progress !== undefined) watch(this.progress);
    await new Promise<void>((wake) => {
      this.waiting.add(wake);
      token.onCancellationRequested(() => wake());
    });
    this.watching.delete(watch);
  }

  /** Something begins to be told of it. Returns whether nothing has since. */
  telling(): () => boolean {
    const one = ++this.told;
    return () => this.told === one;
  }

  /** Those who wait look again how far it is. */
  wake(): void {
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  closed(): void {
    this.pace.stop();
    this.callOffRetry();
    this.wake();
  }
}
