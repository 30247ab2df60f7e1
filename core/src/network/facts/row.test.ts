import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { compileTopology } from '../topology.js';
import type { Fact } from './fact.js';
import { Machines } from './machines.js';
import { Row } from './row.js';

const topology = compileTopology(resolve(parse('node a, b, c, d, e\nmesh a, b, c, d, e\n')).model);

function rowOf(...facts: readonly Fact[]): Row | undefined {
  return facts.reduce<Row | undefined>((row, fact) => row?.split(fact)?.yes, Row.all(new Machines(topology)));
}

const connected = (a: number, b: number): Fact => ({ kind: 'pair', a, b });
const some = (least: number, of: number, ...others: readonly number[]): Fact => ({
  kind: 'atLeast',
  of,
  others,
  least,
});

test('what follows from single connections and a count of the others together needs no decision', () => {
  const row = rowOf(connected(0, 1), some(2, 0, 2, 3, 4));
  expect(row?.split(some(3, 0, 1, 2, 3, 4))).toEqual({ yes: row, no: undefined });
  expect(row?.split(some(3, 0, 1, 2, 3))?.no).toBeDefined();
});

test('a fact is split once for all questions that come to the row', () => {
  const row = rowOf(connected(0, 1));
  expect(row?.split(some(2, 2, 0, 1))?.yes).toBe(row?.split(some(2, 2, 0, 1))?.yes);
});
