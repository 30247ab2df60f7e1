import type { ExploreProgress } from '#core';
import type { Io } from './io.js';

/** A run that is over by then needs no progress, and a line is drawn anew no more often than a reader can follow. */
const FIRST_MS = 1000;
const BETWEEN_MS = 200;

/**
 * Says on a terminal how far an exploration is, with its bound so far, on a line that is gone when the result is
 * printed. `name`: the design. Call `end` before anything is printed.
 */
export function progressOf(
  { status }: Pick<Io, 'status'>,
  name: string,
): { watch(progress: ExploreProgress): void; end(): void } {
  if (status === undefined) return { watch: () => undefined, end: () => undefined };
  const start = status.now();
  let next = start + FIRST_MS;
  let isShown = false;
  return {
    watch: ({ done, total, explored }) => {
      const now = status.now();
      if (now < next) return;
      next = now + BETWEEN_MS;
      isShown = true;
      // The first family says how many links; the others are single faults.
      const [bound] = explored ?? [];
      const under = bound === undefined ? '' : ` under ${bound.text}`;
      status.show(`${name}: ${done} of ${total} questions answered${under}, ${Math.round((now - start) / 1000)} s`);
    },
    end: () => {
      if (isShown) status.show('');
    },
  };
}
