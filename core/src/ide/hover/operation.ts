import type { Span } from '../../base/span.js';
import type { ClientResult, Results } from '../../engine/facts.js';
import type { Model, Operation } from '../../model/model.js';
import { boundOfAll, holdsText } from '../../render/words/bound.js';
import { briefText } from '../../render/words/brief.js';
import { whenText } from '../../render/words/cause.js';
import { overallCell, withRun, worstCell } from '../../render/reports/cells.js';
import type { Cell } from '../../render/reports/document.js';
import { labelText, operationLabel } from '../../render/words/label.js';
import { escapeMarkdown } from '../../render/print/markdown.js';
import { msText } from '../../render/words/sentence.js';
import { reasonText } from '../../render/words/verdict.js';
import { vertexName } from '../../render/words/names.js';
import { standingOf } from '../../review/standing.js';
import { moreLinks, type LinkTo } from '../action.js';
import { asText, bold, listed, table, verdictLink } from '../markdown.js';
import { runOf, verdictSummary } from '../verdictSummary.js';

/** A hover has at most a dozen lines: the rest is counted, and the reports have all of it. */
const MOST_CLIENTS = 4;
const MOST_PARTITIONS = 2;
const MOST_REASONS = 2;

/** What a hover is made from besides the design: results where there are any, and links where the editor shows them. */
export interface Known {
  readonly results: Results | undefined;
  readonly linkTo: LinkTo;
}

/**
 * A row for each client with a column for each break, then why, and how much was explored. `at`: the name that is asked
 * about.
 */
export function operationHover(model: Model, index: number, { results, linkTo }: Known, at: Span): string {
  const operation = model.operations[index];
  if (operation === undefined) return '';
  const title = `operation ${bold(operation.name)} · ${stepsText(model, operation)}${throughText(model, operation)}`;
  if (results === undefined) {
    const from = listed(operation.clients.map((client) => vertexName(model, client)));
    return `${title} · from ${from}\n\n*The analysis is running: its verdicts will stand here.*`;
  }
  const clients = results.clients.filter((result) => result.operation === index);
  if (clients.length === 0) return `${title}\n\nNo client issues it, so it has no verdict.`;
  const label = `${escapeMarkdown(labelText(model, operationLabel(model, index, clients)))}.`;
  const summary = verdictSummary(model, clients, results.expectations);
  const links = moreLinks(
    linkTo,
    ['explanation', { kind: 'explain', span: at }],
    ['timeline', { kind: 'timeline', operation: index, run: runOf(summary) }],
  );
  // An editor shows the diagnostic above all this, in a box that is not high: the table comes first.
  return [
    `${title}${links}`,
    '',
    verdictTable(model, clients, linkTo),
    '',
    ...reasons(model, index, clients, linkTo),
    '',
    label,
    '',
    `${beyondText(model, index, results, clients)}Looked at ${escapeMarkdown(boundOfAll(clients))}.`,
  ].join('\n');
}

/** What several faults at once or a one-way cut do, where nobody decided it. */
function beyondText(model: Model, index: number, { expectations }: Results, clients: readonly ClientResult[]): string {
  const { beyond } = standingOf(model, expectations, clients);
  return beyond === undefined ? '' : `Beyond one fault: ${escapeMarkdown(briefText(model, index, beyond))}. `;
}

/** One row for each client; those that find no room are counted in the last. */
function verdictTable(model: Model, clients: readonly ClientResult[], linkTo: LinkTo): string {
  const more = clients.length > MOST_CLIENTS ? clients.length - MOST_CLIENTS + 1 : 0;
  const partitions = model.partitions.slice(0, MOST_PARTITIONS);
  const columns = ['from', 'healthy', ...partitions.map(({ name }) => asText(name)), 'at worst', 'ok under'];
  const cell = (made: Cell): string => cellText(made, linkTo);
  const rows = clients.slice(0, clients.length - more).map((result) => {
    const { healthy, notKnown, latencyMs, findings } = result;
    const latency = latencyMs === undefined ? '' : ` · ${msText(latencyMs)}`;
    return [
      asText(vertexName(model, result.client)),
      cell(withRun(worstCell(healthy, notKnown, latency), result, healthy.cause)),
      ...partitions.map((_, i) => {
        const under = result.partitions[i];
        return cell(withRun(worstCell(under, notKnown), result, under?.cause));
      }),
      cell(withRun(overallCell(result), result, findings[0]?.cause)),
      holdsText(result) ?? '–',
    ];
  });
  if (more > 0) rows.push([`… ${more} more`, ...columns.slice(1).map(() => '')]);
  return table(columns, rows);
}

function throughText(model: Model, { through = [] }: Operation): string {
  return through.length === 0
    ? ''
    : ` · through ${through.map((s) => asText(model.services[s]?.name ?? '?')).join(', ')}`;
}

function stepsText(model: Model, operation: Operation): string {
  return operation.steps
    .map(
      (step) =>
        `${step.access} ` +
        `${asText(model.stores[step.store]?.name ?? '?')}${step.level === undefined ? '' : ` at level ${step.level}`}`,
    )
    .join('; ');
}

/** Verdicts that need attention are bold: the word says it, the weight helps to find it. */
function cellText({ text, verdict, howLong, run }: Cell, linkTo: LinkTo): string {
  const words = verdict === undefined || verdict === 'ok' ? escapeMarkdown(text) : `**${escapeMarkdown(text)}**`;
  if (run === undefined || verdict === undefined || verdict === 'not known') return words;
  const { operation, client, cause } = run;
  return (
    linkTo(words, {
      kind: 'timeline',
      operation,
      run: { client, cause, outcome: { verdict, ...(howLong === undefined ? {} : { howLong }) } },
    }) ?? words
  );
}

/** The worst that can happen to each client, each reason once, bad ones first. */
function reasons(model: Model, index: number, clients: readonly ClientResult[], linkTo: LinkTo): readonly string[] {
  const bad = new Set<string>();
  const good = new Set<string>();
  for (const result of clients) {
    const [worst] = result.findings;
    if (result.notKnown !== undefined) bad.add(`- **not known**: ${escapeMarkdown(result.notKnown)}`);
    else if (worst === undefined) good.add(`- ok: ${escapeMarkdown(result.okReason)}`);
    else {
      const who = asText(vertexName(model, result.client));
      const when = escapeMarkdown(whenText(model, worst.cause));
      bad.add(
        `- ${verdictLink(linkTo, index, { client: result.client, cause: worst.cause, outcome: worst.outcome })} ` +
          `from ${who} ${when}: ${escapeMarkdown(reasonText(model, index, worst.outcome))}`,
      );
    }
  }
  return [...bad, ...good].slice(0, MOST_REASONS);
}
