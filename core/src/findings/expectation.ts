import type { Fix } from '../base/edit.js';
import type { Span } from '../base/span.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { EXPECTATION } from '../checks/expectations.js';
import type { ExpectationResult } from '../engine/facts.js';
import type { Expectation, Resolved } from '../model/model.js';
import { operationSpan } from '../model/symbols.js';
import { relatedTo } from '../render/related.js';
import { whenText } from '../render/words/cause.js';
import { culprit } from '../render/words/culprit.js';
import { meanwhileText, untilNoticed } from '../render/words/noticed.js';
import { vertexName } from '../render/words/names.js';
import { because } from '../render/words/sentence.js';
import { happensText, reasonText } from '../render/words/verdict.js';

export function judgeExpectation(resolved: Resolved, result: ExpectationResult): Diagnostic[] {
  const { model, origins } = resolved;
  const expectation = model.expectations[result.expectation];
  const span = origins.expectations[result.expectation];
  if (expectation === undefined || span === undefined) return [];
  if (result.status === 'holds')
    return result.window === undefined ? [] : [holds(resolved, result.window, expectation, span)];
  if (result.status === 'not known') {
    const looked = result.bound === 'nothing' ? '' : ` (looked at ${result.bound})`;
    const message = `not known whether this holds: ${result.why ?? 'a limit was hit'}${looked}`;
    return [diagnosticOf(EXPECTATION.notKnown, span, message, { related: [operationPlace(resolved, expectation)] })];
  }
  return [fails(resolved, expectation, result, span)];
}

function fails(resolved: Resolved, expectation: Expectation, result: ExpectationResult, span: Span): Diagnostic {
  const { model } = resolved;
  const { counterexample } = result;
  const outcome = counterexample === undefined ? undefined : culprit(expectation, counterexample.verdict.outcomes);
  if (counterexample === undefined || outcome === undefined) {
    return diagnosticOf(EXPECTATION.fails, span, `this does not hold (looked at ${result.bound})`, {
      related: [operationPlace(resolved, expectation)],
    });
  }
  const { cause } = counterexample.verdict;
  const name = model.operations[expectation.operation]?.name ?? '?';
  const happens = happensText(outcome, [vertexName(model, counterexample.client)]);
  const meanwhile = meanwhileText(model, expectation, counterexample, outcome);
  const reason = because(reasonText(model, expectation.operation, outcome));
  const instead = `it ${happens} ${whenText(model, cause)}${meanwhile}`;
  const narrowed = result.holdsOnceSettled === true ? '; it holds `once settled`' : '';
  const message = `\`${name}\` ${wantedText(expectation)}, but ${instead}${reason}${narrowed}`;
  return diagnosticOf(EXPECTATION.fails, span, message, {
    ...(result.holdsOnceSettled === true ? { fixes: [onceSettled(span)] } : {}),
    related: [operationPlace(resolved, expectation), ...relatedTo(resolved, expectation.operation, outcome, cause)],
  });
}

/** It holds for what is left of a break, and until the break is noticed data can be harmed. */
function holds(
  resolved: Resolved,
  { client, cause, outcome }: NonNullable<ExpectationResult['window']>,
  { operation }: Expectation,
  span: Span,
): Diagnostic {
  const { model } = resolved;
  const happens = happensText(outcome, [vertexName(model, client)]);
  const until = untilNoticed(model, operation, outcome);
  const message =
    `holds once settled; ${until} it ${happens} ${whenText(model, cause)}` +
    because(reasonText(model, operation, outcome));
  return diagnosticOf(EXPECTATION.window, span, message, {
    related: [operationPlace(resolved, { operation }), ...relatedTo(resolved, operation, outcome, cause)],
    fixes: [onceSettled(span)],
  });
}

/** The words are the last of the statement. */
function onceSettled({ end }: Span): Fix {
  return {
    title: 'Add `once settled`: not before the break is noticed',
    edits: [{ span: { start: end, end }, text: ' once settled' }],
  };
}

/** "should never be stale", "should be available", "should error" */
function wantedText({ never, verdict, beyondLag }: Expectation): string {
  return `should ${never ? 'never ' : ''}${beText(verdict)}${beyondLag ? ' beyond the lag' : ''}`;
}

function beText(verdict: Expectation['verdict']): string {
  switch (verdict) {
    case 'error':
      return 'error';
    case 'conflict':
      return 'be in conflict';
    case 'partial':
      return 'end half done';
    default:
      return `be ${verdict}`;
  }
}

function operationPlace(
  resolved: Resolved,
  { operation }: Pick<Expectation, 'operation'>,
): { readonly span: Span; readonly message: string } {
  return {
    span: operationSpan(resolved, operation),
    message: `operation ${resolved.model.operations[operation]?.name ?? '?'}`,
  };
}
