import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEALTHY } from '../../network/fault.js';
import { compileTopology } from '../../network/topology.js';
import { verdictsUnder } from '../../engine/under.js';
import { compareUnder } from '../againstNaive.js';
import { budgetOf, seedsOf } from '../budget.js';
import { capFence } from '../naive/randomModel.js';
import { type Meshed, meshes } from '../meshes.js';
import { compareFault, counts, TIMEOUT_MS } from './compare.js';

const PARTITION = { ...HEALTHY, partition: 0 };
const RUNS = Number(process.env.RUNS ?? 0) || budgetOf(process.env).simulated;

function compareMeshes(property: (meshed: Meshed) => void): void {
  for (const seed of seedsOf(20230508, process.env)) {
    fc.assert(
      fc.property(meshes, (meshed) => {
        try {
          property(meshed);
        } catch (error) {
          throw new Error(`${capFence(meshed.text)}\n${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          });
        }
      }),
      { seed, numRuns: RUNS },
    );
  }
}

test('the engine and the naive one elect the same under partial cuts', { timeout: TIMEOUT_MS }, () => {
  let refused = 0;
  compareMeshes(({ model }) => {
    compareUnder(model, PARTITION, 'settled');
    compareUnder(model, PARTITION, 'detecting');
    if (
      verdictsUnder(model, PARTITION).some(
        ({ verdict: { outcomes } }) =>
          outcomes.some(({ reason }) => /that it lacks|may be ahead of it/.test(reason)) && outcomes.length > 1,
      )
    )
      refused++;
  });
  // Otherwise the drawn designs say nothing of the rule.
  expect(refused).toBeGreaterThan(RUNS / 40);
});

test('the engine and the simulator elect the same under partial cuts', { timeout: TIMEOUT_MS }, () => {
  const count = counts();
  compareMeshes(({ model }) => {
    const under = { model, topology: compileTopology(model), cause: PARTITION };
    compareFault('settled', under, count);
    compareFault('detecting', under, count);
  });
  expect(count.leftOut).toBeLessThan(count.asked / 5);
});
