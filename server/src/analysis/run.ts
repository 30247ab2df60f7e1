import {
  advise,
  type Cache,
  type ClientResult,
  explore,
  judgeFixes,
  type Model,
  type FileRead,
  parseDesignAt,
  Recent,
  type Results,
  resolve,
  type Resolved,
} from '#core';
import type { DesignText, ResultsMessage, RunMessage, RunReport } from './messages.js';

/** Progress is for eyes: more than ten reports a second are noise. */
const PROGRESS_INTERVAL_MS = 100;
const STEPS_BETWEEN_LOOKS = 16;

/** Documents whose part results are kept, by when they were analysed last. */
const CACHED_DOCUMENTS = 8;

/**
 * A cache that has grown beyond this is emptied: it holds what earlier states of the document needed, most of it for
 * nothing.
 */
const CACHE_ENTRIES = 10_000;

/** The messages of errors about an array, a map or a text that would exceed its largest size. */
const TOO_LARGE =
  /allocation failed|^Invalid (typed )?array (buffer )?length|^Invalid string length|maximum size exceeded/;

/** How a worker does a run, and what it remembers from one run to the next: the same in every kind of worker. */
export class Runner {
  private readonly caches = new Recent<string, Cache>(CACHED_DOCUMENTS);
  private last: { readonly uri: string; readonly numbers: ReadonlyMap<ClientResult, number> } | undefined;

  /** `report` hears of the progress. */
  constructor(private readonly report: (one: RunReport) => void) {}

  /**
   * Does a run in steps of milliseconds at most, and returns what became of it. To stop it, take no further step. Never
   * throws.
   */
  *steps(message: RunMessage): Generator<void, RunReport> {
    const { run, uri, design, advice } = message;
    try {
      if (design !== undefined && advice !== undefined) {
        const found = yield* this.watched(run, advise(readAgain(design), advice));
        return { run, kind: 'advised', advice: found };
      }
      if (design !== undefined) return { run, kind: 'judged', judged: yield* judgeFixes(readAgain(design)) };
      return { run, kind: 'done', results: yield* this.explored(message) };
    } catch (error) {
      this.caches.delete(uri);
      const why = error instanceof RangeError && TOO_LARGE.test(error.message) ? 'memory' : 'mistake';
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { run, kind: 'failed', why, message };
    }
  }

  private *explored({ run, uri, model }: RunMessage): Generator<void, ResultsMessage> {
    const steps = explore(JSON.parse(model) as Model, { cache: this.cacheOf(uri) });
    return this.whatIsNew(uri, yield* this.watched(run, steps));
  }

  /** Takes all steps, and reports how far they are. */
  private *watched<T>(run: number, steps: Generator<Progress, T>): Generator<void, T> {
    let reported = performance.now();
    for (let taken = 1; ; taken++) {
      yield;
      const step = steps.next();
      if (step.done === true) return step.value;
      // Most steps take less time than a look at the clock.
      if (taken % STEPS_BETWEEN_LOOKS !== 0) continue;
      const now = performance.now();
      if (now - reported < PROGRESS_INTERVAL_MS) continue;
      reported = now;
      const { done, total } = step.value;
      this.report({ run, kind: 'progress', done, total });
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
    this.caches.set(uri, cache);
    return cache;
  }
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

function readAgain({ path, text, reads, today }: DesignText): Resolved {
  const read = (wanted: string): FileRead => reads.get(wanted) ?? { kind: 'missing' };
  return resolve(parseDesignAt({ path, read, ...(today === undefined ? {} : { today }) }, text));
}
