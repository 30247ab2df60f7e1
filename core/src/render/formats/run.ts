import type { Diagnostic } from '../../checks/diagnostic.js';
import { standingOf } from '../../review/standing.js';
import { operationSpan } from '../../model/symbols.js';
import type { CheckedFile } from '../print/json.js';
import { headlineQuestions } from '../reports/headlineQuestions.js';
import { findWitness, type WitnessQuestion, type WitnessStep } from '../reports/witness.js';
import { culprit } from '../words/culprit.js';

/** Runs of the simulator for one finding: there may be many, and nobody waits for a report in CI for long. */
const MOST_RUNS = 5000;

/** How a finding comes about, step by step; nothing for a mistake, or if no such run is among the first ones. */
export function runOf(file: CheckedFile, diagnostic: Diagnostic): readonly WitnessStep[] {
  const question = expectationQuestion(file, diagnostic) ?? operationQuestion(file, diagnostic);
  if (question === undefined) return [];
  const answer = findWitness(file.resolved, question, MOST_RUNS);
  return answer.kind === 'found' ? answer.steps : [];
}

/** Of an expectation that fails: how its counterexample comes about. */
function expectationQuestion({ resolved, results }: CheckedFile, { span }: Diagnostic): WitnessQuestion | undefined {
  const { model, origins } = resolved;
  const failing = results.expectations.find(({ expectation }) => {
    const written = origins.expectations[expectation];
    return written !== undefined && span.start >= written.start && span.end <= written.end;
  });
  const expectation = model.expectations[failing?.expectation ?? -1];
  const counterexample = failing?.counterexample;
  if (expectation === undefined || counterexample === undefined) return undefined;
  const { client, verdict, whileDetecting } = counterexample;
  const outcome = culprit(expectation, verdict.outcomes);
  if (outcome === undefined) return undefined;
  const phase = whileDetecting === true ? 'detecting' : 'settled';
  return { operation: expectation.operation, client, cause: verdict.cause, outcome, phase };
}

/** Of an operation: how the verdict comes about that its diagnostic is about. */
function operationQuestion(
  { resolved, results }: CheckedFile,
  { span, code }: Diagnostic,
): WitnessQuestion | undefined {
  const { model } = resolved;
  const operation = model.operations.findIndex((_, i) => operationSpan(resolved, i).start === span.start);
  if (operation < 0) return undefined;
  const clients = results.clients.filter((one) => one.operation === operation);
  const { headline, beyond } = standingOf(model, results.expectations, clients);
  const told = [headline, beyond].find((one) => one !== undefined && code === `op-${one.verdict}`);
  return told === undefined ? undefined : headlineQuestions(model, operation, told)[0];
}
