import { type Judged, Recent } from '#core';
import type { Clock } from '../clock.js';
import type { Snapshot } from '../documents/snapshot.js';
import type { Analysis } from './analysis.js';
import { designText } from './messages.js';
import type { RunQueue } from './queue.js';

/** The search begins when typing has paused for as long: what nobody waits for must not delay the next verdicts. */
const PAUSE_MS = 300;

/** Findings kept by the model's content, as results are. */
const KEPT = 16;

const NOTHING: Judged = { effects: {}, expectations: [] };

/** Keeps ready which fixes may help each open design: the worker judges them once the verdicts are known. */
export class Fixes {
  private readonly judged = new Recent<string, Judged>(KEPT);
  /** The key of the model of each document that is being judged. */
  private readonly asked = new Map<string, string>();
  private readonly callOffs = new Map<string, () => void>();

  constructor(
    analysis: Analysis,
    private readonly queue: RunQueue,
    clock: Clock,
    private readonly log: (message: string) => void,
  ) {
    analysis.listen((snapshot, stage) => {
      const { uri, key } = snapshot;
      this.forget(uri);
      if (stage.kind !== 'done' || this.judged.has(key) || this.asked.get(uri) === key) return;
      this.callOffs.set(
        uri,
        clock.after(PAUSE_MS, () => void this.judge(snapshot)),
      );
    });
    analysis.onClosed((uri) => this.forget(uri));
  }

  /** What is known by now of this very design. Starts nothing and never waits. */
  judgedOf(snapshot: Snapshot): Judged | undefined {
    return this.judged.get(snapshot.key);
  }

  private forget(uri: string): void {
    this.callOffs.get(uri)?.();
    this.callOffs.delete(uri);
  }

  private async judge({ uri, key, resolved }: Snapshot): Promise<void> {
    this.asked.set(uri, key);
    const outcome = await this.queue.judgeFixes(uri, resolved.model, designText(resolved));
    if (this.asked.get(uri) === key) this.asked.delete(uri);
    if (outcome.kind === 'superseded') return;
    if (outcome.kind === 'failed') this.log(`Looking for what may help ${uri} failed: ${outcome.message}`);
    // What failed is not tried again until the model changes.
    this.judged.set(key, outcome.kind === 'judged' ? outcome.judged : NOTHING);
  }
}
