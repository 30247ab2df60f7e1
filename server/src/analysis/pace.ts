import type { Clock } from '../clock.js';

/**
 * Looking at a text parses it on the thread that also answers requests, and each edit begins anew. A text that takes
 * longer than this is looked at when typing has paused for as long. In milliseconds.
 */
const QUICK_MS = 60;
const LONGEST_PAUSE_MS = 500;

/** How soon the edits of one document are looked at: the longer the last look took, the later. */
export class Pace {
  /**
   * How long the last look took. The first look takes nothing over from an earlier one, so its time says nothing about
   * the next and counts as 0.
   */
  private cost: number | undefined;
  private callOff: () => void = () => undefined;

  constructor(private readonly clock: Clock) {}

  /** Looks now, or when typing has paused: a new edit puts that off. */
  soon(look: () => void): void {
    const cost = this.cost ?? 0;
    if (cost <= QUICK_MS) {
      look();
      return;
    }
    this.callOff();
    this.callOff = this.clock.after(Math.min(LONGEST_PAUSE_MS, cost), look);
  }

  /** A look begins, and ends when the result is called. One at nothing does not count. */
  begun(): (isSomething: boolean) => void {
    this.callOff();
    const start = this.clock.now();
    return (isSomething) => {
      if (isSomething) this.cost = this.cost === undefined ? 0 : Math.max(0, this.clock.now() - start);
    };
  }

  stop(): void {
    this.callOff();
  }
}
