import { expect, test } from 'vitest';
import { constant, type Delay, delayOf, NO_DELAY, percentileOf, sum } from './delay.js';
import { staleness } from '../../testing/staleness.js';
import type { Copy, Race } from './staleness.js';

const exponential = (mean: number): Delay => delayOf({ kind: 'exponential', rate: 1 / mean });
const gamma = (shape: number, scale: number): Delay => delayOf({ kind: 'gamma', shape, scale });

function copy(write: Delay, reply: Delay, question: Delay, answer: Delay): Copy {
  return { write, acknowledged: sum(write, reply), read: { question, answer, both: sum(question, answer) } };
}

/** A copy at the writer or the reader, which costs nothing. */
const there = (): Copy => copy(NO_DELAY, NO_DELAY, NO_DELAY, NO_DELAY);

test('one copy that answers by itself: as probable as the write takes longer', () => {
  const far: Copy = { write: exponential(10), read: { question: NO_DELAY, answer: NO_DELAY, both: NO_DELAY } };
  const writer: Copy = { write: NO_DELAY, acknowledged: NO_DELAY };
  const stale = staleness({ copies: [writer, far], writes: 1, reads: 1 });
  for (const ms of [0, 5, 20, 60]) expect(stale?.(ms)).toBeCloseTo(Math.exp(-ms / 10), 3);
});

test('times that never vary: stale until the write arrives, and not a moment longer', () => {
  const far = (ms: number): Copy => copy(constant(ms), constant(ms), constant(ms), constant(ms));
  const reader: Copy = { ...far(40), read: there().read ?? { question: NO_DELAY, answer: NO_DELAY, both: NO_DELAY } };
  const stale = staleness({
    copies: [{ ...there(), read: { question: constant(40), answer: constant(40), both: constant(80) } }, reader],
    writes: 1,
    reads: 1,
  });
  expect(stale?.(39)).toBe(1);
  expect(stale?.(40)).toBe(0);
});

test('three equal copies: whoever answers first is one of them, with a third of the chance each', () => {
  const same = copy(constant(10), constant(10), constant(10), constant(10));
  // All acknowledge at the same time: one of them has it, and it is the one that answers, or all have it by then.
  expect(staleness({ copies: [same, same, same], writes: 1, reads: 1 })?.(0)).toBe(0);
  const late = copy(constant(100), constant(0), constant(0), constant(0));
  const early = { ...there() };
  // The write is at one copy; two others answer as fast and have not got it.
  expect(staleness({ copies: [early, late, late], writes: 1, reads: 1 })?.(0)).toBeCloseTo(2 / 3, 9);
  expect(staleness({ copies: [early, late, late], writes: 1, reads: 2 })?.(0)).toBeCloseTo(1 / 3, 9);
});

test('quorums that overlap are never stale', () => {
  const same = copy(exponential(10), exponential(1), exponential(1), exponential(1));
  for (const [writes, reads] of [
    [2, 2],
    [3, 1],
    [1, 3],
  ] as const)
    expect(staleness({ copies: [same, same, same], writes, reads })?.(0)).toBe(0);
});

test('more sets of copies than can be summed over are not known', () => {
  const copies = Array.from({ length: 24 }, (_, i) =>
    copy(exponential(i + 1), exponential(1), exponential(1), exponential(1)),
  );
  expect(staleness({ copies, writes: 2, reads: 12 })).toBe(undefined);
});

/** A generator with a fixed seed (mulberry32): the same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The share of stale reads in as many trials, as the paper's algorithm draws them. */
function drawn({ copies, writes, reads }: Race, ms: number, trials: number): number {
  const next = random(20120827);
  const one = (delay: Delay | undefined): number => (delay === undefined ? Infinity : percentileOf(delay, next()));
  let stale = 0;
  for (let trial = 0; trial < trials; trial++) {
    const times = copies.map(({ write, read, acknowledged }) => {
      const sent = one(write);
      const back = acknowledged === undefined ? Infinity : one(replies.get(acknowledged));
      const asked = one(read?.question);
      return { sent, done: sent + back, asked, answered: asked + one(read?.answer) };
    });
    const acknowledged = times.map(({ done }) => done).sort((a, b) => a - b)[writes - 1] ?? Infinity;
    const answers = times.sort((a, b) => a.answered - b.answered).slice(0, reads);
    if (answers.every(({ sent, asked }) => sent > acknowledged + ms + asked)) stale++;
  }
  return stale / trials;
}

/** The way back of each acknowledgement, which a copy knows only as a sum. */
const replies = new Map<Delay, Delay>();

function apart(write: Delay, reply: Delay, question: Delay, answer: Delay): Copy {
  const made = copy(write, reply, question, answer);
  if (made.acknowledged !== undefined) replies.set(made.acknowledged, reply);
  return made;
}

test('copies that differ, as trials with a fixed seed have it', () => {
  const TRIALS = 40_000;
  const near = apart(gamma(2, 1), gamma(2, 1), gamma(2, 2), gamma(2, 2));
  const far = apart(gamma(8, 5), gamma(8, 5), gamma(8, 4), gamma(8, 4));
  const slow = apart(exponential(60), gamma(2, 1), gamma(3, 3), exponential(5));
  const own = apart(NO_DELAY, NO_DELAY, gamma(3, 6), gamma(3, 6));
  const races: readonly Race[] = [
    { copies: [own, near, far], writes: 1, reads: 1 },
    { copies: [own, near, far, slow], writes: 2, reads: 1 },
    { copies: [near, near, slow, slow], writes: 1, reads: 2 },
    { copies: [own, far, slow, slow, near], writes: 2, reads: 2 },
    { copies: [slow, slow, slow, far, far], writes: 1, reads: 3 },
  ];
  let stale = 0;
  for (const race of races) {
    const exact = staleness(race);
    for (const ms of [0, 10, 40]) {
      const share = drawn(race, ms, TRIALS);
      if (share > 0.01) stale++;
      // Four standard deviations of a share of that many trials, and half a point.
      const allowed = 4 * Math.sqrt((share * (1 - share)) / TRIALS) + 0.005;
      expect(Math.abs((exact?.(ms) ?? NaN) - share)).toBeLessThan(allowed);
    }
  }
  expect(stale).toBeGreaterThan(8);
});
