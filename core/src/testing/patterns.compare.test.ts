import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { CODES } from '../engine/code.js';
import { sweepByLinks } from '../engine/linkSweep.js';
import { patternSweep } from '../engine/patternSweep.js';
import { Verdicts } from '../engine/verdicts.js';
import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily, Link, Model, Vertex } from '../model/model.js';
import { compileTopology } from '../network/topology.js';
import { budgetOf, seedsOf } from './budget.js';
import { shownSweep } from './shownSweep.js';
import { capFence, models, toCap } from './naive/randomModel.js';

const { patterns: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20221103, process.env);

const NO_LIMIT = { runs: 1_000_000, states: 1_000_000 };

/**
 * A drawn model whose links carry both ways, and in which some machines have a second way over routers that form a ring
 * with chords. At most `mostLinks` links in all.
 */
function relayed(mostLinks: number): fc.Arbitrary<Model> {
  const drawn = fc.record({
    model: models({ mostLinks: 6 }),
    routers: fc.nat({ max: 4 }),
    chords: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
    uplinks: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }),
  });
  return drawn.map(({ model, routers, chords, uplinks }) => {
    const span = { start: 0, end: 0 };
    const first = model.vertices.length;
    const added: Vertex[] = Array.from(
      { length: routers },
      (_, i) => ({ kind: 'router', name: `r${i}`, span }) as Vertex,
    );
    const link = (a: number, b: number): Link =>
      ({ kind: 'link', name: undefined, a, b, oneWay: false, span }) as never;
    const nodes = model.vertices.flatMap(({ kind }, id) => (kind === 'node' ? [id] : []));
    const ring = routers < 2 ? [] : added.map((_, i) => link(first + i, first + ((i + 1) % routers)));
    const more =
      routers === 0
        ? []
        : [
            ...chords.map(([a, b]) => link(first + (a % routers), first + (b % routers))),
            ...uplinks.map(([node, router]) => link(nodes[node % nodes.length] ?? 0, first + (router % routers))),
          ];
    const links = [
      ...model.links.map((one) => ({ ...one, oneWay: false })),
      ...ring,
      ...more.filter(({ a, b }) => a !== b),
    ];
    // What a store requires multiplies the situations of one network, and has no part in how it is taken apart.
    const stores = model.stores.map(({ requires: _, ...store }) => store);
    const services = model.services.map(({ requires: _, ...service }) => service);
    return { ...model, stores, services, vertices: [...model.vertices, ...added], links: links.slice(0, mostLinks) };
  });
}

const FAMILIES: readonly FaultFamily[] = [
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, links: 2 },
  { ...EMPTY_FAMILY, links: 'all', nodes: 1 },
  { ...EMPTY_FAMILY, links: 'all', zones: 1 },
  { ...EMPTY_FAMILY, links: 3, isolated: 1, apart: 1 },
  { ...EMPTY_FAMILY, links: 'all', pairs: 1 },
];

describe('patterns of reachability and the tree of decided links find the same', () => {
  test.each(['settled', 'detecting'] as const)('%s: counts and causes', { timeout: 60_000 + RUNS * 5_000 }, (phase) => {
    for (const seed of SEEDS) {
      fc.assert(
        fc.property(relayed(11), fc.constantFrom(...FAMILIES), (model, family) => {
          const verdicts = new Verdicts(model);
          model.operations.forEach(({ name, clients }, operation) => {
            const [client] = clients;
            if (client === undefined || verdicts.limit(operation) !== undefined) return;
            const question = { bits: CODES.length, ...verdicts.question(operation, client, verdicts[phase]) };
            const topology = compileTopology(model);
            const expected = run(sweepByLinks(topology, family, question, NO_LIMIT.runs));
            const found = run(patternSweep(topology, family, question, NO_LIMIT));
            try {
              expect(shownSweep(found)).toEqual(shownSweep(expected));
            } catch (error) {
              throw new Error(`${name} under ${JSON.stringify(family)}\n${capFence(toCap(model))}`, { cause: error });
            }
          });
        }),
        { seed, numRuns: RUNS },
      );
    }
  });
});
