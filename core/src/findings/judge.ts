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
  const byOperation: ClientResult[][] = resolved.model.operations.map(() => []);
  for (const result of results.clients) byOperation[result.operation]?.push(result);
  return [
    ...judgeUnjudged(resolved),
    ...judgeOperations(resolved, byOperation, results.expectations),
    ...results.expectations.flatMap((result) => judgeExpectation(resolved, result)),
    ...judgeNeeds(resolved, results.needs, results.expectations),
    ...resolved.model.acceptances.flatMap((_, acceptance) => judgeAcceptance(resolved, acceptance, byOperation)),
  ];
}

/** What needs no look at any fault: what is not judged, and needs that are impossible even on the healthy network. */
export function judgeAtOnce(resolved: Resolved): Diagnostic[] {
  return [...judgeUnjudged(resolved), ...judgeNeeds(resolved, needsRefuted(resolved.model), [])];
}
