import { explore, type Cache, type ClientResult, type Results } from '#core';
import { parentPort, workerData } from 'node:worker_threads';
import type { ResultsMessage, RunMessage, RunReport, WorkerData } from './messages.js';

/** Progress is for eyes: more than ten reports a second are noise. */
const PROGRESS_INTERVAL_MS = 100;

/** Documents whose part results are kept; the least recently analysed goes first. */
const CACHED_DOCUMENTS = 8;

/** A cache that has grown beyond this is emptied: it holds what earlier states of the document needed, most of it for nothing. */
const CACHE_ENTRIES = 10_000;

const port = parentPort;
if (port === null) throw new Error('the analysis runs in a worker thread only');

const cancelled = new Int32Array((workerData as WorkerData).cancelled);
const caches = new Map<string, Cache>();
let last: { readonly uri: string; readonly numbers: ReadonlyMap<ClientResult, number> } | undefined;

port.on('message', (message: RunMessage) => {
  const report = (one: RunReport): void => port.postMessage(one);
  try {
    report(analyse(message, report));
  } catch (error) {
    caches.delete(message.uri);
    report({ run: message.run, kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function analyse({ run, uri, model }: RunMessage, report: (one: RunReport) => void): RunReport {
  const steps = explore(model, { cache: cacheOf(uri) });
  let reported = performance.now();
  for (;;) {
    if (Atomics.load(cancelled, 0) >= run) return { run, kind: 'stopped' };
    const step = steps.next();
    if (step.done === true) return { run, kind: 'done', results: whatIsNew(uri, step.value) };
    const now = performance.now();
    if (now - reported < PROGRESS_INTERVAL_MS) continue;
    reported = now;
    report({ run, kind: 'progress', ...step.value });
  }
}

function whatIsNew(uri: string, { clients, expectations, needs }: Results): ResultsMessage {
  const before = last?.uri === uri ? last.numbers : undefined;
  last = { uri, numbers: new Map(clients.map((client, i) => [client, i])) };
  return { clients: clients.map((client) => before?.get(client) ?? client), expectations, needs };
}

function cacheOf(uri: string): Cache {
  const known = caches.get(uri);
  const cache: Cache = known !== undefined && known.size <= CACHE_ENTRIES ? known : new Map<string, unknown>();
  caches.delete(uri);
  caches.set(uri, cache);
  for (const oldest of caches.keys()) {
    if (caches.size <= CACHED_DOCUMENTS) break;
    caches.delete(oldest);
  }
  return cache;
}
