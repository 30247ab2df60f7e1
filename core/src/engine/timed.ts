import type { VertexId } from '../model/model.js';
import { constant, type Delay, fastest, longest, sum } from '../network/delay/delay.js';

/** A round trip that a request waits for. */
export interface Leg {
  readonly from: VertexId;
  readonly to: VertexId;
  readonly ms: number;
}

/** How long a request, or a part of it, takes. */
export interface Timed {
  /** With each round trip as it is written: its mean, or its median. */
  readonly ms: number;
  /** The round trips that it waits for, one after the other. */
  readonly legs: readonly Leg[];
  /** Absent: no round trip on the way varies. Made when it is asked for: most questions are about `ms` alone. */
  readonly delay?: () => Delay;
}

/** It waits for nobody. */
export const AT_ONCE: Timed = { ms: 0, legs: [] };

/** One after the other; undefined if one of them is not known. */
export function plus(a: Timed | undefined, b: Timed | undefined): Timed | undefined {
  if (a === undefined || b === undefined) return undefined;
  const both = { ms: a.ms + b.ms, legs: [...a.legs, ...b.legs] };
  if (a.delay === undefined && b.delay === undefined) return both;
  return { ...both, delay: once(() => sum(delayOf(a), delayOf(b))) };
}

/** Side by side, until `needed` of them are there; undefined if fewer are known. */
export function after(all: readonly (Timed | undefined)[], needed: number): Timed | undefined {
  if (needed <= 0) return AT_ONCE;
  const known = all.flatMap((one) => one ?? []).sort((a, b) => a.ms - b.ms);
  const last = known[needed - 1];
  if (last === undefined) return undefined;
  if (known.every(({ delay }) => delay === undefined)) return last;
  return { ...last, delay: once(() => fastest(known.map(delayOf), needed)) };
}

/** One of them, and which is not known: the longest; undefined if one of them is not known. */
export function whichever(all: readonly (Timed | undefined)[]): Timed | undefined {
  const known = all.flatMap((one) => one ?? []);
  const [first, ...others] = known;
  if (first === undefined || known.length < all.length) return undefined;
  const longestOne = others.reduce((so, one) => (one.ms > so.ms ? one : so), first);
  if (known.every(({ delay }) => delay === undefined)) return longestOne;
  return { ...longestOne, delay: once(() => longest(known.map(delayOf))) };
}

function delayOf({ ms, delay }: Timed): Delay {
  return delay?.() ?? constant(ms);
}

function once(make: () => Delay): () => Delay {
  let made: Delay | undefined;
  return () => (made ??= make());
}
