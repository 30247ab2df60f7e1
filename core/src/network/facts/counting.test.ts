import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../base/steps.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { compileTopology } from '../topology.js';
import { CutCounter } from './cutCounter.js';
import { EveryCut, type Listed } from './everyCut.js';
import type { Fact } from './fact.js';
import { Machines } from './machines.js';
import { Row } from './row.js';
import { smallestCuts } from './smallestCuts.js';

/** A mesh of five with a machine beside it, without some of the links. */
function drawn(missing: readonly number[]): ReturnType<typeof compileTopology> {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const mesh = names.flatMap((u, i) => names.slice(i + 1).map((v) => `link ${u} -- ${v}`));
  const links = [...mesh, ...names.map((u) => `link x -- ${u}`)].filter((_, i) => !missing.includes(i));
  return compileTopology(resolve(parse(`node ${names.join(', ')}, x\n${links.join('\n')}`)).model);
}

const MESH = [0, 1, 2, 3, 4];
const machine = fc.nat({ max: 4 });
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ a: machine, b: fc.nat({ max: 5 }) }).map(({ a, b }): Fact => ({ kind: 'pair', a, b: a === b ? 5 : b })),
  fc
    .record({ of: machine, others: fc.subarray(MESH), least: fc.integer({ min: 1, max: 3 }) })
    .map(({ of, others, least }): Fact => ({ kind: 'atLeast', of, others: others.filter((one) => one !== of), least })),
  // Counts of one machine among different others.
  fc
    .record({ of: fc.constantFrom(0, 1), others: fc.subarray(MESH, { minLength: 2 }), least: fc.constantFrom(1, 2) })
    .map(({ of, others, least }): Fact => ({ kind: 'atLeast', of, others: others.filter((one) => one !== of), least })),
  fc.record({ a: machine, b: machine }).map(({ a, b }): Fact => ({ kind: 'joined', a, b, over: MESH })),
  fc.record({ to: machine }).map(({ to }): Fact => ({ kind: 'beside', from: 5, to, over: MESH })),
  fc
    .record({ to: fc.integer({ min: 1, max: 4 }) })
    .map(({ to }): Fact => ({ kind: 'beside', from: 0, to, over: MESH })),
);

test('counts what can be listed: facts that are so and are not so, one after the other', () => {
  let counted = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fact, fc.boolean()), { minLength: 1, maxLength: 7 }),
      fc.uniqueArray(fc.nat({ max: 14 }), { maxLength: 4 }),
      (facts, missing) => {
        const topology = drawn(missing);
        const machines = new Machines(topology);
        const counter = new CutCounter(topology, machines, { steps: 1_000_000 });
        let row: Row | undefined = Row.all(machines);
        const every = new EveryCut(topology, topology.model.links.length);
        let listed: Listed | undefined = every.distinct(run(every.firstImages([])));
        for (const [one, isSo] of facts) {
          const split: ReturnType<Row['split']> = row.split(one);
          if (split === undefined) return;
          const side = isSo ? 'yes' : 'no';
          row = split[side];
          listed = listed.split(one)[side];
          // A row that shows that its facts are against each other is none.
          if (row === undefined) expect(listed).toBeUndefined();
          if (row === undefined) return;
          const count = run(counter.count(row.constraints));
          if (count === undefined) return;
          counted++;
          expect(count).toBe(BigInt(listed?.numbers.length ?? 0));
          if (listed === undefined) return;
          const [smallest] = listed.numbers;
          const first = smallestCuts(row.constraints, machines, every.linksOf(smallest ?? -1).length, { steps: 1_000 });
          expect(first?.[0]?.size).toBe(every.linksOf(smallest ?? -1).length);
        }
      },
    ),
    { numRuns: 100, seed: 20250111 },
  );
  expect(counted).toBeGreaterThan(20);
}, 60_000);

const some = (of: number, least: number, others: readonly number[]): Fact => ({ kind: 'atLeast', of, others, least });

/** Rows of facts, each with whether it is so, that were once counted wrongly or nearly so. */
const ROWS: readonly (readonly [string, readonly (readonly [Fact, boolean])[]])[] = [
  [
    'two counts of one machine, that change places if two others do',
    [
      [some(2, 1, [3, 4]), true],
      [some(2, 1, [1, 3]), true],
    ],
  ],
  [
    'two machines of which the same is asked, in another order',
    [
      [some(0, 1, [1, 2]), true],
      [some(0, 1, [2, 3]), true],
      [some(1, 1, [2, 3]), true],
      [some(1, 1, [0, 2]), true],
    ],
  ],
  [
    'a link that is asked for again, from its other end',
    [
      [{ kind: 'pair', a: 3, b: 1 }, false],
      [{ kind: 'pair', a: 1, b: 3 }, false],
    ],
  ],
  [
    'a link that is asked for by itself, and a machine beside others',
    [
      [{ kind: 'pair', a: 0, b: 1 }, false],
      [{ kind: 'beside', from: 5, to: 1, over: MESH }, true],
      [{ kind: 'beside', from: 5, to: 0, over: MESH }, false],
    ],
  ],
];

test.each(ROWS)('%s', (_, row) => {
  for (const missing of [[], [0], [2, 11]]) {
    const topology = drawn(missing);
    const machines = new Machines(topology);
    const counter = new CutCounter(topology, machines, { steps: 1_000_000 });
    let counted: Row | undefined = Row.all(machines);
    const every = new EveryCut(topology, topology.model.links.length);
    let listed: Listed | undefined = every.distinct(run(every.firstImages([])));
    for (const [fact, isSo] of row) {
      const side = isSo ? 'yes' : 'no';
      counted = counted?.split(fact)?.[side];
      listed = listed?.split(fact)[side];
      expect(counted && run(counter.count(counted.constraints))).toBe(listed && BigInt(listed.numbers.length));
    }
  }
});
