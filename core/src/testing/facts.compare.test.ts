import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { sweepAlike } from '../engine/alikeCuts.js';
import { CODES, ERROR, OK } from '../engine/code.js';
import { isForFacts, sweepByFacts, sweepCounted } from '../engine/factSweep.js';
import { sweepByLinks } from '../engine/linkSweep.js';
import { MOST_CUTS } from '../engine/patternSweep.js';
import { NeedJudges } from '../engine/needJudges.js';
import type { Question, Sweep } from '../engine/question.js';
import { Codes, Verdicts } from '../engine/verdicts.js';
import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily, Link, Model, Vertex } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import type { Cause } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import type { World } from '../network/world.js';
import { budgetOf, seedsOf } from './budget.js';
import { shownSweep } from './shownSweep.js';
import { completeMeshes } from './completeMeshes.js';
import { meshes } from './meshes.js';
import { capFence, models, toCap } from './naive/randomModel.js';

const { patterns: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20250110, process.env);
const NO_LIMIT = 1_000_000;
const NO_LIMITS = { runs: NO_LIMIT, steps: NO_LIMIT };
const isSmall = ({ links }: Cause): boolean => links.length <= MOST_CUTS;

/** A drawn model in which more machines are linked directly, and no zone or router leads from one to another. */
const direct: fc.Arbitrary<Model> = fc
  .record({
    model: models({ mostLinks: 6 }),
    more: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 9 }),
    unused: fc.array(fc.nat(), { maxLength: 2 }),
  })
  .map(({ model, more, unused }) => {
    const span = { start: 0, end: 0 };
    const vertices = model.vertices.map((vertex): Vertex => {
      if (vertex.kind === 'client')
        return vertex.placement.kind === 'zone' ? { ...vertex, placement: { kind: 'free' } } : vertex;
      return { kind: 'node', name: vertex.name, span: 'span' in vertex ? vertex.span : span } as Vertex;
    });
    const machines = vertices.flatMap((vertex, id) =>
      vertex.kind === 'client' && vertex.placement.kind === 'node' ? [] : [id],
    );
    const linkOf = (a: number | undefined, b: number | undefined): Link =>
      ({ kind: 'link', name: undefined, a, b, oneWay: false, span }) as unknown as Link;
    const added = more.map(([a, b]) => linkOf(machines[a % machines.length], machines[b % machines.length]));
    // A router that leads to an unused machine at most.
    const ends = unused.flatMap((machine, i) => {
      const router = vertices.length + 2 * i;
      return [linkOf(machines[machine % machines.length], router), linkOf(router, router + 1)];
    });
    const unusedOnes = unused.flatMap((_, i): Vertex[] => [
      { kind: 'router', name: `router${i}`, span } as Vertex,
      { kind: 'node', name: `unused${i}`, span } as Vertex,
    ]);
    const links = [...ends, ...model.links.map((link) => ({ ...link, oneWay: false })), ...added];
    return {
      ...model,
      vertices: [...vertices, ...unusedOnes],
      links: links.filter(({ a, b }) => a !== b).slice(0, 11),
    };
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

/** Two to four replicas that can change places, but for one that may be named, with free clients: at most 11 links. */
const alike: fc.Arbitrary<Model> = fc
  .record({
    size: fc.constantFrom(3, 4, 4),
    scheme: fc.constantFrom(
      ...['choose CP', 'replicate consensus leader b', 'replicate consensus paxos', 'replicate consensus no-prevote'],
      ...['replicate primary b async failover automatic', 'replicate primary b sync 1 failover safe'],
      ...['replicate primary b sync c failover automatic', 'replicate primary b sync 1 weakens failover automatic'],
      ...['replicate primary b step-down failover automatic raft', 'replicate primary b in-sync 2'],
    ),
    witness: fc.boolean(),
    writer: fc.constantFrom('', '', 'at b'),
    reader: fc.constantFrom('', '--', 'at a', 'via a'),
    level: fc.constantFrom('', 'level leader', 'level local', 'level all', 'level bounded 5s'),
    written: fc.constantFrom('', '', 'level all'),
    missing: fc.option(fc.nat({ max: 9 })),
  })
  .map(({ size, scheme, witness, writer, reader, level, written, missing }) => {
    const names = ['a', 'b', 'c', 'd'].slice(0, size);
    const mesh = names.flatMap((u, i) => names.slice(i + 1).map((v) => `link ${u} -- ${v}`));
    const asking = [...(writer === '' ? ['w'] : []), ...(reader === '--' && size === 3 ? ['r'] : [])];
    const links = [...mesh, ...asking.flatMap((client) => names.map((name) => `link ${client} -- ${name}`))];
    const members = names.map((name) => (witness && name === 'd' ? `witness ${name}` : name));
    return [
      `node ${names.join(', ')}`,
      `client w ${writer}`,
      `client r ${reader === 'at a' ? reader : ''} ${reader === 'via a' ? 'at b via a' : ''}`,
      ...links.filter((_, i) => i !== missing),
      `store s on ${members.join(', ')} { ${scheme} }`,
      `operation put: write s from w ${written}`,
      `operation get: read s from w, r ${level}`,
      '',
    ].join('\n');
  })
  .map((text) => resolve(parse(text)))
  .filter(({ diagnostics }) => !diagnostics.some((one) => one.severity === 'error'))
  .map(({ model }) => model);

test('machines that can change places', { timeout: 60_000 + RUNS * 5_000 }, () => {
  const found = { withClasses: 0, shorter: 0 };
  for (const seed of SEEDS)
    fc.assert(
      fc.property(alike, (model) => {
        const verdicts = new Verdicts(model);
        const { topology } = verdicts;
        const family: FaultFamily = { ...EMPTY_FAMILY, links: 'all' };
        model.operations.forEach(({ name, clients }, operation) => {
          for (const client of clients) {
            const asked = verdicts.question(operation, client);
            const kinds = asked.kinds?.();
            if (kinds === undefined || kinds.every((kind, vertex) => kind === vertex)) continue;
            const question = { bits: CODES.length, ...asked };
            const limit = { runs: NO_LIMIT, steps: NO_LIMIT };
            const expected = run(sweepByLinks(topology, family, question, NO_LIMIT));
            const counted = run(sweepCounted(topology, family, question, limit));
            // A machine that asks may be in the way of another one.
            if (counted === undefined) continue;
            found.withClasses++;
            expect(shownSweep(counted), `${name} ${client}\n${capFence(toCap(model))}`).toEqual(shownSweep(expected));
            const { answer, cases } = asked;
            const apart = run(sweepCounted(topology, family, { bits: CODES.length, answer, cases }, limit));
            if (counted.foundBy.runs < (apart?.foundBy.runs ?? 0)) found.shorter++;
          }
        });
      }),
      { seed, numRuns: Math.ceil(RUNS / 2) },
    );
  expect(found.withClasses).toBeGreaterThan(RUNS / 4);
  expect(found.shorter).toBeGreaterThan(RUNS / 8);
});

/** In how many sets of cuts the only operation of a design can be an error for its first client. */
function countedErrors(lines: readonly string[]): bigint | undefined {
  const verdicts = new Verdicts(resolve(parse(`${lines.join('\n')}\n`)).model);
  const question = { bits: CODES.length, ...verdicts.question(0, verdicts.model.operations[0]?.clients[0] ?? -1) };
  const family: FaultFamily = { ...EMPTY_FAMILY, links: 'all' };
  return run(sweepCounted(verdicts.topology, family, question, { runs: 3_000, steps: 1_000_000 }))?.faults[ERROR];
}

const namesOf = (nodes: number): string[] => Array.from({ length: nodes }, (_, i) => `n${i}`);

test('a mesh of seven is counted as a program in C did that went through all 2^28 cuts', { timeout: 60_000 }, () => {
  const names = namesOf(7);
  const errors = countedErrors([
    `node ${names.join(', ')}`,
    `mesh ${names.join(', ')}`,
    'client w',
    ...names.map((name) => `link w -- ${name}`),
    `store s on ${names.join(', ')} { replicate consensus paxos }`,
    'operation put: write s from w',
  ]);
  // Nobody can lead, or w is not beside one that can.
  expect(errors).toBe(33_919_562n);
});

// Facts that rule out no cut lead from a row to itself there: 28,780 is what listing all 2^15 cuts finds.
test('a mesh in which leaders are deposed is counted as it is listed', { timeout: 60_000 }, () => {
  const names = namesOf(6).join(', ');
  const errors = countedErrors([
    `node ${names}`,
    'client p at n0',
    `store s on ${names} { replicate consensus no-prevote }`,
    'operation put: write s from p',
  ]);
  expect(errors).toBe(28_780n);
});

// A copy that refused a write does not answer as if it knew nothing; and one that has led before may be ok.
test.each([
  ['a, b, c, d, e', 'leader a', 'detecting'],
  ['a, b, c, d, e, f', '', 'settled'],
] as const)(
  'bounded reads of %s with `consensus %s` are as the tree of links finds them, %s',
  (names, words, phase) => {
    const design = [
      `node ${names}`,
      'client k at a',
      'client m at b',
      `store s on ${names} { replicate consensus ${words} }`,
      'operation put: write s from k, m',
      'operation get: read s from k, m level bounded 5s',
    ];
    const verdicts = new Verdicts(resolve(parse(`${design.join('\n')}\n`)).model);
    const { topology, model } = verdicts;
    const family: FaultFamily = { ...EMPTY_FAMILY, links: 'all' };
    for (const client of model.operations[1]?.clients ?? []) {
      const question = { bits: CODES.length, ...verdicts.question(1, client, verdicts[phase]) };
      const { faults } = run(sweepByLinks(topology, family, question, NO_LIMIT));
      expect(run(sweepByFacts(topology, family, question, NO_LIMITS))?.faults).toEqual(faults);
    }
  },
);

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
              // Lists of causes are as long as MAX_CAUSES in listing, or of at most MOST_CUTS cuts in counting.
              const shown = (sweep: typeof listed): unknown => [
                sweep?.causes.map(([first]) => first),
                shownSweep(sweep && { ...sweep, causes: sweep.causes.map((causes) => causes.filter(isSmall)) }),
              ];
              expect(shown(counted), `${name} ${client}\n${capFence(toCap(model))}`).toEqual(shown(listed));
            }
          });
        }),
        { seed, numRuns: Math.ceil(RUNS / 5) },
      );
    expect(withCounts).toBeGreaterThan(RUNS / 5);
  },
);

