import { expect, test } from 'vitest';
import type { Steps } from '#core';
import type { Clock } from './clock.js';
import { type Ended, inSlices } from './inSlices.js';

/** Work of some steps, each of which takes 5 ms; how many were done, and the slices that wait. */
function work(count: number): { clock: Clock; done: () => number; steps: Steps<string>; waiting: (() => void)[] } {
  let now = 0;
  let done = 0;
  const waiting: (() => void)[] = [];
  const clock: Clock = {
    now: () => now,
    after: (_, run) => {
      waiting.push(run);
      return () => undefined;
    },
  };
  function* steps(): Steps<string> {
    for (; done < count; done++) {
      now += 5;
      yield 1;
    }
    return 'result';
  }
  return { clock, done: () => done, steps: steps(), waiting };
}

test('what fits into one slice is done at once', () => {
  const { clock, steps } = work(1);
  const ended: Ended<string>[] = [];
  inSlices(
    steps,
    clock,
    () => true,
    (how) => ended.push(how),
  );
  expect(ended).toEqual([{ kind: 'done', value: 'result' }]);
});

test('messages are read after two steps at the most, and work that nobody wants any more ends there', () => {
  const { clock, done, steps, waiting } = work(10);
  const ended: Ended<string>[] = [];
  let isWanted = true;
  inSlices(
    steps,
    clock,
    () => isWanted,
    (how) => ended.push(how),
  );
  for (const doneBefore of [1, 3]) {
    expect(done()).toBe(doneBefore);
    waiting.shift()?.();
  }
  expect(done()).toBe(5);
  isWanted = false;
  waiting.shift()?.();
  expect(done()).toBe(5);
  expect(ended).toEqual([{ kind: 'given up' }]);
});

test('a mistake ends the work', () => {
  const { clock } = work(0);
  const ended: Ended<string>[] = [];
  const error = new Error('a mistake');
  // biome-ignore lint/correctness/useYield: it fails before.
  function* steps(): Steps<string> {
    throw error;
  }
  inSlices(
    steps(),
    clock,
    () => true,
    (how) => ended.push(how),
  );
  expect(ended).toEqual([{ kind: 'failed', error }]);
});

test('a clock that is set back does not keep messages waiting', () => {
  const { clock, done, steps, waiting } = work(10);
  let setBack = 0;
  const late: Clock = { ...clock, now: () => clock.now() - setBack };
  inSlices(
    (function* (): Steps<string> {
      for (const _ of steps) {
        setBack += 3_600_000;
        yield 1;
      }
      return 'result';
    })(),
    late,
    () => true,
    () => undefined,
  );
  for (let slice = 1; slice < 5; slice++) {
    expect(done()).toBe(slice - 1);
    waiting.shift()?.();
  }
});
