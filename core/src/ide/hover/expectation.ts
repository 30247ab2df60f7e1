import type { ExpectationResult, Results } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { bold, escape, sentence } from '../markdown.js';
import { nameOf, verdictText, whenText } from '../words.js';

const STATUS: Readonly<Record<ExpectationResult['status'], string>> = { holds: '✓ holds', fails: '✗ fails', 'not known': '? not known' };

/** What became of an expectation. */
export function expectationHover(model: Model, index: number, results: Results | undefined): string {
  if (results === undefined) return '_The analysis is running: the result will be here._';
  const result = results.expectations.find(({ expectation }) => expectation === index);
  if (result === undefined) return '';
  const lines = [`**${STATUS[result.status]}** · looked at ${sentence(result.bound)}`];
  const counter = result.counterexample;
  const [worst] = counter?.verdict.outcomes ?? [];
  if (counter !== undefined && worst !== undefined) {
    lines.push('', `From ${escape(nameOf(model, counter.client))} ${sentence(whenText(model, counter.verdict.cause))}: **${verdictText(worst)}**: ${sentence(worst.reason)}`);
  }
  if (result.why !== undefined) lines.push('', sentence(result.why));
  return lines.join('\n');
}

/** What an `accept` covers: whether it happens at all, and when. */
export function acceptanceHover(model: Model, index: number, results: Results | undefined): string {
  const acceptance = model.acceptances[index];
  const operation = acceptance === undefined ? undefined : model.operations[acceptance.operation];
  if (acceptance === undefined || operation === undefined) return '';
  const title = `${acceptance.verdict} on ${bold(operation.name)} is intended: ${sentence(acceptance.reason)}`;
  if (results === undefined) return `${title}\n\n_The analysis is running._`;
  const found = results.clients.flatMap((result) =>
    result.operation === acceptance.operation ? result.findings.filter(({ outcome }) => outcome.verdict === acceptance.verdict).map((finding) => ({ result, finding })) : [],
  );
  const [first] = found;
  if (first === undefined) return `${title}\n\nIt does not happen in what was looked at: there is nothing to accept.`;
  return `${title}\n\nIt happens from ${escape(nameOf(model, first.result.client))} ${sentence(whenText(model, first.finding.cause))}: ${sentence(first.finding.outcome.reason)}`;
}
