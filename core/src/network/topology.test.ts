import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { compileTopology, nearestFirst } from './topology.js';

/** The replicas of the first store by name, in the order in which the client asks them. */
function order(text: string, client: string): string[] {
  const { model } = resolve(parse(text));
  const vertex = model.vertices.findIndex(({ name }) => name === client);
  return nearestFirst(compileTopology(model), vertex, model.stores[0]?.replicas ?? []).map(
    (id) => model.vertices[id]?.name ?? '?',
  );
}

const STORE = 'store s on a, b, c { replicate any\n choose AP }\n';

test('nearest is what the declared round trips say, then the order of the store', () => {
  const text = `node a, b, c\nrouter r\nclient k\nlink k -- r 1ms\nlink r -- a 30ms\nlink r -- b 10ms\nlink r -- c 20ms\n${STORE}`;
  expect(order(text, 'k')).toEqual(['b', 'c', 'a']);
  expect(order(text.replace('30ms', '10ms').replace('20ms', '10ms'), 'k')).toEqual(['a', 'b', 'c']);
});

test('a replica that can be reached only one way comes last', () => {
  expect(order(`node a, b, c\nclient k\nlink k -> a 1ms\nlink k -- b 90ms\nlink k -- c 80ms\n${STORE}`, 'k')).toEqual([
    'c',
    'b',
    'a',
  ]);
});

test('the own machine and the own zone are nearer than any round trip', () => {
  const text = `zone z { node b, c }\nnode a\nlink z -- a 0ms\nclient k at c\n${STORE}`;
  expect(order(text, 'k')).toEqual(['c', 'b', 'a']);
});

test('the round trips of a client at a machine are those of the machine', () => {
  expect(
    order(`node a, b, c, x\nclient k at x\nlink x -- a 30ms\nlink x -- b 20ms\nlink x -- c 10ms\n${STORE}`, 'k'),
  ).toEqual(['c', 'b', 'a']);
});

test('relays that lead to nobody who takes part in a request leave it direct', () => {
  const of = (more: string): ReturnType<typeof compileTopology> =>
    compileTopology(
      resolve(parse(`node a, b, x\nlink a -- b\nclient k at a\nstore s on a, b { choose CP }\n${more}`)).model,
    );
  const ends = of('router r, q\nlink a -- r\nlink r -- q\nlink q -- x\nzone island { node i, j }');
  expect(ends.isDirect).toBe(true);
  expect(ends.directOnly(0, 1)).toHaveLength(1);
  expect(ends.directOnly(0, 2)).toBeUndefined();
  const around = of('router r, q\nlink a -- r\nlink q -> r\nlink q -- b');
  expect(around.isDirect).toBe(false);
  expect(around.directOnly(0, 1)).toBeUndefined();
  expect(of('router r\nlink a -- r\nlink r -- x\nservice v on x').isDirect).toBe(false);
});
