import { expect, test } from 'vitest';
import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { familySize, familyText, subsetCount, subsets } from './families.js';

// Four links (two of them uplinks), of which one carries only one way, three nodes, one zone.
const { model } = resolve(parse('zone z { node a, b }\nnode c\nlink z -- c\nlink a -> c'));

/** How many faults, and what they are called. */
function told(family: Partial<FaultFamily>): string {
  const whole: FaultFamily = { ...EMPTY_FAMILY, ...family };
  return `${familySize(model, whole)}: ${familyText(model, whole)}`;
}

test('cuts alone are with the healthy network, all of them or at most so many', () => {
  expect(told({ links: 'all' })).toBe('16: all 16 cuts of 4 links');
  expect(told({ links: 4 })).toBe('16: all 16 cuts of 4 links');
  expect(told({ links: 2 })).toBe('11: all 11 cuts of at most 2 of 4 links');
});

test('one thing of another kind, without the healthy network', () => {
  expect(told({ oneWays: 1 })).toBe('6: 6 one-way cuts');
  expect(told({ nodes: 1 })).toBe('3: 3 stopped nodes');
  expect(told({ zones: 1 })).toBe('1: 1 lost zone');
  expect(told({ isolated: 1 })).toBe('3: 3 isolated nodes');
  expect(told({ apart: 1 })).toBe('1: 1 zone apart');
  expect(told({ pairs: 1 })).toBe('1: 1 pair');
});

test('several kinds together: every set of at most so many of each', () => {
  expect(told({ links: 1, nodes: 1 })).toBe('20: all sets of at most 1 of 4 links, 1 of 3 nodes');
  expect(told({ links: 'all', zones: 1 })).toBe('32: all sets of at most any of 4 links, 1 of 1 zone');
  expect(told({ oneWays: 2, nodes: 1 })).toBe('87: all sets of at most 2 of 6 directions, 1 of 3 nodes');
  expect(told({ oneWays: 1, nodes: 1 })).toBe('27: all sets of at most 1 of 6 directions, 1 of 3 nodes');
  expect(told({ oneWays: 1, zones: 1 })).toBe('13: all sets of at most 1 of 6 directions, 1 of 1 zone');
  expect(told({ links: 1, oneWays: 1 })).toBe('35: all sets of at most 1 of 4 links, 1 of 6 directions');
  expect(told({ isolated: 2, pairs: 1 })).toBe('13: all sets of at most 2 of 3 nodes isolated, 1 of 1 pair');
  expect(told({ links: 1, apart: 1 })).toBe('10: all sets of at most 1 of 4 links, 1 of 1 zone apart');
  expect(told({ nodes: 2 })).toBe('6: all sets of at most 2 of 3 nodes');
  expect(told({})).toBe('0: the healthy network');
});

test('as many subsets are counted as there are', () => {
  const list = Array.from({ length: 9 }, (_, i) => i);
  for (let most = 0; most <= 11; most++) expect(subsetCount(9, most)).toBe(BigInt([...subsets(list, most)].length));
  // 2^10,000 in no time, and all but one subset of 200.
  expect(subsetCount(10_000, 10_000)).toBe(1n << 10_000n);
  expect(subsetCount(200, 199)).toBe((1n << 200n) - 1n);
});
