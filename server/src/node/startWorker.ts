import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { RunMessage, RunReport, WorkerData } from '../analysis/messages.js';
import type { StartWorker } from '../analysis/worker.js';

/** More than any design needs; what needs more ends the worker, not the server with the open documents. */
const WORKER_MEMORY_MB = 1024;
/** What an analysis throws away soon is collected in portions of this size: half of Node's own, and as fast. */
const WORKER_YOUNG_MB = 24;
/** From the beginning, and a third of it for new objects: grown from 1 MB, it would be collected at every turn. */
const WORKER_SEMI_SPACE_MB = WORKER_YOUNG_MB / 3;

/** Workers that are threads of Node, started from a file. */
export function nodeWorker(file: string): StartWorker {
  // Read when a heap is made: that of this thread has been.
  setFlagsFromString(`--min-semi-space-size=${WORKER_SEMI_SPACE_MB}`);
  const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  return ({ report, trouble, ended }) => {
    const worker = new Worker(file, {
      workerData: { cancelled } satisfies WorkerData,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB, maxYoungGenerationSizeMb: WORKER_YOUNG_MB },
    });
    // A server that has been told to exit does not wait for an analysis.
    worker.unref();
    worker.on('message', (one: RunReport) => report(one));
    let isOutOfMemory = false;
    worker.on('error', (error) => {
      isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      trouble(error);
    });
    worker.on('exit', (code) => ended(`with code ${code}`, isOutOfMemory ? 'memory' : 'mistake'));
    return {
      run: (message: RunMessage) => worker.postMessage(message),
      stop: (run) => void Atomics.store(new Int32Array(cancelled), 0, run),
      end: () => void worker.terminate(),
    };
  };
}
