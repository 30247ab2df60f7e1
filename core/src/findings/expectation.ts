import { culprit } from '../render/words/culprit.js';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Span } from '../base/span.js';
import type { ExpectationResult } from '../engine/facts.js';
import type { Expectation, Resolved } from '../model/model.js';
import { whenText } from '../render/words/cause.js';
import { because } from '../render/words/sentence.js';
import { happensText, reasonText } from '../render/words/verdict.js';
import { vertexName } from '../render/words/names.js';
import { operationSpan } from '../model/symbols.js';
import { relatedTo } from '../render/related.js';

export function judgeExpectation(resolved: Resolved, result: ExpectationResult): Diagnostic[] {
  const { model, origins } = resolved;
  const expectation = model.expectations[result.expectation];
  const span = origins.expectations[result.expectation];
  if (expectation === undefined || span === undefined || result.status === 'holds') return [];
  if (result.status === 'not known') {
    const looked = result.bound === 'nothing' ? '' : ` (looked at ${result.bound})`;
    const message = `not known whether this holds: ${result.why ?? 'a limit was hit'}${looked}`;
    return [
      {
        code: 'expectation-not-known',
        severity: 'warning',
        span,
        message,
        related: [operationPlace(resolved, expectation)],
      },
    ];
  }
  return [fails(resolved, expectation, result, span)];
}

function fails(resolved: Resolved, expectation: Expectation, result: ExpectationResult, span: Span): Diagnostic {
  const { model } = resolved;
  const common = { code: 'expectation-fails', severity: 'error', span } as const;
  const { counterexample } = result;
  const outcome = counterexample === undefined ? undefined : culprit(expectation, counterexample.verdict.outcomes);
  if (counterexample === undefined || outcome === undefined) {
    return {
      ...common,
      message: `this does not hold (looked at ${result.bound})`,
      related: [operationPlace(resolved, expectation)],
    };
  }
  const { cause } = counterexample.verdict;
  const name = model.operations[expectation.operation]?.name ?? '?';
  const happens = happensText(outcome, [vertexName(model, counterexample.client)]);
  return {
    ...common,
    message: `\`${name}\` ${wantedText(expectation)}, but it ${happens} ${whenText(model, cause)}${expectation.whileDetecting ? ', while that is being detected' : ''}${because(reasonText(model, expectation.operation, outcome))}`,
    related: [operationPlace(resolved, expectation), ...relatedTo(resolved, expectation.operation, outcome, cause)],
  };
}

/** "should never be stale", "should be available", "should error" */
function wantedText({ never, verdict, beyondLag }: Expectation): string {
  const be = verdict === 'error' ? 'error' : verdict === 'conflict' ? 'be in conflict' : `be ${verdict}`;
  return `should ${never ? 'never ' : ''}${be}${beyondLag ? ' beyond the lag' : ''}`;
}

function operationPlace(
  resolved: Resolved,
  { operation }: Expectation,
): { readonly span: Span; readonly message: string } {
  return {
    span: operationSpan(resolved, operation),
    message: `operation ${resolved.model.operations[operation]?.name ?? '?'}`,
  };
}
