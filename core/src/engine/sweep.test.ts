import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import type { FaultFamily } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { pairOf } from '../network/places.js';
import { compileTopology } from '../network/topology.js';
import type { World } from '../network/world.js';
import { parse } from '../syntax/parse.js';
import { compareCauses, smallest } from './causes.js';
import type { Question, Sweep } from './question.js';
import { maxRuns, sweep } from './sweep.js';
import { EMPTY_FAMILY } from '../model/family.js';

test('up to 20 links each question has 200,000 runs; beyond, all of a file share 40,000, and none has fewer than 100', () => {
  expect(maxRuns(20, 1_000_000)).toBe(200_000);
  expect([1, 13, 14, 40, 41, 133, 134, 400, 1_000_000].map((questions) => maxRuns(21, questions))).toEqual([
    3000, 3000, 1000, 1000, 300, 300, 100, 100, 100,
  ]);
});

const ALL_LINKS: FaultFamily = { ...EMPTY_FAMILY, links: 'all' };

const { model: MESH } = resolve(parse('node a, b, c\nmesh a, b, c'));

/** Of a mesh of three: the links 0, 1 and 2 are a -- b, a -- c and b -- c. */
function swept(answer: Question['answer'], limit: number, family = ALL_LINKS, network = 'mesh a, b, c'): Sweep {
  const { model } = resolve(parse(`node a, b, c\n${network}`));
  return run(sweep(compileTopology(model), family, { bits: 3, answer }, limit));
}

const cut = (...links: number[]) => ({ ...HEALTHY, links });
/** Asks for every link; bit i: link i is cut. */
const every: Question['answer'] = (world: World) =>
  (world.reach(0, 1) ? 0 : 1) | (world.reach(0, 2) ? 0 : 2) | (world.reach(1, 2) ? 0 : 4);
const first: Question['answer'] = (world: World) => (world.reach(0, 1) ? 0 : 1);

test('of eight sets of cut links each link is in four, and is cut alone in the smallest', () => {
  expect(swept(every, 8)).toEqual({
    family: ALL_LINKS,
    complete: true,
    foundBy: { way: 'enumeration', runs: 8 },
    faults: [4n, 4n, 4n],
    causes: [[cut(0)], [cut(1)], [cut(2)]],
  });
});

test('what asks for one link only takes two runs, which stand for all sets', () => {
  expect(swept(first, 2)).toEqual({
    family: ALL_LINKS,
    complete: true,
    foundBy: { way: 'enumeration', runs: 2 },
    faults: [4n, 0n, 0n],
    causes: [[cut(0)], [], []],
  });
  // With that link cut, at most one of the two others is.
  expect(swept(first, 2, { ...ALL_LINKS, links: 2 })).toMatchObject({ complete: true, faults: [3n, 0n, 0n] });
});

test('a vertex without a way to another on the healthy network has none under any cut', () => {
  const farAndNear: Question['answer'] = (world: World) => (world.reach(0, 2) ? 0 : 1) | (world.reach(0, 1) ? 0 : 2);
  expect(swept(farAndNear, 2, ALL_LINKS, 'link a -- b\nlink b -- c')).toMatchObject({
    complete: true,
    faults: [4n, 2n, 0n],
    causes: [[cut()], [cut(0)], []],
  });
});

test('where the runs are not enough for all, as many cut links are looked at as they are enough for', () => {
  expect(swept(every, 7)).toMatchObject({ family: { ...ALL_LINKS, links: 2 }, complete: false, faults: [3n, 3n, 3n] });
  expect(swept(every, 6)).toEqual({
    family: { ...ALL_LINKS, links: 1 },
    complete: false,
    foundBy: { way: 'enumeration', runs: 4, cap: { of: 'runs', most: 6 } },
    faults: [1n, 1n, 1n],
    causes: [[cut(0)], [cut(1)], [cut(2)]],
  });
  expect(swept(every, 4)).toMatchObject({ family: { ...ALL_LINKS, links: 1 }, complete: false, faults: [1n, 1n, 1n] });
  expect(swept(every, 5, { ...ALL_LINKS, links: 2 })).toMatchObject({
    family: { ...ALL_LINKS, links: 1 },
    complete: false,
    foundBy: { way: 'enumeration', runs: 4, cap: { of: 'runs', most: 5 } },
  });
  expect(swept(every, 0)).toEqual({
    family: { ...ALL_LINKS, links: 0 },
    complete: false,
    foundBy: { way: 'enumeration', runs: 0, cap: { of: 'runs', most: 0 } },
    faults: [0n, 0n, 0n],
    causes: [[], [], []],
  });
});

