import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../base/steps.js';
import { areApart } from '../../engine/judge/cases.js';
import { Verdicts } from '../../engine/verdicts.js';
import { EMPTY_FAMILY } from '../../model/family.js';
import { LinkWorld } from '../../network/linkWorld.js';
import { budgetOf, seedsOf } from '../budget.js';
import { faultsOf } from '../faults.js';
import { capFence, models, toCap } from './randomModel.js';

/** A design costs less here than against the naive engine. */
const DESIGNS = 5 * budgetOf(process.env).naive;

/** A request is judged once for what happens during the break, and once for what happened just before. */
const TIMES = 2;

test.each(seedsOf(20130902, process.env))(
  'no more combinations of situations are judged than the limit of an operation counts, seed %i',
  { timeout: 900_000 },
  (seed) => {
    fc.assert(
      fc.property(models(), (model) => {
        const verdicts = new Verdicts(model);
        const faults = [{ links: 2 }, { nodes: 1 }].flatMap((one) => faultsOf(model, { ...EMPTY_FAMILY, ...one }));
        for (const phase of ['settled', 'detecting'] as const) {
          const judge = verdicts.judgeOf(phase);
          for (const [i, operation] of model.operations.entries()) {
            const [client] = operation.clients;
            // Steps that are judged one by one cost a sum, which needs no limit.
            if (client === undefined || (phase === 'detecting' && areApart(model, operation))) continue;
            const counted = judge.cases.of(i, Infinity);
            for (const cause of faults) {
              const world = new LinkWorld(verdicts.topology, cause, 0);
              if (world.isSilent(client)) continue;
              const before = judge.cases.judged;
              run(judge.judge(world, i, client, { thorough: true, add: () => undefined }));
              const judged = judge.cases.judged - before;
              const where = `${operation.name}, ${phase}, ${JSON.stringify(cause)}\n${capFence(toCap(model))}`;
              expect(judged, where).toBeLessThanOrEqual(TIMES * counted);
            }
          }
        }
      }),
      { seed, numRuns: DESIGNS },
    );
  },
);
