import { l10n, Location, Range, type TestItem, TestMessage, TestMessageStackFrame, type TestRun, Uri } from 'vscode';
import type { ExpectationTest } from '#protocol';
import type { LanguageServer } from '../languageServer.js';
import { type Outcome, outcomeOf, outputOf } from './outcome.js';

/** Shows what became of a test; false where the test is not in the design any more. */
export async function showOutcome(
  run: TestRun,
  design: TestItem,
  test: ExpectationTest,
  server: LanguageServer,
): Promise<boolean> {
  const steps = test.status === 'fails' ? await stepsOf(server, design.id, test.id) : [];
  const item = design.children.get(test.id);
  // It may have been rewritten in the meantime.
  if (item === undefined) return false;
  run.appendOutput(
    outputOf(
      test,
      steps.map(({ label }) => label),
    ),
    undefined,
    item,
  );
  const outcome = outcomeOf(test);
  if (outcome.kind === 'passed') {
    run.passed(item);
    return true;
  }
  const message = new TestMessage(textOf(outcome));
  if (item.uri !== undefined) message.location = new Location(item.uri, rangeOf(test.range));
  if (steps.length > 0) message.stackTrace = steps;
  if (outcome.kind === 'failed') run.failed(item, message);
  else run.errored(item, message);
  return true;
}

function textOf(outcome: Exclude<Outcome, { readonly kind: 'passed' }>): string {
  if (outcome.kind === 'failed') return outcome.message;
  return outcome.status === 'not judged'
    ? l10n.t('Not judged: {0}', outcome.message)
    : l10n.t('Not known: {0}', outcome.message);
}

/**
 * The run that ends in the counterexample, to be walked through in the text. It explains a failure that stands without
 * it.
 */
async function stepsOf(server: LanguageServer, uri: string, id: string): Promise<TestMessageStackFrame[]> {
  try {
    const steps = await server.expectationRun({ uri, id });
    return steps.map(({ label, place }, i) => {
      const title = `${i + 1}. ${label}`;
      return place === null
        ? new TestMessageStackFrame(title)
        : new TestMessageStackFrame(title, Uri.parse(place.uri ?? uri), rangeOf(place).start);
    });
  } catch {
    // The server has stopped. When it is started again, it tells of the expectations anew.
    return [];
  }
}

function rangeOf({ start, end }: ExpectationTest['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
