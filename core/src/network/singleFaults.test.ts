import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { HEALTHY } from './fault.js';
import { FAULT_KINDS } from './kinds.js';
import { LinkWorld } from './linkWorld.js';
import { singleFaultsOf } from './singleFaults.js';
import { compileTopology } from './topology.js';
import { IS_DESTROYED, IS_UP } from './world.js';

const NAMES = ['x', 'y', 'r', 's', 'a', 'b', 'c', 'd'];

/** Two zones, two routers, nodes in and outside of zones, clients in a zone, at a node and by themselves. */
function design(drawn: readonly (readonly [number, number, boolean])[]): string {
  const links = drawn.flatMap(([one, other, isOneWay]) => {
    const [from, to] = [NAMES[one % NAMES.length], NAMES[other % NAMES.length]];
    return from === to ? [] : [`link ${from} ${isOneWay ? '->' : '--'} ${to}`];
  });
  const clients = ['client k in x', 'client l at c', 'client m', 'link m -- r'];
  return ['zone x { node a }', 'zone y { node b }', 'node c, d', 'router r, s', ...clients, ...links].join('\n');
}

test('each fault gives each answer that a network under it gives', () => {
  let changed = 0;
  const wrong: unknown[] = [];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(false, false, false, true)), { maxLength: 9 }),
      (drawn) => {
        const { model } = resolve(parse(design(drawn)));
        const topology = compileTopology(model);
        const vertices = model.vertices.map((_, vertex) => vertex);
        for (const kind of FAULT_KINDS) {
          const single = singleFaultsOf(topology, kind);
          for (const fault of kind.of(model)) {
            const world = new LinkWorld(topology, { ...HEALTHY, [kind.part]: [fault] }, 0);
            if (single.isTwoWay && !world.isTwoWay) wrong.push(kind.one);
            const answers = vertices.flatMap((from) => [
              [from, IS_UP, world.isUp(from)] as const,
              [from, IS_DESTROYED, world.isDestroyed(from)] as const,
              ...vertices.map((to) => [from, to, world.reach(from, to)] as const),
            ]);
            for (const [from, to, is] of answers) {
              const { healthy, changedBy } = single.answer(from, to);
              if (healthy !== is) changed++;
              if ((healthy !== changedBy.has(fault)) !== is) wrong.push([kind.one, fault, from, to, is]);
            }
          }
        }
      },
    ),
    { numRuns: 40, seed: 20250301 },
  );
  expect(wrong).toEqual([]);
  expect(changed).toBeGreaterThan(1000);
});
