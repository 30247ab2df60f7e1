import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODES } from '../engine/code.js';
import { isForFacts, sweepByFacts } from '../engine/factSweep.js';
import { sweepByLinks } from '../engine/linkSweep.js';
import { Verdicts } from '../engine/verdicts.js';
import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily, Link, Model, Vertex } from '../model/model.js';
import { budgetOf, seedsOf } from './budget.js';
import { meshes } from './meshes.js';
import { capFence, models, toCap } from './naive/randomModel.js';

const { patterns: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20250110, process.env);
const NO_LIMIT = 1_000_000;

function drained<T>(run: Generator<void, T>): T {
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value;
  }
}

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
              const question = { bits: CODES.length, answer: verdicts.question(operation, client, verdicts[phase]) };
              const expected = drained(sweepByLinks(topology, family, question, NO_LIMIT));
              const found = drained(sweepByFacts(topology, family, question, NO_LIMIT));
              compared++;
              try {
                expect(found).toEqual(expected);
              } catch (error) {
                throw new Error(`${name} under ${JSON.stringify(family)}\n${capFence(toCap(model))}`, { cause: error });
              }
            });
          },
        ),
        { seed, numRuns: RUNS },
      );
    }
    expect(compared).toBeGreaterThan(RUNS / 2);
  });
});
