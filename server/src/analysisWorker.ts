import type { RunMessage, RunReport } from './messages.js';

/** Where analyses run, as the explorer knows it: a thread of Node, or a web worker. */
export interface AnalysisWorker {
  run(message: RunMessage): void;
  /** The run with this number, and every one before it, is to stop; it reports that it has. */
  stop(run: number): void;
  /** Ends it, whatever it does; it is heard of as ended. */
  end(): void;
}

export interface WorkerListener {
  report(report: RunReport): void;
  /** Something to write down; the worker may live on. */
  trouble(error: unknown): void;
  /** It is gone, asked to or not: `how` is for the log. */
  ended(how: string): void;
}

/** Throws where no worker can be started. */
export type StartWorker = (listener: WorkerListener) => AnalysisWorker;
