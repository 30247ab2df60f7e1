import { above, type DelayLaw, quantile } from './law.js';

/**
 * How the time of something is distributed, as a table: `beyond[i]` is the probability that it takes more than `ms[i]`.
 * Both ends are there: `beyond` begins with 1 and ends with 0. Linear in between; two entries with the same time are a
 * jump, so that a time that never varies is one too.
 */
export interface Delay {
  readonly ms: Float64Array;
  readonly beyond: Float64Array;
}

/**
 * The probabilities that tables have entries at: one percent apart above 0.3, from there on six to an octave down to
 * 1e-8, four to an octave towards the beginning. In an exponential tail a straight line is then 0.2 % too high at most.
 */
const LEVELS = levels();

function levels(): Float64Array {
  const start = Array.from({ length: 30 }, (_, i) => 1 - 0.05 * 2 ** (-(i + 1) / 3));
  const body = Array.from({ length: 65 }, (_, i) => 0.95 - i / 100);
  const tail = Array.from({ length: 150 }, (_, i) => 0.3 * 2 ** (-i / 6));
  return Float64Array.from([1, ...start.reverse(), ...body, ...tail, 0]);
}

/** Half steps towards the place of an entry. */
const STEPS = 16;

/** A time that never varies. */
export function constant(ms: number): Delay {
  return { ms: Float64Array.of(ms, ms), beyond: Float64Array.of(1, 0) };
}

export const NO_DELAY: Delay = constant(0);

export function delayOf(law: DelayLaw): Delay {
  if (law.kind === 'constant') return constant(law.ms);
  let last = 0;
  const ms = LEVELS.map((share) => (last = quantile(law, Math.min(1 - 1e-9, Math.max(1e-12, share)), last, STEPS)));
  // The law at the entry itself: it needs not be exactly where its level is.
  const beyond = ms.map((at, i) => (i === 0 ? 1 : i === ms.length - 1 ? 0 : above(law, at)));
  return { ms, beyond };
}

/** Does it always take the same time? */
export function isConstant({ ms }: Delay): boolean {
  return ms[0] === ms[ms.length - 1];
}

/** The probability that it takes more than this. */
export function beyond(delay: Delay, at: number): number {
  return beyondAfter(delay, lastUpTo(delay.ms, at), at);
}

