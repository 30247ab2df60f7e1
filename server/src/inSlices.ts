import type { Steps } from '#core';
import type { Clock } from './clock.js';

/** So long work keeps the thread at the most before messages are read, apart from its last step. */
const SLICE_MS = 8;

/**
 * Does work in slices, between which messages are read: a long text keeps nobody waiting who asks about another. What
 * fits into one slice is done at once. `isWanted` is asked before each slice; where nobody wants it any more, or a step
 * throws, `ended` hears of no result.
 */
export function inSlices<T>(
  steps: Steps<T>,
  clock: Clock,
  isWanted: () => boolean,
  ended: (outcome: Ended<T>) => void,
): void {
  const slice = (): void => {
    if (!isWanted()) {
      ended({ kind: 'given up' });
      return;
    }
    const outcome = worked(steps, clock);
    if (outcome === undefined) clock.after(0, slice);
    else ended(outcome);
  };
  slice();
}

/** What became of work. */
export type Ended<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'given up' }
  | { readonly kind: 'failed'; readonly error: unknown };

function worked<T>(steps: Steps<T>, clock: Clock): Ended<T> | undefined {
  const start = clock.now();
  try {
    for (;;) {
      const next = steps.next();
      if (next.done === true) return { kind: 'done', value: next.value };
      const taken = clock.now() - start;
      // A clock that was set back says nothing about how long it took.
      if (taken >= SLICE_MS || taken < 0) return undefined;
    }
  } catch (error) {
    return { kind: 'failed', error };
  }
}
