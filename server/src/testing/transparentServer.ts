/**
 * The server as it is shipped, with a window in it: a test may ask which text it has of a document, how large its
 * heap and that of its analysis are, and how long its thread read no message. The documents are looked at where they are kept, the threads where they are
 * started, so that nothing of the server need know of it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import threads, { Worker } from 'node:worker_threads';
import { type Connection, TextDocuments } from 'vscode-languageserver/node';

setFlagsFromString('--expose-gc');
// Else a heap shrinks by the code that has not run for a while, now and then.
setFlagsFromString('--no-flush-bytecode');
const collect = runInNewContext('gc') as () => void;

const workers: Worker[] = [];
class SeenWorker extends Worker {
  constructor(...args: ConstructorParameters<typeof Worker>) {
    super(...args);
    workers.push(this);
  }
}
Object.assign(threads, { Worker: SeenWorker });

/**
 * What is left once collecting more frees nothing more: the first collection leaves what finalizers hold, and what is
 * still being worked on.
 */
async function leastHeap(collectAndMeasure: () => Promise<number>): Promise<number> {
  let least = Infinity;
  for (let now = await collectAndMeasure(); now < least; now = await collectAndMeasure()) least = now;
  return least;
}

/** Nobody outside can collect the garbage of a thread; a snapshot of its heap is of what is left when that was done. */
async function heapOf(worker: Worker): Promise<number> {
  for await (const _ of await worker.getHeapSnapshot());
  return (await worker.getHeapStatistics()).used_heap_size;
}

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();

/** Of the whole process in bytes, and in milliseconds the longest time without a look at messages since the last call. */
function load(): { readonly rss: number; readonly stall: number } {
  const stall = delays.max / 1e6;
  delays.reset();
  return { rss: process.memoryUsage().rss, stall };
}

const { listen } = TextDocuments.prototype;
TextDocuments.prototype.listen = function (connection) {
  const whole = connection as Connection;
  whole.onRequest('test/text', ({ uri }: { readonly uri: string }) => this.get(uri)?.getText() ?? null);
  whole.onRequest('test/load', load);
  whole.onRequest('test/heap', () =>
    leastHeap(() => {
      collect();
      return Promise.resolve(process.memoryUsage().heapUsed);
    }),
  );
  whole.onRequest('test/heapOfAnalysis', async () => {
    const worker = workers.at(-1);
    return worker === undefined ? 0 : leastHeap(() => heapOf(worker));
  });
  return listen.call(this, connection);
};

void import('../node/main.js');
