// The analysis worker under Node: a thread. It is busy for the whole of a run, so it learns from shared memory when a
// run is to stop.

import { parentPort, workerData } from 'node:worker_threads';
import type { RunMessage, RunReport, WorkerData } from '../analysis/messages.js';
import { Runner } from '../analysis/run.js';

const port = parentPort;
if (port === null) throw new Error('the analysis runs in a worker thread only');

const cancelled = new Int32Array((workerData as WorkerData).cancelled);
const report = (one: RunReport): void => port.postMessage(one);
const runner = new Runner(report);

port.on('message', (message: RunMessage) => report(analyse(message)));

function analyse(message: RunMessage): RunReport {
  const steps = runner.steps(message);
  for (;;) {
    if (Atomics.load(cancelled, 0) >= message.run) return { run: message.run, kind: 'stopped' };
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
