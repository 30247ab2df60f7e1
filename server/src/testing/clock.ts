import type { Clock } from '../clock.js';

/** A clock that stands still until a test moves it. What waits is due after as much time, whatever it shows. */
export class TestClock implements Clock {
  private time = 0;
  private shownEarlier = 0;
  private waiting: { readonly at: number; readonly run: () => void }[] = [];

  readonly now = (): number => this.time - this.shownEarlier;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const one = { at: this.time + ms, run };
    this.waiting.push(one);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== one);
    };
  };

  /** From now on it shows that much less. */
  setBack(ms: number): void {
    this.shownEarlier += ms;
  }

  /** What is due meanwhile runs in its order, each at its own time. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.waiting = this.waiting.filter((one) => one !== due);
      this.time = due.at;
      due.run();
    }
    this.time = end;
  }
}