test('smaller causes first; of one size in the order of their kinds; then in order of declaration', () => {
  const sorted: Cause[] = [
    cut(0),
    cut(2),
    { ...HEALTHY, isolated: [1] },
    { ...HEALTHY, stopped: [0] },
    { ...HEALTHY, stopped: [3] },
    { ...HEALTHY, apart: [5] },
    { ...HEALTHY, zones: [5] },
    { ...HEALTHY, zones: [6] },
    { ...HEALTHY, pairs: [0] },
    { ...HEALTHY, directions: [1] },
    { ...HEALTHY, directions: [4] },
    cut(0, 1),
    cut(0, 2),
    cut(1, 2),
    { ...cut(0), stopped: [0] },
    { ...HEALTHY, stopped: [0, 1] },
    { ...HEALTHY, partition: 0 },
    { ...HEALTHY, partition: 1 },
  ];
  expect([...sorted].reverse().sort(compareCauses)).toEqual(sorted);
  // A cause that contains another one is left out; a full cut covers its directions.
  expect(
    smallest(MESH, [
      { ...HEALTHY, directions: [2], stopped: [0] },
      { ...HEALTHY, directions: [2] },
      cut(0, 1),
      cut(0),
      { ...cut(1), stopped: [0] },
      { ...HEALTHY, partition: 0 },
    ]),
  ).toEqual([cut(0), { ...HEALTHY, directions: [2] }, { ...cut(1), stopped: [0] }, { ...HEALTHY, partition: 0 }]);
});

test('of causes that break nearly the same, the cut link is the smallest', () => {
  const { model } = resolve(
    parse('zone us { node us1, us2 }\nzone eu { node eu1 }\nnode a\nlink us -- eu\nlink us -- a\nlink a -- eu'),
  );
  const named = (name: string): number => model.vertices.findIndex((vertex) => vertex.name === name);
  const link = (label: string): number => model.links.findIndex((one) => one.label === label);
  const isolated = { ...HEALTHY, isolated: [named('eu1')] };
  const apart = { ...HEALTHY, apart: [named('us')] };
  const pair = pairOf(model, named('us'), named('eu')) ?? -1;
  const pairs = { ...HEALTHY, pairs: [pair] };
  const smallestOf = (...causes: readonly Cause[]): readonly Cause[] => smallest(model, causes);
  // The uplink is all that eu1 has; us has two links.
  expect(smallestOf(isolated, cut(link("eu1's link to eu")))).toEqual([cut(link("eu1's link to eu"))]);
  expect(smallestOf(apart, cut(link('us–eu')))).toEqual([cut(link('us–eu'))]);
  expect(smallestOf(apart, cut(link('us–eu'), link('us–a')))).toEqual([apart]);
  expect(smallestOf(pairs, cut(link('us–eu')))).toEqual([cut(link('us–eu'))]);
  expect(smallestOf(pairs, cut(link('us–a')))).toEqual([cut(link('us–a')), pairs]);
  expect(smallestOf(pairs, { ...pairs, stopped: [0] }, apart)).toEqual([apart, pairs]);
});

test('a pair of places that nothing is sent between takes no run', () => {
  let runs = 0;
  const only: Question['answer'] = (world) => {
    runs++;
    return world.reach(0, 1) ? 1 : 2;
  };
  expect(swept(only, 2, { ...EMPTY_FAMILY, pairs: 1 })).toMatchObject({ complete: true, faults: [2n, 1n, 0n] });
  expect(runs).toBe(2);
});

test('of very many smallest causes some are kept', () => {
  const causes = Array.from({ length: 40 }, (_, i) => cut(i));
  expect(smallest(MESH, causes)).toEqual(causes.slice(0, 32));
});

test('where the runs are not enough for all cuts, none is asked a second time', () => {
  let asked = 0;
  const counting: Question['answer'] = (world) => {
    asked++;
    return every(world);
  };
  expect(swept(counting, 7)).toMatchObject({ complete: false, family: { links: 2 } });
  // None, one and two cuts; and not the eighth, which cuts all three.
  expect(asked).toBe(1 + 3 + 3);
});
