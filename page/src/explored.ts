import { explore, type Resolved, type Results } from '#core';

/**
 * Explores a design between messages, for at most `sliceMs` milliseconds at a time. Resolves with undefined as soon as
 * nobody wants the results any more.
 */
export function explored(
  { model }: Resolved,
  sliceMs: number,
  isWanted: () => boolean = () => true,
): Promise<Results | undefined> {
  return inSlices(explore(model), sliceMs, isWanted);
}

/** Takes all steps of some work in the same way. */
export async function inSlices<T>(
  steps: Generator<unknown, T>,
  sliceMs: number,
  isWanted: () => boolean = () => true,
): Promise<T | undefined> {
  while (isWanted()) {
    const until = performance.now() + sliceMs;
    do {
      const next = steps.next();
      if (next.done === true) return next.value;
    } while (performance.now() < until);
    await new Promise((wake) => setTimeout(wake));
  }
  return undefined;
}
