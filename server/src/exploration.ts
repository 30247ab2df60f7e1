import { explore, type Cache, type ClientResult, type Model, type Results } from '#core';
import { judgement } from './judgement.js';
import type { ResultsMessage, RunMessage, RunReport } from './messages.js';

/** Progress is for eyes: more than ten reports a second are noise. */
const PROGRESS_INTERVAL_MS = 100;
const STEPS_BETWEEN_LOOKS = 16;

/** Documents whose part results are kept; the least recently analysed goes first. */
const CACHED_DOCUMENTS = 8;

/**
 * A cache that has grown beyond this is emptied: it holds what earlier states of the document needed, most of it for
 * nothing.
 */
const CACHE_ENTRIES = 10_000;

/** What a worker remembers from one run to the next, and how it does a run: the same in every kind of worker. */
export class Exploration {
  private readonly caches = new Map<string, Cache>();
  private last: { readonly uri: string; readonly numbers: ReadonlyMap<ClientResult, number> } | undefined;

  /** `report` hears of the progress. */
  constructor(private readonly report: (one: RunReport) => void) {}

  /**
   * Does a run in steps of milliseconds at most, and returns what became of it. Whoever drives it stops by driving it
   * no further. Never throws.
   */
  *steps({ run, uri, model, design }: RunMessage): Generator<void, RunReport> {
    try {
      if (design !== undefined) return { run, kind: 'judged', judged: yield* judgement(design) };
      const steps = explore(JSON.parse(model) as Model, { cache: this.cacheOf(uri) });
      let reported = performance.now();
      for (let taken = 1; ; taken++) {
        yield;
        const step = steps.next();
        if (step.done === true) return { run, kind: 'done', results: this.whatIsNew(uri, step.value) };
        // Most steps take less time than a look at the clock.
        if (taken % STEPS_BETWEEN_LOOKS !== 0) continue;
        const now = performance.now();
        if (now - reported < PROGRESS_INTERVAL_MS) continue;
        reported = now;
        this.report({ run, kind: 'progress', ...step.value });
      }
    } catch (error) {
      this.caches.delete(uri);
      return { run, kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  private whatIsNew(uri: string, { clients, expectations, needs }: Results): ResultsMessage {
    const before = this.last?.uri === uri ? this.last.numbers : undefined;
    this.last = { uri, numbers: new Map(clients.map((client, i) => [client, i])) };
    return { clients: clients.map((client) => before?.get(client) ?? client), expectations, needs };
  }

  private cacheOf(uri: string): Cache {
    const known = this.caches.get(uri);
    const cache: Cache = known !== undefined && known.size <= CACHE_ENTRIES ? known : new Map<string, unknown>();
    this.caches.delete(uri);
    this.caches.set(uri, cache);
    for (const oldest of this.caches.keys()) {
      if (this.caches.size <= CACHED_DOCUMENTS) break;
      this.caches.delete(oldest);
    }
    return cache;
  }
}