/** The same; `i`: the place of the last entry up to this time. */
function beyondAfter({ ms, beyond }: Delay, i: number, at: number): number {
  if (i < 0) return 1;
  if (i === ms.length - 1) return 0;
  const [x0, x1, y0, y1] = [ms[i] ?? 0, ms[i + 1] ?? 0, beyond[i] ?? 0, beyond[i + 1] ?? 0];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

/** The same, or exactly this. */
export function from(delay: Delay, at: number): number {
  const { ms, beyond: shares } = delay;
  const i = lastUpTo(ms, at);
  if (i < 0 || ms[i] !== at) return beyond(delay, at);
  let first = i;
  while (first > 0 && ms[first - 1] === at) first--;
  return shares[first] ?? 1;
}

/** The last place of a value up to this one; -1: there is none. */
function lastUpTo(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The time within which a share `percentile` of all is done: 0.5 gives the median. */
export function percentileOf({ ms, beyond }: Delay, percentile: number): number {
  const share = 1 - percentile;
  let i = 0;
  while (i < beyond.length - 1 && (beyond[i] ?? 0) > share) i++;
  if (i === 0) return ms[0] ?? 0;
  const [x0, x1, y0, y1] = [ms[i - 1] ?? 0, ms[i] ?? 0, beyond[i - 1] ?? 0, beyond[i] ?? 0];
  return y1 >= y0 ? x1 : x0 + ((x1 - x0) * (y0 - share)) / (y0 - y1);
}

/** Values and their probabilities that stand for a delay in a sum over all of its times. */
export interface Nodes {
  readonly ms: Float64Array;
  readonly weight: Float64Array;
}

/** At most this many nodes stand for a delay in a sum. */
const MOST_NODES = 64;

/** Stretches of a table with their probabilities and the middle of each; a jump is one by itself. */
export function nodesOf({ ms, beyond }: Delay, most = MOST_NODES): Nodes {
  const every = Math.ceil(ms.length / most);
  const values: number[] = [];
  const weights: number[] = [];
  let [moment, weight] = [0, 0];
  for (let i = 1; i < ms.length; i++) {
    const share = (beyond[i - 1] ?? 0) - (beyond[i] ?? 0);
    moment += (share * ((ms[i - 1] ?? 0) + (ms[i] ?? 0))) / 2;
    weight += share;
    if (i % every !== 0 && i < ms.length - 1) continue;
    if (weight > 0) {
      values.push(moment / weight);
      weights.push(weight);
    }
    [moment, weight] = [0, 0];
  }
  return { ms: Float64Array.from(values), weight: Float64Array.from(weights) };
}

/** Both, one after the other; independent of each other. */
export function sum(a: Delay, b: Delay): Delay {
  if (isConstant(b)) return { ms: a.ms.map((one) => one + (b.ms[0] ?? 0)), beyond: a.beyond };
  if (isConstant(a)) return sum(b, a);
  const nodes = nodesOf(b, b.ms.length);
  const [middleA, middleB] = [percentileOf(a, 0.5), percentileOf(b, 0.5)];
  const times = [
    ...a.ms.map((one, i) => one + (b.ms[Math.round((i * (b.ms.length - 1)) / (a.ms.length - 1))] ?? 0)),
    ...a.ms.map((one) => one + middleB),
    ...b.ms.map((one) => one + middleA),
  ];
  // Times ascend, so the place in the table of the one goes only forward, for each node of the other.
  const places = new Int32Array(nodes.ms.length).fill(-1);
  return tabulated(times, (at) => {
    let share = 0;
    for (let i = 0; i < nodes.ms.length; i++) {
      const left = at - (nodes.ms[i] ?? 0);
      let place = places[i] ?? -1;
      while (place + 1 < a.ms.length && (a.ms[place + 1] ?? 0) <= left) place++;
      places[i] = place;
      share += (nodes.weight[i] ?? 0) * beyondAfter(a, place, left);
    }
    return [share, share];
  });
}

/** The time after which `needed` of these are done, which take their time side by side; independent of each other. */
export function fastest(delays: readonly Delay[], needed: number): Delay {
  const times = [...new Set(delays)].flatMap((delay) => [...delay.ms]);
  return tabulated(times, (at) => [
    1 - atLeast(delays, needed, (delay) => 1 - from(delay, at)),
    1 - atLeast(delays, needed, (delay) => 1 - beyond(delay, at)),
  ]);
}

/** The probability that at least `needed` of independent events happen. */
function atLeast(delays: readonly Delay[], needed: number, probability: (delay: Delay) => number): number {
  // Of up to `needed` that happened, by their number; the last counts all from there on.
  const shares = new Float64Array(needed + 1);
  shares[0] = 1;
  for (const delay of delays) {
    const p = probability(delay);
    for (let n = needed; n >= 0; n--) {
      const stays = n === needed ? (shares[n] ?? 0) : (shares[n] ?? 0) * (1 - p);
      shares[n] = stays + (n > 0 ? (shares[n - 1] ?? 0) * p : 0);
    }
  }
  return shares[needed] ?? 0;
}

/** Whichever is the case is not known: of each percentile, the longest. */
export function longest(delays: readonly Delay[]): Delay {
  const [only] = delays;
  if (delays.length === 1 && only !== undefined) return only;
  const times = delays.flatMap((delay) => [...delay.ms]);
  return tabulated(times, (at) => [
    Math.max(...delays.map((delay) => from(delay, at))),
    Math.max(...delays.map((delay) => beyond(delay, at))),
  ]);
}

/** A table with entries at the usual levels, from the probabilities just before and after times, asked ascending. */
function tabulated(times: readonly number[], shares: (at: number) => readonly [number, number]): Delay {
  const sorted = Float64Array.from(new Set(times)).sort();
  const ms: number[] = [];
  const rest: number[] = [];
  for (const at of sorted) {
    const [before, after] = shares(at);
    ms.push(at);
    rest.push(before);
    if (before - after > 1e-12) {
      ms.push(at);
      rest.push(after);
    }
    if (after <= 1e-12) break;
  }
  rest[0] = 1;
  rest[rest.length - 1] = 0;
  return atLevels(Float64Array.from(ms), Float64Array.from(rest));
}

function atLevels(ms: Float64Array, beyond: Float64Array): Delay {
  const found = new Float64Array(LEVELS.length);
  let i = 0;
  for (const [level, share] of LEVELS.entries()) {
    while (i < beyond.length - 2 && (beyond[i + 1] ?? 0) >= share) i++;
    const [y0, y1] = [beyond[i] ?? 0, beyond[i + 1] ?? 0];
    const place = y1 >= y0 ? 0 : Math.min(1, Math.max(0, (y0 - share) / (y0 - y1)));
    found[level] = (ms[i] ?? 0) + place * ((ms[i + 1] ?? 0) - (ms[i] ?? 0));
  }
  return { ms: found, beyond: LEVELS };
}
