/**
 * Work in steps, so that a caller that has other things to do can pause between any two. Each step says how much it
 * did: a unit is what a character of the text costs, about a third of a microsecond, where its statement has no
 * mistake.
 */
export type Steps<T> = Generator<number, T>;

/** What a step does at the most, apart from what can't be divided: one statement, or one token. In units. */
export const MOST_PER_STEP = 4096;

/** All steps without a pause, whatever they yield. */
export function run<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** An exploration, each of whose steps is a whole one. */
export function* paced<T>(exploration: Generator<unknown, T>): Steps<T> {
  for (;;) {
    const next = exploration.next();
    if (next.done === true) return next.value;
    yield MOST_PER_STEP;
  }
}

/** Steps for a caller that counts none of the work in them. */
export function* pausing<T>(steps: Steps<T>): Generator<void, T> {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    yield;
  }
}

/** What each item of a list makes, in one list, in steps. `size`: how much work an item is. */
export function* flatMapped<Item, Made>(
  items: readonly Item[],
  size: (item: Item) => number,
  make: (item: Item, i: number) => Made | readonly Made[],
): Steps<Made[]> {
  const all: Made[] = [];
  let done = 0;
  for (const [i, item] of items.entries()) {
    const next = size(item);
    if (done > 0 && done + next > MOST_PER_STEP) {
      yield done;
      done = 0;
    }
    done += next;
    const made = make(item, i);
    // Not spread into the arguments of a call: a statement may have more names than these may be.
    if (Array.isArray(made)) for (const one of made as readonly Made[]) all.push(one);
    else all.push(made as Made);
  }
  yield done;
  return all;
}

/** Does something with each item of a list, in steps. `size`: how much work an item is. */
export function* forEachInSteps<Item>(
  items: readonly Item[],
  size: (item: Item) => number,
  work: (item: Item, i: number) => void,
): Steps<void> {
  yield* flatMapped(items, size, (item, i) => {
    work(item, i);
    return NOTHING;
  });
}

const NOTHING: readonly never[] = [];

/** The work that anything with a place in the text is: as much as it has characters. */
export function sizeOf({ span }: { readonly span: { readonly start: number; readonly end: number } }): number {
  return span.end - span.start;
}
