import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { bitOf, linksOf } from '../patterns/weights.js';
import { compileTopology } from '../topology.js';
import { firstImages } from './images.js';

const topology = compileTopology(
  resolve(parse('node a, b, c, d\nmesh a, b, c, d\nclient w\nlink w -- a\nlink w -- b\nlink w -- c\nlink w -- d\n'))
    .model,
);
const { links, vertices } = topology.model;

function images(cut: readonly string[], alike: readonly string[], most: number, steps = 1_000): string[] | undefined {
  const name = (vertex: number): string => vertices[vertex]?.name ?? '?';
  const named = links.map(({ a, b }) => [name(a), name(b)].sort().join(''));
  const bits = cut.reduce((sum, one) => sum | bitOf(named.indexOf(one), links.length), 0n);
  const classes = [alike.map((one) => vertices.findIndex((vertex) => vertex.name === one))];
  const found = firstImages(topology, { size: cut.length, bits }, { classes, most, budget: { steps } });
  return found?.map((one) =>
    linksOf(one, links.length)
      .map((link) => named[link])
      .join(' '),
  );
}

test('each image once, in the order of declaration', () => {
  expect(images(['ab'], ['a', 'b', 'c'], 32)).toEqual(['ab', 'ac', 'bc']);
  expect(images(['cd', 'dw'], ['a', 'b', 'c'], 32)).toEqual(['dw ad', 'dw bd', 'dw cd']);
  expect(images(['aw', 'bw', 'cw', 'dw'], ['a', 'b', 'c', 'd'], 32)).toEqual(['aw bw cw dw']);
});

test('the first of many', () => {
  expect(images(['cd', 'dw'], ['a', 'b', 'c', 'd'], 3)).toEqual(['aw ab', 'aw ac', 'aw ad']);
});

test('no answer where it takes too many steps', () => {
  expect(images(['cd', 'dw'], ['a', 'b', 'c', 'd'], 32, 10)).toBeUndefined();
});
