import { expect, test } from 'vitest';
import { above, type DelayLaw, gammaOf, gammaThrough, quantile } from './law.js';
import {
  beyond,
  constant,
  type Delay,
  delayOf,
  fastest,
  from,
  isConstant,
  longest,
  percentileOf,
  sum,
} from './delay.js';

const exponential = (mean: number): DelayLaw => ({ kind: 'exponential', rate: 1 / mean });
const gamma = (shape: number, scale = 1): DelayLaw => ({ kind: 'gamma', shape, scale });

test.each([
  // With a whole shape it is the sum of as many exponential times (Erlang): e^-x Σ x^k/k!.
  [gamma(1), 2.5, Math.exp(-2.5)],
  [gamma(3), 2, Math.exp(-2) * (1 + 2 + 2)],
  [gamma(3), 12, Math.exp(-12) * (1 + 12 + 72)],
  [gamma(4, 10), 20, Math.exp(-2) * (1 + 2 + 2 + 8 / 6)],
  // Half the square of a normal variable: 2 (1 − Φ(√(2x))).
  [gamma(0.5), 0.5, 0.31731050786291415],
  [gamma(0.5), 4.5, 0.0026997960632601866],
  [{ kind: 'pareto', least: 3, shape: 2 } as const, 6, 0.25],
  [{ kind: 'constant', ms: 5 } as const, 5, 0],
])('%o takes more than %d with a probability of %d', (law, ms, probability) => {
  expect(above(law, ms)).toBeCloseTo(probability, 12);
});

test('a narrow one is nearly normal, and takes no longer to compute', () => {
  // Just below and above the shape from which it is taken as nearly normal.
  for (const ms of [78, 80, 82, 85])
    expect(above(gammaOf(80, 80 / Math.sqrt(2001)), ms)).toBeCloseTo(above(gammaOf(80, 80 / Math.sqrt(1999)), ms), 3);
  const narrow = gammaOf(10_000, 0.001);
  expect(quantile(narrow, 0.01) - 10_000).toBeCloseTo(0.00232635, 5);
  expect(above(gammaThrough(80, 0.99, 80.001), 80.001)).toBeCloseTo(0.01, 4);
});

test('a gamma distribution is fitted to its mean and deviation, or to its median and a percentile', () => {
  const byMean = gammaOf(80, 10);
  expect(byMean).toEqual({ kind: 'gamma', shape: 64, scale: 1.25 });
  for (const [median, share, ms] of [
    [80, 0.99, 200],
    [80, 0.95, 81],
    [1, 0.999, 300],
  ] as const) {
    const law = gammaThrough(median, share, ms);
    expect(quantile(law, 0.5)).toBeCloseTo(median, 6);
    expect(above(law, ms)).toBeCloseTo(1 - share, 9);
  }
});

test('tables are as exact as the laws that they are made from', () => {
  for (const law of [exponential(10), gamma(64, 1.25), gamma(0.3, 40)]) {
    const delay = delayOf(law);
    for (const share of [0.9, 0.5, 0.1, 0.01, 0.001, 1e-4]) {
      const at = quantile(law, share);
      expect(beyond(delay, at) / share).toBeCloseTo(1, 2);
      expect(percentileOf(delay, 1 - share) / at).toBeCloseTo(1, 2);
    }
  }
});

test('sums: two exponential times are Erlang, and what never varies only shifts', () => {
  const two = sum(delayOf(exponential(1)), delayOf(exponential(1)));
  for (const ms of [0.2, 1, 3, 8]) expect(beyond(two, ms) / above(gamma(2), ms)).toBeCloseTo(1, 2);
  const shifted = sum(constant(5), delayOf(exponential(1)));
  expect(beyond(shifted, 5)).toBe(1);
  expect(beyond(shifted, 7)).toBeCloseTo(Math.exp(-2), 3);
  expect(isConstant(sum(constant(5), constant(7)))).toBe(true);
});

test('order statistics: closed forms of three exponential times, and of times that never vary', () => {
  const three: Delay[] = Array.from({ length: 3 }, () => delayOf(exponential(1)));
  for (const ms of [0.1, 0.5, 2]) {
    const p = 1 - Math.exp(-ms);
    expect(1 - beyond(fastest(three, 1), ms)).toBeCloseTo(1 - (1 - p) ** 3, 3);
    expect(1 - beyond(fastest(three, 2), ms)).toBeCloseTo(p * p * (3 - 2 * p), 3);
    expect(1 - beyond(fastest(three, 3), ms)).toBeCloseTo(p ** 3, 3);
  }
  expect(percentileOf(fastest([constant(10), constant(30), constant(20)], 2), 0.99)).toBe(20);
  // Two of three: one at once, and the faster of the others.
  const mixed = fastest([constant(0), delayOf(exponential(1)), delayOf(exponential(1))], 2);
  expect(beyond(mixed, 0.5)).toBeCloseTo(Math.exp(-1), 3);
  expect(from(constant(4), 4)).toBe(1);
  expect(beyond(constant(4), 4)).toBe(0);
});

test('of delays of which one is the case, each percentile is the longest', () => {
  const either = longest([constant(3), delayOf(exponential(1))]);
  expect(percentileOf(either, 0.5)).toBeCloseTo(3, 2);
  expect(percentileOf(either, 0.99)).toBeCloseTo(Math.log(100), 1);
});
