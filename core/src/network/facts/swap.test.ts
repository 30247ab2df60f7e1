import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { bitOf, linksOf } from '../patterns/weights.js';
import { compileTopology } from '../topology.js';
import { swapWithFirst } from './swap.js';

function swapped(text: string, client: string, cut: readonly number[]): { name: string | undefined; links: number[] } {
  const topology = compileTopology(resolve(parse(`node a, b\nlink a -- b\n${text}\n`)).model);
  const { vertices, links } = topology.model;
  const id = vertices.findIndex(({ name }) => name === client);
  const swap = swapWithFirst(topology, id);
  const bits = cut.reduce((sum, link) => sum | bitOf(link, links.length), 0n);
  return {
    name: vertices[swap.vertex(id)]?.name,
    links: linksOf(swap.cuts({ size: cut.length, bits }), links.length),
  };
}

test('a client changes places with the first one that has the same links, and so do their links', () => {
  const links = 'client w, r\nlink w -- a\nlink r -- b\nlink w -- b\nlink r -- a';
  expect(swapped(links, 'r', [0, 1, 2])).toEqual({ name: 'w', links: [0, 3, 4] });
  expect(swapped(links, 'w', [0, 1, 2])).toEqual({ name: 'w', links: [0, 1, 2] });
});

test('of several links between the same two, the first stands for the first', () => {
  const links = 'client w, r\nlink w -- a\nlink r -- a\nlink r -- a\nlink w -- a';
  expect(swapped(links, 'r', [1, 4])).toEqual({ name: 'w', links: [2, 3] });
});

test('a client with other links, with one of its own to the other, or without any stays', () => {
  expect(swapped('client w, r\nlink w -- a\nlink r -- a\nlink r -- b', 'r', [1]).name).toBe('r');
  expect(swapped('client w, r\nlink w -- a\nlink r -- a\nlink r -- w', 'r', [1]).name).toBe('r');
  expect(swapped('client w at a\nclient r at a', 'r', []).name).toBe('r');
});
