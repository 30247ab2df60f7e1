import type { ExploreProgress } from '#core';
import type { Io } from './io.js';

/** A run that is over by then needs no progress, and a line is drawn anew no more often than a reader can follow. */
const FIRST_MS = 1000;
const BETWEEN_MS = 200;

interface Shown<Progress> {
  watch(progress: Progress): void;
  end(): void;
}

/**
 * Says on a terminal how far an exploration is, with its bound so far, on a line that is gone when the result is
 * printed. `name`: the design. Call `end` before anything is printed.
 */
export function progressOf(io: Pick<Io, 'status'>, name: string): Shown<ExploreProgress> {
  return shown(io, name, ({ done, total, explored }) => {
    // The first family says how many links; the others are single faults.
    const [bound] = explored ?? [];
    const under = bound === undefined ? '' : ` under ${bound.text}`;
    return `${done} of ${total} questions answered${under}`;
  });
}

/** The same for work that is counted. `what`: "nearby designs looked at". */
export function countsOf(
  io: Pick<Io, 'status'>,
  name: string,
  what: string,
): Shown<{ readonly done: number; readonly total: number }> {
  return shown(io, name, ({ done, total }) => `${done} of ${total} ${what}`);
}

function shown<Progress>(
  { status }: Pick<Io, 'status'>,
  name: string,
  text: (progress: Progress) => string,
): Shown<Progress> {
  if (status === undefined) return { watch: () => undefined, end: () => undefined };
  const start = status.now();
  let next = start + FIRST_MS;
  let isShown = false;
  return {
    watch: (progress) => {
      const now = status.now();
      if (now < next) return;
      next = now + BETWEEN_MS;
      isShown = true;
      status.show(`${name}: ${text(progress)}, ${Math.round((now - start) / 1000)} s`);
    },
    end: () => {
      if (isShown) status.show('');
    },
  };
}
