import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { DATA_CODES, LAG_CODES } from '../engine/code.js';
import { GUARANTEES } from '../engine/guarantees/index.js';
import { sweepByLinks } from '../engine/linkSweep.js';
import { NeedJudges } from '../engine/needJudges.js';
import { Codes } from '../engine/verdicts.js';
import { CODES } from '../engine/code.js';
import { EMPTY_FAMILY } from '../model/family.js';
import type { Model } from '../model/model.js';
import { compileTopology } from '../network/topology.js';
import { budgetOf, seedsOf } from './budget.js';
import { meshes } from './meshes.js';
import { capFence, models, toCap } from './naive/randomModel.js';

const { needs: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20141006, process.env);
const FAMILIES = [
  { ...EMPTY_FAMILY, links: 'all' as const },
  { ...EMPTY_FAMILY, links: 1, nodes: 1 },
];

/** The codes of steps that harm no data by the rules of their scheme, as a mask; and how often that was asked. */
function harms(model: Model): { readonly mask: number; readonly asked: number } {
  const topology = compileTopology(model);
  const judges = new NeedJudges(model, topology);
  let [mask, asked] = [0, 0];
  for (const [operation, { steps, clients }] of model.operations.entries()) {
    for (const step of steps.keys()) {
      for (const client of clients) {
        const writer = { operation, step, client };
        if (!judges.harmsNoData(writer)) continue;
        const everything = { own: -1, writes: 0, ownWrites: 0, phases: 'detecting and settled' as const };
        const sources = (['settled', 'detecting'] as const).flatMap((phase) =>
          judges.allSources({ ...writer, need: 0 }, { ...everything, session: ['writes', 'reads'] }, phase),
        );
        for (const { judge } of sources) {
          const sink = new Codes();
          const answer = (world: Parameters<typeof judge.judgeStep>[0]): number => {
            sink.mask = 0;
            run(judge.judgeStep(world, writer, sink));
            return sink.mask;
          };
          for (const family of FAMILIES) {
            const runs = sweepByLinks(topology, family, { bits: CODES.length, answer }, 5000);
            let next = runs.next();
            while (next.done !== true) next = runs.next();
            asked++;
            next.value?.faults.forEach((faults, code) => (mask |= faults > 0n ? 1 << code : 0));
          }
        }
      }
    }
  }
  return { mask: mask & (DATA_CODES | LAG_CODES), asked };
}

test(
  'what a scheme calls harmless harms no data under any fault, in any phase, for any session',
  () => {
    let asked = 0;
    for (const seed of SEEDS) {
      fc.assert(
        fc.property(
          fc.oneof(
            models({ mostLinks: 6 }),
            meshes.map(({ model }) => model),
          ),
          (model) => {
            const found = harms(model);
            asked += found.asked;
            expect(found.mask, capFence(toCap(model))).toBe(0);
          },
        ),
        { numRuns: 4 * RUNS, seed },
      );
    }
    expect(asked).toBeGreaterThan(20);
  },
  60_000 + RUNS * 5_000,
);

test('every guarantee is broken by harmed data alone', () => {
  const masks = Object.values(GUARANTEES).flatMap(({ breakers }) =>
    (['read', 'write'] as const).map((access) => {
      const paths = { store: { replication: { scheme: 'any' } }, step: { access, store: 0, needs: [] } } as never;
      const { own, writes, ownWrites } = breakers(paths, { guarantee: 'eventual' });
      return own | writes | ownWrites;
    }),
  );
  expect(masks.map((mask) => mask & ~(DATA_CODES | LAG_CODES))).toEqual(masks.map(() => 0));
});
