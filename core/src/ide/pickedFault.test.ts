import { expect, test } from 'vitest';
import type { Model } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { causeOf, NOTHING_PICKED, pickOf } from './pickedFault.js';
import { HEALTHY } from '../network/fault.js';

const modelOf = (text: string): Model => resolve(parse(text)).model;
const TEXT =
  'zone us { node a, b }\nnode c\nlink cable: us -- c\nlink a -- c\nlink a -- c\nlink b -> c\npartition p { us | c }\n';
const model = modelOf(TEXT);

test('there and back', () => {
  const causes = [
    HEALTHY,
    { ...HEALTHY, links: [0, 2, 3], directions: [8, 9], stopped: [0, 2], zones: [3], pairs: [0], partition: 0 },
  ];
  for (const cause of causes) expect(causeOf(model, pickOf(model, cause))).toEqual(cause);
});

test('is the same fault when something is written above it, and without what is gone', () => {
  const picked = pickOf(model, {
    ...HEALTHY,
    links: [model.links.findIndex(({ name }) => name === 'cable')],
    stopped: [2],
    partition: 0,
  });
  const later = modelOf(`node first\nlink first -- c\n${TEXT}`);
  const { links, stopped } = causeOf(later, picked);
  expect([later.links[links[0] ?? -1]?.name, later.vertices[stopped[0] ?? -1]?.name]).toEqual(['cable', 'b']);
  expect(causeOf(modelOf('node x, y'), picked)).toEqual(HEALTHY);
});

test('a direction of a link that carries one way is no fault of its own, nor one of a link that is cut', () => {
  const oneWay = pickOf(model, HEALTHY);
  expect(oneWay).toEqual(NOTHING_PICKED);
  expect(causeOf(model, { ...NOTHING_PICKED, oneWays: [{ link: 'b->c', to: 'b' }] }).directions).toEqual([]);
  expect(causeOf(model, { ...NOTHING_PICKED, links: ['cable'], oneWays: [{ link: 'cable', to: 'b' }] })).toMatchObject({
    links: [2],
    directions: [],
  });
});
