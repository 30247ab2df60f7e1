import type { ExpectationResult, ExpectationStatus, Results } from '../../engine/facts.js';
import type { Expectation, Model, Resolved, Unjudged } from '../../model/model.js';
import { whenText } from '../words/cause.js';
import { culprit } from '../words/culprit.js';
import { measuredText } from '../words/measured.js';
import { meanwhileText, untilNoticed } from '../words/noticed.js';
import { vertexName } from '../words/names.js';
import { because } from '../words/sentence.js';
import { statement } from '../words/statement.js';
import { legsText, timedText } from '../words/timed.js';
import { whyUnjudged } from '../words/unjudged.js';
import { reasonText, verdictText } from '../words/verdict.js';
import { statusCell, text } from './cells.js';
import type { Report, Row } from './document.js';

const FIRST: readonly ExpectationStatus[] = ['fails', 'not known', 'holds'];

/** The design's tests: what became of each `expect`, those that fail first, then those that are not judged. */
export function expectationsReport(resolved: Resolved, results: Results): Report {
  const sorted = [...results.expectations].sort(
    (a, b) => FIRST.indexOf(a.status) - FIRST.indexOf(b.status) || a.expectation - b.expectation,
  );
  const unjudged = resolved.unjudged.filter(({ kind }) => kind === 'expectation');
  const rows = [
    ...sorted.filter(({ status }) => status === 'fails').map((one) => row(resolved, one)),
    ...unjudged.map((one) => unjudgedRow(resolved, one)),
    ...sorted.filter(({ status }) => status !== 'fails').map((one) => row(resolved, one)),
  ];
  return {
    title: 'Expectations',
    summary: summary(results.expectations, unjudged.length),
    sections:
      rows.length === 0
        ? []
        : [{ paragraphs: [], table: { columns: ['', 'expectation', 'looked at', 'what happens'], rows } }],
    bound: 'each expectation under the faults that it names; without `under`, under every fault that the file explores',
  };
}

function summary(expectations: Results['expectations'], unjudged: number): string {
  const all = expectations.length + unjudged;
  if (all === 0)
    return 'The file states no expectations. `expect <operation> ok under any 1 link` is a good first one.';
  const count = (wanted: ExpectationStatus): number => expectations.filter(({ status }) => status === wanted).length;
  const [fails, undecided] = [count('fails'), count('not known')];
  const parts = [
    `${count('holds')} of ${all} hold`,
    ...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}`] : []),
    ...(undecided > 0 ? [`${undecided} not known`] : []),
    ...(unjudged > 0 ? [`${unjudged} not judged`] : []),
  ];
  return `${parts.join(', ')}.`;
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

/** Nothing was looked at; in place of what happens stands why. */
function unjudgedRow(resolved: Resolved, one: Unjudged): Row {
  return {
    cells: [statusCell('not judged'), text(one.name), text(''), text(whyUnjudged(resolved, one))],
    span: one.span,
  };
}

/**
 * What happens instead of what is expected, the verdict first, or why it is not known; where it holds, what can
 * happen until the break is noticed.
 */
export function happens({ model }: Resolved, result: ExpectationResult): string {
  const expectation = model.expectations[result.expectation];
  const { counterexample, measured, timed } = result;
  if (timed !== undefined) return `${timedText(model, timed)}${because(legsText(model, timed))}`;
  if (expectation !== undefined && measured !== undefined) return measuredText(model, expectation, measured);
  if (expectation !== undefined && result.window !== undefined) return windowText(model, expectation, result.window);
  if (expectation === undefined || counterexample === undefined) return result.why ?? '';
  const outcome = culprit(expectation, counterexample.verdict.outcomes);
  if (outcome === undefined) return '';
  const { client, verdict } = counterexample;
  const what = `${verdictText(outcome)} for ${vertexName(model, client)} ${whenText(model, verdict.cause)}`;
  const meanwhile = meanwhileText(model, expectation, counterexample, outcome);
  const narrowed = result.holdsOnceSettled === true ? '; it holds `once settled`' : '';
  return `${what}${meanwhile}${because(reasonText(model, expectation.operation, outcome))}${narrowed}`;
}

function windowText(
  model: Model,
  { operation }: Expectation,
  { client, cause, outcome }: NonNullable<ExpectationResult['window']>,
): string {
  const what = `${verdictText(outcome)} for ${vertexName(model, client)} ${whenText(model, cause)}`;
  return `${untilNoticed(model, operation, outcome)} ${what}${because(reasonText(model, operation, outcome))}`;
}
