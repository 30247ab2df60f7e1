import type { RunReport, WebWorkerMessage } from '../analysis/messages.js';
import { Runner } from '../analysis/run.js';
import type { AnalysisWorker, WorkerListener } from '../analysis/worker.js';
import { type Later, Slices } from './slices.js';

/** The name of the thread that analyses: by it, a script that both threads run knows which of them it is in. */
export const ANALYSIS = 'Netsplit analysis';

/**
 * A worker of the browser's, nested in the server's own. `script` is the address of a script of the same origin. Throws
 * where workers can't be nested.
 */
export function webWorker(script: string, { report, trouble, ended }: WorkerListener): AnalysisWorker {
  const worker = new Worker(script, { name: ANALYSIS });
  const post = (message: WebWorkerMessage): void => worker.postMessage(message);
  // A worker of the browser's does not say that it ends, and lives on after what nobody caught: here that is its end.
  const end = (how: string): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    ended(how, 'mistake');
  };
  worker.onmessage = ({ data }: MessageEvent<RunReport>) => report(data);
  worker.onerror = (event) => {
    trouble(event.message);
    end('by an error');
  };
  return {
    run: (message) => post({ kind: 'run', message }),
    stop: (run) => post({ kind: 'stop', run }),
    end: () => end('by force'),
  };
}

/** The server's own thread instead of another one: typing waits for one slice at most. */
export function inSlices({ report }: WorkerListener, later: Later): AnalysisWorker {
  const slices = new Slices(new Runner(report), report, later);
  return {
    run: (message) => slices.run(message),
    stop: (run) => slices.stop(run),
    // A thread does not end itself; nor does anybody ask, for where a step hangs nothing else runs.
    end: () => undefined,
  };
}
