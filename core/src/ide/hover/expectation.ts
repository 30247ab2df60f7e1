import type { ExpectationResult, Results } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { whenText } from '../../render/words/cause.js';
import { culprit } from '../../render/words/culprit.js';
import { escapeMarkdown } from '../../render/print/markdown.js';
import { meanwhileText, untilNoticed } from '../../render/words/noticed.js';
import { measuredText } from '../../render/words/measured.js';
import { vertexName } from '../../render/words/names.js';
import { because, capital } from '../../render/words/sentence.js';
import { legsText, timedText } from '../../render/words/timed.js';
import { moreLinks, type LinkTo } from '../action.js';
import { asText, bold, verdictLink } from '../markdown.js';

const STATUS: Readonly<Record<ExpectationResult['status'], string>> = {
  holds: '✓ holds',
  fails: '✗ fails',
  'not known': '? not known',
};

/** What became of an expectation. */
export function expectationHover(model: Model, index: number, results: Results | undefined, linkTo: LinkTo): string {
  if (results === undefined) return '*The analysis is running: the result will stand here.*';
  const result = results.expectations.find(({ expectation }) => expectation === index);
  if (result === undefined) return '';
  const lines = [
    `**${STATUS[result.status]}** · looked at: ` +
      `${escapeMarkdown(result.bound)}${moreLinks(linkTo, ['all expectations', { kind: 'expectations' }])}`,
  ];
  const counter = result.counterexample;
  const measuredFor = model.expectations[index];
  if (result.measured !== undefined && measuredFor !== undefined)
    lines.push('', escapeMarkdown(capital(measuredText(model, measuredFor, result.measured))));
  const { timed } = result;
  if (timed !== undefined)
    lines.push('', escapeMarkdown(`${capital(timedText(model, timed))}${because(legsText(model, timed))}`));
  const expectation = model.expectations[index];
  const outcome =
    counter === undefined || expectation === undefined ? undefined : culprit(expectation, counter.verdict.outcomes);
  if (expectation !== undefined && counter !== undefined && outcome !== undefined) {
    const {
      client,
      verdict: { cause },
    } = counter;
    lines.push(
      '',
      `From ${asText(vertexName(model, client))} ` +
        `${escapeMarkdown(`${whenText(model, cause)}${meanwhileText(model, expectation, counter, outcome)}`)}: ` +
        `${verdictLink(linkTo, expectation.operation, { client, cause, outcome })}: ` +
        `${escapeMarkdown(outcome.reason)}`,
    );
    if (result.holdsOnceSettled === true) lines.push('', 'It holds `once settled`.');
  }
  if (expectation !== undefined && result.window !== undefined) {
    const { client, cause, outcome: harmed } = result.window;
    lines.push(
      '',
      `Only once settled. ${capital(untilNoticed(model, expectation.operation, harmed))}, ` +
        `from ${asText(vertexName(model, client))} ${escapeMarkdown(whenText(model, cause))}: ` +
        `${verdictLink(linkTo, expectation.operation, { client, cause, outcome: harmed })}: ` +
        `${escapeMarkdown(harmed.reason)}`,
    );
  }
  if (result.why !== undefined) lines.push('', escapeMarkdown(result.why));
  return lines.join('\n');
}

/** What an `accept` covers: whether it happens at all, and when. */
export function acceptanceHover(model: Model, index: number, results: Results | undefined, linkTo: LinkTo): string {
  const acceptance = model.acceptances[index];
  const operation = acceptance === undefined ? undefined : model.operations[acceptance.operation];
  if (acceptance === undefined || operation === undefined) return '';
  const { until, hasEnded } = acceptance;
  const isIntended = `${hasEnded === true ? 'was' : 'is'} intended${until === undefined ? '' : ` until ${until}`}`;
  const title = `${acceptance.verdict} on ${bold(operation.name)} ${isIntended}: ${escapeMarkdown(acceptance.reason)}`;
  if (results === undefined) return `${title}\n\n*The analysis is running.*`;
  const found = results.clients.flatMap((result) =>
    result.operation === acceptance.operation
      ? result.findings
          .filter(({ outcome }) => outcome.verdict === acceptance.verdict)
          .map((finding) => ({ result, finding }))
      : [],
  );
  const [first] = found;
  if (first === undefined) return `${title}\n\nIt does not happen in what was looked at: there is nothing to accept.`;
  const { client } = first.result;
  const { cause, outcome } = first.finding;
  return (
    `${title}\n\nIt happens from ${asText(vertexName(model, client))} ${escapeMarkdown(whenText(model, cause))}: ` +
    `${verdictLink(linkTo, acceptance.operation, { client, cause, outcome })}: ${escapeMarkdown(outcome.reason)}`
  );
}
