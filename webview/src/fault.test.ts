import { expect, test } from 'vitest';
import type { Part } from '#protocol';
import { NOTHING_BROKEN, sameFault, toggled, turned } from './fault.js';

const part = (kind: Part['kind'], index: number, links?: readonly number[]): Part => ({
  kind,
  index,
  states: [],
  label: '',
  shapes: [],
  ...(links === undefined ? {} : { links }),
});
const design = {
  links: [
    { id: 'a--b', oneWay: false, range: null },
    { id: 'b->c', oneWay: true, range: null },
    { id: 'a--b#2', oneWay: false, range: null },
  ],
  vertices: ['a', 'us', 'web'].map((name) => ({ name, range: null })),
};

test('a second click takes back the first', () => {
  for (const one of [part('link', 0), part('node', 0), part('zone', 1)]) {
    const once = toggled(NOTHING_BROKEN, one, design);
    expect(once).not.toEqual(NOTHING_BROKEN);
    expect(toggled(once, one, design)).toEqual(NOTHING_BROKEN);
  }
});

test('links that are one line are cut together', () => {
  const bundle = part('link', 0, [0, 2]);
  expect(toggled({ ...NOTHING_BROKEN, links: ['a--b'] }, bundle, design).links).toEqual(['a--b', 'a--b#2']);
  expect(toggled({ ...NOTHING_BROKEN, links: ['a--b#2', 'a--b'] }, bundle, design).links).toEqual([]);
});

test('a client breaks by its machine only', () => {
  expect(toggled(NOTHING_BROKEN, part('client', 2), design)).toBe(NOTHING_BROKEN);
});

test('directions are cut in turn; a link that has one direction has none to choose', () => {
  let fault = { ...NOTHING_BROKEN, links: ['a--b'] };
  const seen = [0, 1, 2].map(() =>
    (fault = turned(fault, part('link', 0), design) as typeof fault).oneWays.map(({ to }) => to).join(),
  );
  expect(seen).toEqual(['b', 'a', '']);
  expect(turned(NOTHING_BROKEN, part('link', 1), design)).toBe(NOTHING_BROKEN);
});

test('the order of clicks makes no other fault', () => {
  expect(sameFault({ ...NOTHING_BROKEN, nodes: ['a', 'b'] }, { ...NOTHING_BROKEN, nodes: ['b', 'a'] })).toBe(true);
  expect(sameFault({ ...NOTHING_BROKEN, partition: 'p' }, NOTHING_BROKEN)).toBe(false);
});
