import type { Failure, RunMessage, RunReport } from './messages.js';

/** Where runs are done, as the queue sees it: a thread of Node, a web worker, or slices of the server's own thread. */
export interface AnalysisWorker {
  run(message: RunMessage): void;
  /** The run with this number, and every one before it, is to stop; it reports that it has. */
  stop(run: number): void;
  /** Ends the worker, whatever it does; `ended` is told. */
  end(): void;
}

export interface WorkerListener {
  report(report: RunReport): void;
  /** Something for the log; the worker may live on. */
  trouble(error: unknown): void;
  /** The worker has ended, on purpose or not; `how` is for the log. Told after the one call that starts it. */
  ended(how: string, why: Failure['why']): void;
}

/** Throws where no worker can be started. */
export type StartWorker = (listener: WorkerListener) => AnalysisWorker;
