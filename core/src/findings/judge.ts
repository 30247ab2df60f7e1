import { flatMapped, run, type Steps } from '../base/steps.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { ClientResult, Results } from '../engine/facts.js';
import { needsRefuted } from '../engine/needs.js';
import type { Resolved } from '../model/model.js';
import { judgeAcceptance } from './acceptance.js';
import { judgeExpectation } from './expectation.js';
import { judgeNeeds } from './needs.js';
import { judgeOperations } from './operation.js';
import { judgeUnjudged } from './unjudged.js';

/**
 * What the results mean for the author of the file: one diagnostic per operation that something happens to, one per
 * need that is not given, one per expectation that fails or can't be decided, one per `accept` with nothing to accept.
 * Deterministic: the editor and the terminal show the same.
 */
export function judge(resolved: Resolved, results: Results): Diagnostic[] {
  return run(judgeInSteps(resolved, results));
}

/** `judge` in steps. */
export function* judgeInSteps(resolved: Resolved, results: Results): Steps<Diagnostic[]> {
  const byOperation: ClientResult[][] = resolved.model.operations.map(() => []);
  for (const result of results.clients) byOperation[result.operation]?.push(result);
  const unjudged = yield* judgeUnjudged(resolved);
  const ofOperations = yield* judgeOperations(resolved, byOperation, results.expectations);
  const size = (): number => FINDING_SIZE;
  const ofExpectations = yield* flatMapped(results.expectations, size, (result) => judgeExpectation(resolved, result));
  const ofNeeds = judgeNeeds(resolved, results.needs, results.expectations);
  const ofAcceptances = yield* flatMapped(resolved.model.acceptances, size, (_, acceptance) =>
    judgeAcceptance(resolved, acceptance, byOperation),
  );
  return [...unjudged, ...ofOperations, ...ofExpectations, ...ofNeeds, ...ofAcceptances];
}

/** The work of saying one thing, in the units of a step. */
const FINDING_SIZE = 200;

/**
 * What needs no look at any fault: what is not judged, and needs that are impossible even on the healthy network. In
 * steps.
 */
export function* judgeAtOnce(resolved: Resolved): Steps<Diagnostic[]> {
  const unjudged = yield* judgeUnjudged(resolved);
  return [...unjudged, ...judgeNeeds(resolved, yield* needsRefuted(resolved.model), [])];
}
