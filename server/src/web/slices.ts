import type { RunMessage, RunReport } from '../analysis/messages.js';
import type { Runner } from '../analysis/run.js';

/**
 * So long a run may keep its thread before messages are read: a keystroke that takes an analysis back waits no longer.
 */
const SLICE_MS = 8;

/** Does some work once the messages that wait already have been read. */
export type Later = (work: () => void) => void;

/**
 * A timer would come four milliseconds late, for browsers clamp those that follow each other: a message to oneself is
 * the last of those that wait.
 */
export function afterMessages(): Later {
  const { port1, port2 } = new MessageChannel();
  let waiting: (() => void)[] = [];
  port1.onmessage = () => {
    const all = waiting;
    waiting = [];
    for (const work of all) work();
  };
  return (work) => {
    waiting.push(work);
    port2.postMessage(undefined);
  };
}

/**
 * Runs in slices, one run at a time. Shared memory, which tells Node's worker when to stop, is given to isolated pages
 * only, and neither vscode.dev nor most hosts isolate theirs: here the message that stops a run is read between two
 * slices of it.
 */
export class Slices {
  private readonly waiting: RunMessage[] = [];
  private running: { readonly run: number; readonly steps: Generator<void, RunReport> } | undefined;
  private stopped = 0;

  constructor(
    private readonly runner: Runner,
    private readonly report: (one: RunReport) => void,
    private readonly afterMessages: Later,
  ) {}

  run(message: RunMessage): void {
    this.waiting.push(message);
    if (this.running === undefined) this.next();
  }

  /** The run with this number, and every one before it, is to stop. */
  stop(run: number): void {
    this.stopped = Math.max(this.stopped, run);
  }

  private next(): void {
    const message = this.waiting.shift();
    this.running = message === undefined ? undefined : { run: message.run, steps: this.runner.steps(message) };
    if (this.running !== undefined) this.afterMessages(() => this.slice());
  }

  private slice(): void {
    if (this.running === undefined) return;
    const { run, steps } = this.running;
    const end = performance.now() + SLICE_MS;
    let outcome: RunReport | undefined = run <= this.stopped ? { run, kind: 'stopped' } : undefined;
    while (outcome === undefined && performance.now() < end) {
      const step = steps.next();
      if (step.done === true) outcome = step.value;
    }
    if (outcome === undefined) {
      this.afterMessages(() => this.slice());
      return;
    }
    this.report(outcome);
    this.next();
  }
}
