import type { ExpectationResult, ExpectationStatus, Results } from '../../engine/facts.js';
import type { Resolved } from '../../model/model.js';
import { whenText } from '../words/cause.js';
import { culprit } from '../words/culprit.js';
import { vertexName } from '../words/names.js';
import { because } from '../words/sentence.js';
import { statement } from '../words/statement.js';
import { reasonText, verdictText } from '../words/verdict.js';
import { text } from './cells.js';
import type { Cell, Report, Row } from './document.js';

const FIRST: readonly ExpectationStatus[] = ['fails', 'not known', 'holds'];

/** The design's tests: what became of each `expect`, those that fail first. */
export function expectationsReport(resolved: Resolved, results: Results): Report {
  const count = (status: ExpectationStatus): number =>
    results.expectations.filter((one) => one.status === status).length;
  const sorted = [...results.expectations].sort(
    (a, b) => FIRST.indexOf(a.status) - FIRST.indexOf(b.status) || a.expectation - b.expectation,
  );
  const fails = count('fails');
  const undecided = count('not known');
  return {
    title: 'Expectations',
    summary:
      results.expectations.length === 0
        ? 'The file states no expectations. `expect <operation> ok under any 1 link` is a good first one.'
        : `${count('holds')} of ${results.expectations.length} hold${fails > 0 ? `, ${fails} ${fails === 1 ? 'fails' : 'fail'}` : ''}${undecided > 0 ? `, ${undecided} not known` : ''}.`,
    sections:
      results.expectations.length === 0
        ? []
        : [
            {
              paragraphs: [],
              table: {
                columns: ['', 'expectation', 'looked at', 'what happens'],
                rows: sorted.map((one) => row(resolved, one)),
              },
            },
          ],
    bound: 'each expectation under the faults that it names; without `under`, under every fault that the file explores',
  };
}

function row(resolved: Resolved, result: ExpectationResult): Row {
  const span = resolved.origins.expectations[result.expectation];
  return {
    cells: [
      statusCell(result.status),
      text(statement(resolved, result.expectation)),
      text(result.bound),
      text(happens(resolved, result)),
    ],
    ...(span === undefined ? {} : { span }),
  };
}

/** The colours of a verdict that is as good or as bad. */
function statusCell(status: ExpectationStatus): Cell {
  if (status === 'holds') return { text: 'holds', verdict: 'ok' };
  return status === 'fails' ? { text: 'fails', verdict: 'error' } : { text: 'not known', verdict: 'not known' };
}

/** What happens instead of what is expected, the verdict first, or why it is not known; empty where it holds. */
export function happens({ model }: Resolved, result: ExpectationResult): string {
  const expectation = model.expectations[result.expectation];
  const { counterexample } = result;
  if (expectation === undefined || counterexample === undefined) return result.why ?? '';
  const outcome = culprit(expectation, counterexample.verdict.outcomes);
  if (outcome === undefined) return '';
  const what = `${verdictText(outcome)} for ${vertexName(model, counterexample.client)} ${whenText(model, counterexample.verdict.cause)}`;
  return `${what}${expectation.whileDetecting ? ', while that is being detected' : ''}${because(reasonText(model, expectation.operation, outcome))}`;
}