/** Can any two machines change places? */
const hasAlike = (kinds: readonly number[] | undefined): boolean =>
  kinds?.some((kind, vertex) => kind !== vertex) === true;

/** Of each question of one scheme, or part of a `needs`, in a complete mesh: with the machines that can change places. */
function* alikeQuestions(model: Model): Generator<{ readonly topology: Topology; readonly question: Question }> {
  const verdicts = new Verdicts(model);
  const { topology } = verdicts;
  for (const [operation, { clients }] of model.operations.entries())
    for (const client of clients) {
      for (const phase of ['settled', 'detecting', 'unaware'] as const)
        for (const asked of ['question', 'harms'] as const)
          yield {
            topology,
            question: { bits: CODES.length, ...verdicts[asked](operation, client, verdicts.judgeOf(phase)) },
          };
      const judges = new NeedJudges(model, topology);
      const breakers = { own: -1, writes: -1, ownWrites: -1, session: ['writes', 'reads'], phases: 'settled' } as const;
      for (const phase of ['settled', 'detecting'] as const)
        for (const source of judges.allSources({ operation, step: 0, need: 0, client }, breakers, phase)) {
          const sink = new Codes();
          const answer = (world: World): number => {
            sink.mask = 0;
            run(source.judge.judgeStep(world, source.writer, sink));
            return sink.mask & ~(1 << OK);
          };
          yield { topology, question: { bits: CODES.length, answer, kinds: () => judges.kindsOf(source) } };
        }
    }
}

