import type { Judged } from '#core';
import type { Analysis } from './analysis.js';
import type { Snapshot } from './documents.js';
import type { Explorer } from './explorer.js';

/** The search begins when typing has paused for as long: what nobody waits for must not delay the next verdicts. */
const PAUSE_MS = 300;

/** What was found is kept by the model's content, as results are. */
const KEPT = 16;

const NOTHING: Judged = { effects: {}, expectations: [] };

/** Keeps what may help each open design at hand: looked for in the worker once its verdicts are known. */
export class Fixes {
  private readonly judged = new Map<string, Judged>();
  private readonly asked = new Map<string, string>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    analysis: Analysis,
    private readonly explorer: Explorer,
    private readonly log: (message: string) => void,
  ) {
    analysis.listen((snapshot, stage) => {
      this.forget(snapshot.uri);
      if (stage.kind !== 'done' || this.judged.has(snapshot.key) || this.asked.get(snapshot.uri) === snapshot.key)
        return;
      const timer = setTimeout(() => void this.judge(snapshot), PAUSE_MS);
      this.timers.set(snapshot.uri, timer);
    });
    analysis.onClosed((uri) => this.forget(uri));
  }

  /** What is known by now of this very design. Starts nothing and never waits. */
  judgedOf(snapshot: Snapshot): Judged | undefined {
    return this.judged.get(snapshot.key);
  }

  private forget(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
  }

  private async judge({ uri, key, resolved }: Snapshot): Promise<void> {
    const [own] = resolved.sources.files;
    this.asked.set(uri, key);
    const outcome = await this.explorer.judge(uri, resolved.model, {
      path: own?.path ?? '',
      text: resolved.text,
      reads: resolved.reads,
    });
    if (this.asked.get(uri) === key) this.asked.delete(uri);
    if (outcome.kind === 'superseded') return;
    if (outcome.kind === 'failed') this.log(`Looking for what may help ${uri} failed: ${outcome.message}`);
    // What failed is not tried again until the model changes.
    this.keep(key, outcome.kind === 'judged' ? outcome.judged : NOTHING);
  }

  private keep(key: string, judged: Judged): void {
    this.judged.delete(key);
    this.judged.set(key, judged);
    for (const oldest of this.judged.keys()) {
      if (this.judged.size <= KEPT) break;
      this.judged.delete(oldest);
    }
  }
}
