import type { Fix } from '../base/edit.js';
import type { Span } from '../base/span.js';
import { firstShort } from '../base/words.js';
import { type Diagnostic, diagnosticOf, type Related } from '../checks/diagnostic.js';
import { EXPECTATION } from '../checks/expectations.js';
import type { ExpectationResult } from '../engine/facts.js';
import type { Expectation, Resolved } from '../model/model.js';
import { operationSpan } from '../model/symbols.js';
import { relatedTo } from '../render/related.js';
import { briefTexts } from '../render/words/brief.js';
import { culprit } from '../render/words/culprit.js';
import { meanwhileText, untilNoticed } from '../render/words/noticed.js';
import { measuredText } from '../render/words/measured.js';
import { operationName } from '../render/words/names.js';
import { capital } from '../render/words/sentence.js';
import { legsText, timedText } from '../render/words/timed.js';
import { reasonText } from '../render/words/verdict.js';

export function judgeExpectation(resolved: Resolved, result: ExpectationResult): Diagnostic[] {
  const { model, origins } = resolved;
  const expectation = model.expectations[result.expectation];
  const span = origins.expectations[result.expectation];
  if (expectation === undefined || span === undefined) return [];
  if (result.status === 'holds')
    return result.window === undefined ? [] : [holds(resolved, result.window, expectation, span)];
  if (result.status === 'not known') {
    const why = result.why ?? 'a limit was hit';
    const message = firstShort([
      `not known whether this holds: ${why}`,
      `not known whether this holds: ${why.split(/[;:,]/)[0] ?? why}`,
      'not known whether this holds: a limit was hit',
    ]);
    const looked = result.bound === 'nothing' ? [] : [lookedAt(resolved, expectation, `${why}; ${result.bound}`)];
    return [
      diagnosticOf(EXPECTATION.notKnown, span, message, { related: [...looked, ...place(resolved, expectation)] }),
    ];
  }
  return [fails(resolved, expectation, result, span)];
}

/** What happens instead of what a failing expectation says, in 20 words where names allow. */
export function failureText({ model }: Resolved, expectation: Expectation, result: ExpectationResult): string {
  const { counterexample, measured, timed } = result;
  if (measured !== undefined) return `fails: ${measuredText(model, expectation, measured)}`;
  if (timed !== undefined) return `fails: ${timedText(model, timed)}`;
  const outcome = counterexample === undefined ? undefined : culprit(expectation, counterexample.verdict.outcomes);
  if (counterexample === undefined || outcome === undefined) return 'this does not hold';
  const { cause } = counterexample.verdict;
  const { operation } = expectation;
  const meanwhile = meanwhileText(model, expectation, counterexample, outcome);
  const happening = { outcome, cause, clients: [counterexample.client] };
  const [whole, ...shorter] = briefTexts(model, operation, happening);
  const least = shorter.at(-1) ?? whole;
  return firstShort([
    `fails: ${whole}${meanwhile}`,
    `fails: ${least}${meanwhile}`,
    ...shorter.map((text) => `fails: ${text}`),
    least,
  ]);
}

function fails(resolved: Resolved, expectation: Expectation, result: ExpectationResult, span: Span): Diagnostic {
  const { model } = resolved;
  const { counterexample } = result;
  const message = failureText(resolved, expectation, result);
  const outcome = counterexample === undefined ? undefined : culprit(expectation, counterexample.verdict.outcomes);
  if (counterexample === undefined || outcome === undefined) {
    return diagnosticOf(EXPECTATION.fails, span, message, {
      related: [
        lookedAt(resolved, expectation, result.bound),
        ...place(resolved, expectation, wayText(resolved, result)),
      ],
    });
  }
  const { cause } = counterexample.verdict;
  const { operation } = expectation;
  const meanwhile = meanwhileText(model, expectation, counterexample, outcome);
  const narrowed = result.holdsOnceSettled === true ? '; this holds `once settled`' : '';
  const why = `${reasonText(model, operation, outcome)}${meanwhile}${narrowed}`;
  return diagnosticOf(EXPECTATION.fails, span, message, {
    ...(result.holdsOnceSettled === true ? { fixes: [onceSettled(span)] } : {}),
    related: [...place(resolved, expectation, why), ...relatedTo(resolved, operation, outcome, cause)],
  });
}

/** The round trips of an answer that comes too late; undefined: it is about something else. */
function wayText({ model }: Resolved, { timed }: ExpectationResult): string | undefined {
  return timed === undefined ? undefined : `It waits for ${legsText(model, timed)}`;
}

/** It holds for what is left of a break, and until the break is noticed data can be harmed. */
function holds(
  resolved: Resolved,
  { client, cause, outcome }: NonNullable<ExpectationResult['window']>,
  { operation }: Expectation,
  span: Span,
): Diagnostic {
  const { model } = resolved;
  const until = untilNoticed(model, operation, outcome);
  const [whole, ...shorter] = briefTexts(model, operation, { outcome, cause, clients: [client] });
  const least = shorter.at(-1) ?? whole;
  const message = firstShort([
    `holds once settled; ${until}, ${whole}`,
    `holds once settled; ${until}, ${least}`,
    `only once settled: ${least}`,
    least,
  ]);
  return diagnosticOf(EXPECTATION.window, span, message, {
    related: [
      ...place(resolved, { operation }, `${capital(until)}: ${reasonText(model, operation, outcome)}`),
      ...relatedTo(resolved, operation, outcome, cause),
    ],
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

/** The operation that an expectation is about, with what there is to say of it. */
function place(
  resolved: Resolved,
  { operation }: Pick<Expectation, 'operation'>,
  message = `operation ${operationName(resolved.model, operation)}`,
): Related[] {
  return [{ span: operationSpan(resolved, operation), message }];
}

function lookedAt(resolved: Resolved, expectation: Expectation, bound: string): Related {
  return { span: operationSpan(resolved, expectation.operation), message: `Looked at: ${bound}` };
}
