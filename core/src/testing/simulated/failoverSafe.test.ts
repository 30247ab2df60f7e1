import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreAll } from '../../engine/explore.js';
import type { Model, Step } from '../../model/model.js';
import { budgetOf, seedsOf } from '../budget.js';
import { capFence, models, toCap } from '../naive/randomModel.js';
import { destroysDisks } from '../../model/family.js';

const { naive: RUNS } = budgetOf(process.env);

/** Without levels of its own, and without replicas that answer by themselves. */
function atDefaultLevel(model: Model): Model {
  return {
    ...model,
    stores: model.stores.map((store) => ({ ...store, ...(store.choice === 'AP' ? { choice: 'CP' } : {}) })),
    operations: model.operations.map((operation) => ({
      ...operation,
      steps: operation.steps.map(({ access, store, needs }): Step => ({ access, store, needs })),
    })),
  };
}

/** A destroyed disk loses its writes under every failover. */
const failsOverSafely = (model: Model): boolean =>
  !destroysDisks(model) &&
  model.stores.every(({ replication }) => replication.scheme === 'primary' && replication.failover === 'safe');

test('failover safe loses no write of the default level', { timeout: 60_000 + RUNS * 10_000 }, () => {
  for (const seed of seedsOf(20121222, process.env)) {
    fc.assert(
      fc.property(models({ mostLinks: 6 }).filter(failsOverSafely).map(atDefaultLevel), (model) => {
        const found = exploreAll(model).clients.flatMap(({ findings }) =>
          findings.map(({ outcome }) => outcome.verdict),
        );
        expect(found, capFence(toCap(model))).not.toContain('lost');
        expect(found, capFence(toCap(model))).not.toContain('conflict');
      }),
      { seed, numRuns: RUNS },
    );
  }
});
