import type { CancellationToken } from 'vscode-languageserver';
import type { Known, Memory, Results } from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { Pace } from './pace.js';
import type { Progress } from './queue.js';

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
   * The run ended without results: a mistake of Netsplit, which the log describes. There are no verdicts, and the rest
   * of the server works. The same model is not run again; this stage lasts until the model changes.
   */
  | { readonly kind: 'failed'; readonly message: string };

const PENDING: Stage = { kind: 'pending' };

/** `results` and `failed` are those of the snapshot's model. */
export function stageOf({ isAwaiting }: Snapshot, results: Results | undefined, failed?: string): Stage {
  if (isAwaiting) return PENDING;
  if (results !== undefined) return { kind: 'done', results };
  return failed === undefined ? PENDING : { kind: 'failed', message: failed };
}

/** The analysis of one open document: how far it is, and who waits for it. */
export class DocumentAnalysis {
  private running: string | undefined;
  private progress: Progress | undefined;
  /** The newest results of this document, kept whatever other documents need. */
  private newest: (Known & { readonly key: string }) | undefined;
  private failed: { readonly key: string; readonly message: string } | undefined;
  private readonly waiting = new Set<() => void>();
  private readonly watching = new Set<(progress: Progress) => void>();

  constructor(readonly pace: Pace) {}

  /** `kept`: results of the same model, of another document or of an earlier version. */
  stage(snapshot: Snapshot, kept: Results | undefined): Stage {
    const results = this.newest?.key === snapshot.key ? this.newest.results : kept;
    return stageOf(snapshot, results, this.failed?.key === snapshot.key ? this.failed.message : undefined);
  }

  /** The newest results, of whichever version. */
  get memory(): Memory {
    return this.newest === undefined ? { kind: 'nothing' } : { kind: 'older', known: this.newest };
  }

  keep({ key, resolved }: Snapshot, results: Results): void {
    this.newest = { key, resolved, results };
  }

  /** The key of the model whose run has been asked for and is not over. */
  get runs(): string | undefined {
    return this.running;
  }

  /** A run has been asked for. Returns who hears of its progress. */
  started(key: string): (progress: Progress) => void {
    this.running = key;
    this.progress = undefined;
    this.failed = undefined;
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

  failedOn(key: string, message: string): void {
    this.failed = { key, message };
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

  /** Those who wait look again how far it is. */
  wake(): void {
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  closed(): void {
    this.pace.stop();
    this.wake();
  }
}
