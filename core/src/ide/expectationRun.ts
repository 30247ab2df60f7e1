import { run, type Steps } from '../base/steps.js';
import type { Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { culprit } from '../render/words/culprit.js';
import { findWitnessInSteps, type WitnessStep } from '../render/reports/witness.js';
import { expectationItemsInSteps } from './expectationItems.js';
import { tooMuchToList } from './panelLimit.js';

/** Runs of the simulator for one expectation: what an editor shows beside a failure must be there at once. */
const MOST_RUNS = 5000;

/**
 * How an expectation that fails comes to its counterexample, step by step; nothing if it does not fail, or if no such
 * run is among the first ones; nor where a table would have too many rows. `id`: of `ExpectationItem`.
 */
export function expectationRun(resolved: Resolved, results: Results, id: string): readonly WitnessStep[] {
  return run(expectationRunInSteps(resolved, results, id));
}

/** `expectationRun` in steps. */
export function* expectationRunInSteps(
  resolved: Resolved,
  results: Results,
  id: string,
): Steps<readonly WitnessStep[]> {
  if (tooMuchToList(resolved.model) !== undefined) return [];
  const item = (yield* expectationItemsInSteps(resolved, results)).find((one) => one.id === id);
  if (item?.expectation === undefined) return [];
  const expectation = resolved.model.expectations[item.expectation];
  const counterexample = results.expectations.find((one) => one.expectation === item.expectation)?.counterexample;
  if (expectation === undefined || counterexample === undefined) return [];
  const { client, verdict } = counterexample;
  const outcome = culprit(expectation, verdict.outcomes);
  if (outcome === undefined) return [];
  const phase = counterexample.whileDetecting === true ? 'detecting' : 'settled';
  const found = yield* findWitnessInSteps(
    resolved,
    { operation: expectation.operation, client, cause: verdict.cause, outcome, phase },
    MOST_RUNS,
  );
  return found.kind === 'found' ? found.steps : [];
}
