import type { ClientResult, FaultVerdict, Results } from '../../engine/facts.js';
import type { Model, Operation } from '../../model/model.js';
import { bold, escape, sentence, table } from '../markdown.js';
import { list, nameOf, okUnderText, verdictText, whenText } from '../words.js';

/** A hover has at most a dozen lines: what doesn't fit is counted, and the reports have it all. */
const MOST_CLIENTS = 4;
const MOST_PARTITIONS = 2;
const MOST_REASONS = 2;

/** Client × what breaks, then why and how far it was looked. */
export function operationHover(model: Model, index: number, results: Results | undefined): string {
  const operation = model.operations[index];
  if (operation === undefined) return '';
  const title = `${bold(operation.name)} · ${stepsText(model, operation)}`;
  if (results === undefined) return `${title}\n\nfrom ${list(operation.clients.map((client) => escape(nameOf(model, client))))}\n\n_The analysis is running: its verdicts will be here._`;
  const clients = results.clients.filter((result) => result.operation === index);
  if (clients.length === 0) return `${title}\n\nNo client issues it, so it has no verdict.`;
  const more = clients.length > MOST_CLIENTS ? clients.length - MOST_CLIENTS + 1 : 0;
  const shown = more > 0 ? clients.slice(0, MOST_CLIENTS - 1) : clients;
  const partitions = model.partitions.slice(0, MOST_PARTITIONS);
  const columns = ['from', 'healthy', ...partitions.map(({ name }) => escape(name)), 'at worst', 'ok under'];
  const rows = shown.map((result) => [
    escape(nameOf(model, result.client)),
    healthyCell(result),
    ...partitions.map((_, i) => verdictCell(result.partitions[i], result)),
    worstCell(result),
    okUnderText(result) || '–',
  ]);
  if (more > 0) rows.push([`… ${more} more`, ...columns.slice(1).map(() => '')]);
  return [title, '', table(columns, rows), '', ...reasons(model, clients), boundText(clients)].join('\n');
}

function stepsText(model: Model, operation: Operation): string {
  return operation.steps
    .map((step) => `${step.access} ${escape(model.stores[step.store]?.name ?? '?')}${step.level === undefined ? '' : ` at level ${step.level}`}`)
    .join('; ');
}

function healthyCell(result: ClientResult): string {
  const latency = result.latencyMs === undefined ? '' : ` · ${Math.round(result.latencyMs * 10) / 10} ms`;
  return verdictCell(result.healthy, result) + latency;
}

function verdictCell(verdict: FaultVerdict | undefined, result: ClientResult): string {
  if (result.notKnown !== undefined || verdict === undefined) return 'not known';
  if (verdict.silent) return 'issues nothing';
  const [worst] = verdict.outcomes;
  return worst === undefined ? 'not known' : emphasised(verdictText(worst), worst.verdict !== 'ok');
}

function worstCell(result: ClientResult): string {
  if (result.notKnown !== undefined) return 'not known';
  const [worst] = result.findings;
  return worst === undefined ? 'ok' : emphasised(verdictText(worst.outcome), true);
}

function emphasised(text: string, strong: boolean): string {
  return strong ? `**${text}**` : text;
}

/** The worst that can happen to each client, each reason once. */
function reasons(model: Model, clients: readonly ClientResult[]): string[] {
  const lines = new Set<string>();
  for (const result of clients) {
    const from = escape(nameOf(model, result.client));
    const [worst] = result.findings;
    if (result.notKnown !== undefined) lines.add(`- not known: ${sentence(result.notKnown)}`);
    else if (worst === undefined) lines.add(`- ok: ${sentence(result.okReason)}`);
    else lines.add(`- **${verdictText(worst.outcome)}** from ${from} ${sentence(whenText(model, worst.cause))}: ${sentence(worst.outcome.reason)}`);
  }
  // What goes wrong is read first.
  const sorted = [...lines].sort((a, b) => Number(a.startsWith('- ok')) - Number(b.startsWith('- ok')));
  return sorted.slice(0, MOST_REASONS);
}

function boundText(clients: readonly ClientResult[]): string {
  const bounds = clients[0]?.explored ?? [];
  if (bounds.length === 0) return '';
  const limited = bounds.some((bound) => !bound.complete) ? '; beyond that: not known' : '';
  return `\nLooked at ${sentence(list(bounds.map((bound) => bound.text)))}${limited}.`;
}
