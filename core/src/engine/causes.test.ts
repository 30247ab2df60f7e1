import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { FAULT_KINDS } from '../network/kinds.js';
import { parse } from '../syntax/parse.js';
import { smallest } from './causes.js';

const { model } = resolve(parse('zone x { node a, b }\nzone y { node c }\nlink x -- y'));

test('of two things of one kind, neither is a part of the other', () => {
  for (const kind of FAULT_KINDS) {
    const causes = kind.of(model).map((one) => ({ ...HEALTHY, [kind.part]: [one] }));
    expect(smallest(model, [...causes].reverse()), kind.one).toEqual(causes);
    const pairs = causes.slice(1).map((_, i) => ({ ...HEALTHY, [kind.part]: kind.of(model).slice(i, i + 2) }));
    expect(smallest(model, [...pairs, ...causes]), kind.one).toEqual(causes);
  }
});

test('a cut link is part of all that cuts it', () => {
  const cut = { ...HEALTHY, links: [0] };
  const others = [
    { ...HEALTHY, directions: [0] },
    { ...HEALTHY, isolated: [model.links[0]?.a ?? -1] },
  ];
  const [first] = others;
  expect(smallest(model, [...others, cut])[0]).toEqual(cut);
  expect(smallest(model, [...others, cut])).not.toContainEqual(first);
});
