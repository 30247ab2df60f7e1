import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { compileTopology } from '../topology.js';
import { Backbone, type PatternTable, RelayPart } from './table.js';
import { linksOf, setsByCuts } from './weights.js';

const NOTHING = { isDead: () => false, isUp: () => true };

function made(text: string, pairs: [number, number][], most: number, limit: number): PatternTable | undefined {
  const topology = compileTopology(resolve(parse(text)).model);
  const run = RelayPart.of(topology, pairs, new Backbone(topology, NOTHING))?.table(most, limit);
  let next = run?.next();
  while (next?.done === false) next = run?.next();
  return next?.value ?? undefined;
}

/** Per pattern: which of the pairs are connected, by how many sets of cuts, and the first of the smallest. */
function tableOf(text: string, names: readonly string[], most?: number): string[] {
  const { model } = resolve(parse(text));
  const pairs = names.map((name) => name.split(' ').map((one) => model.vertices.findIndex((v) => v.name === one)));
  const links = model.links.length;
  const table = made(text, pairs as [number, number][], most ?? links, 10_000);
  return (table?.counted ?? [])
    .map((counted, i) => {
      const met = pairs.map(([a = -1, b = -1]) => table?.connects(a, b)?.[i] ?? '?').join('');
      return `${met}: ${setsByCuts(counted, links, most ?? links).join(' ')}, {${linksOf(counted.first, links).join(' ')}}`;
    })
    .sort();
}

const STAR = 'node a, b, c\nrouter hub\nlink a -- hub\nlink b -- hub\nlink c -- hub';

test('a star: each pair needs its two links', () => {
  expect(tableOf(STAR, ['a b', 'b c', 'a c'])).toEqual([
    '000: 4, {0 1}',
    '001: 1, {1}',
    '010: 1, {0}',
    '100: 1, {2}',
    '111: 1, {}',
  ]);
});

test('with at most one cut, sets are told by their number of cuts', () => {
  expect(tableOf(STAR, ['a b'], 1)).toEqual(['0: 0 2, {0}', '1: 1 0, {}']);
});

test('the network around a ring is whole until two of its links are cut', () => {
  const ring = 'node a, b\nrouter r, s, t\nlink r -- s\nlink s -- t\nlink t -- r\nlink a -- r\nlink b -- s';
  expect(tableOf(ring, ['a b'])).toEqual(['0: 27, {3}', '1: 5, {}']);
});

test('a terminal with two uplinks touches two components, and connects neither with the other', () => {
  const text = 'node a, b, c\nrouter r, s\nlink a -- r\nlink b -- r\nlink b -- s\nlink c -- s';
  expect(tableOf(text, ['a b', 'b c', 'a c'])).toEqual(['000: 9, {0 2}', '010: 3, {0}', '100: 3, {2}', '110: 1, {}']);
});

test('routers that lead nowhere are left out, and count for nothing', () => {
  expect(made(`${STAR}\nrouter end, beyond\nlink hub -- end\nlink end -- beyond`, [[0, 1]], 5, 1000)?.links).toBe(2);
});

test('a table that takes too many states is none', () => {
  expect(tableOf(STAR, ['a b']).length).toBe(2);
  expect(made(STAR, [[0, 1]], 3, 5)).toBeUndefined();
});
