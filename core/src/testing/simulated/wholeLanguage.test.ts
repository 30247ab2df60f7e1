import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictsOf } from '../../engine/verdicts.js';
import type { Model } from '../../model/model.js';
import type { Cause } from '../../network/fault.js';
import { compileTopology } from '../../network/topology.js';
import { compareUnaware, compareUnder } from '../againstNaive.js';
import { budgetOf, seedsOf } from '../budget.js';
import { ClauseCount } from '../furtherClauses.js';
import { capFence, models, toCap } from '../naive/randomModel.js';
import { compareFault, counts, FAMILIES, TIMEOUT_MS } from './compare.js';
import { differentFaults } from './signature.js';

/** Designs of one seed; further ones are drawn with the next seed, so that a part can be repeated alone. */
const PART = 100;
/** Faults that are drawn for each design, of the hundreds that it may have. */
const FAULTS = 2;

/** The naive engine tries all that stores may be in at a time: designs with more cases take it minutes, or hours. */
const MOST_CASES = 40;

const { wholeLanguage: RUNS } = budgetOf(process.env);

const parts = seedsOf(20261130, process.env).flatMap((seed) =>
  Array.from({ length: Math.ceil(RUNS / PART) }, (_, part) => ({
    seed: seed + part,
    runs: Math.min(PART, RUNS - part * PART),
  })),
);

/** A design, and numbers by which its faults are chosen. */
const questions = fc.tuple(
  models({ mostLinks: 5 }),
  fc.array(fc.nat({ max: 999 }), { minLength: FAULTS, maxLength: FAULTS }),
);

test.each(parts)(
  'engine, naive engine and simulator find the same, settled and while detecting: seed $seed',
  { timeout: TIMEOUT_MS },
  ({ seed, runs }) => {
    const count = counts();
    let withoutNaive = 0;
    const clauses = new ClauseCount();
    fc.assert(
      fc.property(questions, ([model, numbers]) => {
        clauses.add(model);
        const topology = compileTopology(model);
        const faults = differentFaults(model, FAMILIES);
        const isSmall = mostCases(model) <= MOST_CASES;
        if (!isSmall) withoutNaive++;
        for (const cause of new Set(numbers.flatMap((n) => faults[n % faults.length] ?? []))) {
          count.faults++;
          if (isSmall) againstNaive(model, cause);
          for (const phase of ['settled', 'detecting'] as const) compareFault(phase, { model, topology, cause }, count);
        }
      }),
      { seed, numRuns: runs },
    );
    console.log(
      `seed ${seed}: ${clauses.text}; ${count.faults} faults, ${count.asked} questions to the simulator, of which ` +
        `${count.leftOut} need more runs than it is given; ${withoutNaive} designs without the naive engine`,
    );
    expect(withoutNaive).toBeLessThanOrEqual(runs / 5);
    expect(count.leftOut).toBeLessThan(count.asked / 5);
    if (runs >= 100) expect(clauses.share).toBeGreaterThan(1 / 2);
  },
);

/** Of one operation while the break is being detected, as the engine estimates it. */
function mostCases(model: Model): number {
  const { cases } = verdictsOf(model).judgeOf('detecting');
  return Math.max(...model.operations.map((_, operation) => cases.of(operation, MOST_CASES + 1)));
}

function againstNaive(model: Model, cause: Cause): void {
  try {
    compareUnder(model, cause, 'settled');
    compareUnder(model, cause, 'detecting');
    compareUnaware(model, cause);
  } catch (error) {
    throw new Error(`${capFence(toCap(model))}\n${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
