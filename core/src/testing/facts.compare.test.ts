import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { CODES } from '../engine/code.js';
import { isForFacts, sweepByFacts, sweepCounted } from '../engine/factSweep.js';
import { sweepByLinks } from '../engine/linkSweep.js';
import { Verdicts } from '../engine/verdicts.js';
import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily, Link, Model, Vertex } from '../model/model.js';
import { budgetOf, seedsOf } from './budget.js';
import { shownSweep } from './shownSweep.js';
import { completeMeshes } from './completeMeshes.js';
import { meshes } from './meshes.js';
import { capFence, models, toCap } from './naive/randomModel.js';

const { patterns: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20250110, process.env);
const NO_LIMIT = 1_000_000;

/** A drawn model without zones and routers, in which more machines are linked directly. */
const direct: fc.Arbitrary<Model> = fc
  .record({ model: models({ mostLinks: 6 }), more: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 9 }) })
  .map(({ model, more }) => {
    const span = { start: 0, end: 0 };
    const vertices = model.vertices.map((vertex): Vertex => {
      if (vertex.kind === 'client')
        return vertex.placement.kind === 'zone' ? { ...vertex, placement: { kind: 'free' } } : vertex;
      return { kind: 'node', name: vertex.name, span: 'span' in vertex ? vertex.span : span } as Vertex;
    });
    const machines = vertices.flatMap((vertex, id) =>
      vertex.kind === 'client' && vertex.placement.kind === 'node' ? [] : [id],
    );
    const added = more.map(
      ([a, b]) =>
        ({
          kind: 'link',
          name: undefined,
          a: machines[a % machines.length],
          b: machines[b % machines.length],
          oneWay: false,
          span,
        }) as unknown as Link,
    );
    const links = [...model.links.map((link) => ({ ...link, oneWay: false })), ...added];
    return { ...model, vertices, links: links.filter(({ a, b }) => a !== b).slice(0, 11) };
  });

const FAMILIES: readonly FaultFamily[] = [
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, links: 3 },
];

describe('facts and the tree of decided links find the same counts and causes', () => {
  test.each(['settled', 'detecting'] as const)('%s', { timeout: 60_000 + RUNS * 5_000 }, (phase) => {
    let compared = 0;
    let withCounts = 0;
    for (const seed of SEEDS) {
      fc.assert(
        fc.property(
          fc.oneof(
            direct,
            meshes.map(({ model }) => model),
          ),
          fc.constantFrom(...FAMILIES),
          (model, family) => {
            const verdicts = new Verdicts(model);
            const { topology } = verdicts;
            if (!isForFacts(topology, family)) return;
            model.operations.forEach(({ name, clients }, operation) => {
              const [client] = clients;
              if (client === undefined || verdicts.limit(operation) !== undefined) return;
              const question = { bits: CODES.length, ...verdicts.question(operation, client, verdicts[phase]) };
              const { complete, ...expected } = run(sweepByLinks(topology, family, question, NO_LIMIT));
              expect(complete).toBe(true);
              const found = run(sweepByFacts(topology, family, question, { runs: NO_LIMIT, steps: NO_LIMIT }));
              compared++;
              const counted =
                family.links === 'all'
                  ? run(sweepCounted(topology, family, question, { runs: NO_LIMIT, steps: NO_LIMIT }))
                  : undefined;
              if (counted !== undefined) withCounts++;
              try {
                // Each says how it was found, and by how many runs.
                expect({ ...found, foundBy: undefined }).toEqual({ ...expected, foundBy: undefined });
                if (counted !== undefined) expect(shownSweep(counted)).toEqual(shownSweep(expected));
              } catch (error) {
                throw new Error(`${name} under ${JSON.stringify(family)}\n${capFence(toCap(model))}`, { cause: error });
              }
            });
          },
        ),
        { seed, numRuns: Math.ceil(RUNS / 2) },
      );
    }
    expect(compared).toBeGreaterThan(RUNS / 4);
    expect(withCounts).toBeGreaterThan(RUNS / 8);
  });
});

/**
 * In larger meshes, which are counted and not listed, the listing of all cuts is the reference: the test above compares
 * that with the tree.
 */
test.each(['settled', 'detecting'] as const)(
  'complete meshes of any scheme are counted as they are listed, %s',
  { timeout: 60_000 + RUNS * 10_000 },
  (phase) => {
    let withCounts = 0;
    for (const seed of SEEDS)
      fc.assert(
        fc.property(completeMeshes, (model) => {
          const verdicts = new Verdicts(model);
          const { topology } = verdicts;
          const family: FaultFamily = { ...EMPTY_FAMILY, links: 'all' };
          model.operations.forEach(({ name, clients }, operation) => {
            for (const client of clients) {
              const question = { bits: CODES.length, ...verdicts.question(operation, client, verdicts[phase]) };
              const counted = run(sweepCounted(topology, family, question, { runs: 3_000, steps: 1_200_000 }));
              if (counted === undefined) continue;
              withCounts++;
              const listed = run(sweepByFacts(topology, family, question, { runs: NO_LIMIT, steps: NO_LIMIT }));
              const first = (sweep: typeof listed): unknown =>
                sweep?.faults.map((count, bit) => [count, sweep.causes[bit]?.[0]]);
              expect(first(counted), `${name} ${client}\n${capFence(toCap(model))}`).toEqual(first(listed));
            }
          });
        }),
        { seed, numRuns: Math.ceil(RUNS / 5) },
      );
    expect(withCounts).toBeGreaterThan(RUNS / 5);
  },
);