test('of cuts that differ in the names of machines alone one is judged', { timeout: 60_000 + RUNS * 5_000 }, () => {
  let compared = 0;
  for (const seed of SEEDS)
    fc.assert(
      fc.property(fc.oneof(completeMeshes, alike), fc.integer({ min: 1, max: 4 }), (model, cuts) => {
        for (const { topology, question } of alikeQuestions(model)) {
          if (!hasAlike(question.kinds?.())) continue;
          const { kinds: _, ...apart } = question;
          const family: FaultFamily = { ...EMPTY_FAMILY, links: 'all' };
          const shown = (sweep: Partial<Sweep> | undefined): unknown => [sweep?.faults, sweep?.causes, sweep?.family];
          const each = run(sweepByFacts(topology, family, apart, NO_LIMITS));
          compared++;
          expect(shown(run(sweepByFacts(topology, family, question, NO_LIMITS))), capFence(toCap(model))).toEqual(
            shown(each),
          );
          const few: FaultFamily = { ...EMPTY_FAMILY, links: Math.min(cuts, topology.model.links.length) };
          const counted = run(sweepAlike(topology, few, question, { limit: NO_LIMIT, least: 0 }));
          expect(shown(counted), capFence(toCap(model))).toEqual(
            shown(run(sweepByFacts(topology, few, apart, NO_LIMITS))),
          );
        }
      }),
      { seed, numRuns: Math.ceil(RUNS / 5) },
    );
  expect(compared).toBeGreaterThan(RUNS / 2);
});
