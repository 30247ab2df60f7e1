import { compareHarm } from '../../base/harm.js';
import type { Span } from '../../base/span.js';
import type { Steps } from '../../base/steps.js';
import type { ClientResult, Results } from '../../engine/facts.js';
import { requestUnder } from '../../engine/under.js';
import type { Model, Operation, VertexId } from '../../model/model.js';
import { escapeMarkdown } from '../../render/print/markdown.js';
import { SILENT, withRun, worstCell } from '../../render/reports/cells.js';
import type { Cell } from '../../render/reports/document.js';
import { boundOfAll, foundByText, isLimited } from '../../render/words/bound.js';
import { headlineText } from '../../render/words/brief.js';
import { briefWhenText, causeTitle } from '../../render/words/cause.js';
import { vertexName } from '../../render/words/names.js';
import { untilNoticed } from '../../render/words/noticed.js';
import { answeredText, mattersText } from '../../render/words/reliability.js';
import { thousands } from '../../base/thousands.js';
import { capital, msText } from '../../render/words/sentence.js';
import { SIGNS } from '../../render/words/signs.js';
import { timeTexts } from '../../render/words/timing.js';
import { reasonText } from '../../render/words/verdict.js';
import { type PassingHarm, passingHarms } from '../../review/passing.js';
import { type Headline, likelyCauses, type Standing, standingOf } from '../../review/standing.js';
import { statusOf } from '../../review/tally.js';
import { type LinkTo, moreLinks } from '../action.js';
import { asText, bold, listed, table, verdictLink } from '../markdown.js';
import { runOf, verdictSummary } from '../verdictSummary.js';

/** A hover has at most a dozen lines: the rest is counted, and the reports have all of it. */
const MOST_CLIENTS = 4;
/** More columns of faults are not read at a glance. */
const MOST_FAULTS = 4;

/** What a hover is made from besides the design: results where there are any, and links where the editor shows them. */
export interface Known {
  readonly results: Results | undefined;
  readonly linkTo: LinkTo;
}

/**
 * First a row for each client with a column for each likely fault that does something, then why, what takes more than
 * one fault, and how much was looked at. In steps. `at`: the name that is asked about.
 */
export function* operationHover(model: Model, index: number, { results, linkTo }: Known, at: Span): Steps<string> {
  const operation = model.operations[index];
  if (operation === undefined) return '';
  const title = `${bold(operation.name)} ${stepsText(model, operation)}${throughText(model, operation)}`;
  if (results === undefined) {
    const from = listed(operation.clients.map((client) => vertexName(model, client)));
    return `${title} · from ${from}\n\n*The analysis is running: its verdicts will stand here.*`;
  }
  const clients = results.clients.filter((result) => result.operation === index);
  if (clients.length === 0) return `${title}\n\nNo client issues it, so it has no verdict.`;
  const standing = standingOf(model, results.expectations, clients);
  const links = moreLinks(
    linkTo,
    ['explanation', { kind: 'explain', span: at }],
    [
      'timeline',
      { kind: 'timeline', operation: index, run: runOf(verdictSummary(model, clients, results.expectations)) },
    ],
  );
  return [
    verdictTable(model, { title, clients, holds: statusOf(model, standing, clients) === 'holds' }, linkTo),
    '',
    `${whyText(model, index, { clients, standing }, linkTo)}${yield* passingText(model, index, { clients, standing })}`,
    ...(standing.beyond === undefined
      ? []
      : ['', `Beyond one fault: ${escapeMarkdown(beyondText(model, index, standing.beyond))}`]),
    ...oftenLines(model, clients),
    '',
    [
      ...timeTexts(model, clients).map(escapeMarkdown),
      `Looked at ${lookedAtText(clients, links)}${foundBy(clients)}${links}`,
    ].join(' '),
  ].join('\n');
}

function foundBy(clients: readonly ClientResult[]): string {
  const text = foundByText(clients);
  return text === undefined ? '' : ` (${escapeMarkdown(text)})`;
}

/** Where a link leads to what was looked at, and nothing was left out, the number is enough: a hover is short. */
function lookedAtText(clients: readonly ClientResult[], links: string): string {
  const [first] = clients;
  const isCounted = links !== '' && first !== undefined && !clients.some(isLimited);
  return isCounted ? `${thousands(first.faults)} faults` : escapeMarkdown(boundOfAll(clients));
}

/** Of the client for whom answers are rarest, where the design says how often things fail. */
function oftenLines(model: Model, clients: readonly ClientResult[]): readonly string[] {
  const [worst] = clients
    .flatMap(({ client, reliability }) => (reliability === undefined ? [] : [{ client, reliability }]))
    .sort((a, b) => b.reliability.unanswered.most - a.reliability.unanswered.most);
  if (worst === undefined) return [];
  const who = clients.length === 1 ? '' : ` from ${vertexName(model, worst.client)}`;
  const matters = mattersText(model, worst.reliability);
  const most = matters === '' ? '' : ` Matters most: ${matters}.`;
  return ['', escapeMarkdown(`By its probabilities${who}: ${answeredText(worst.reliability)}.${most}`)];
}

function beyondText(model: Model, index: number, beyond: Headline): string {
  const { what, why } = headlineText(model, index, beyond);
  return why === '' ? what : `${what}: ${why}`;
}

interface Told {
  readonly title: string;
  readonly clients: readonly ClientResult[];
  /** Under any one fault. */
  readonly holds: boolean;
}

/** A column of the table: a fault, or several that do the same. */
interface Column {
  readonly head: string;
  /** One for each row. */
  readonly cells: readonly string[];
}

/** One row for each client; those that find no room are counted in the last. */
function verdictTable(model: Model, { title, clients, holds }: Told, linkTo: LinkTo): string {
  const more = clients.length > MOST_CLIENTS ? clients.length - MOST_CLIENTS + 1 : 0;
  const shown = clients.slice(0, clients.length - more);
  const healthy = shown.map((result) => {
    const latency = result.latencyMs === undefined ? '' : ` ${msText(result.latencyMs)}`;
    return cellText(withRun(worstCell(result.healthy, result.notKnown), result, result.healthy.cause), linkTo, latency);
  });
  const columns = [
    { head: 'no fault', cells: healthy },
    ...(holds ? [{ head: 'any 1 fault', cells: shown.map(() => SIGNS.ok) }] : faultColumns(model, shown, linkTo)),
  ];
  const rows = shown.map(({ client }, i) => [
    asText(vertexName(model, client)),
    ...columns.map(({ cells }) => cells[i] ?? ''),
  ]);
  if (more > 0) rows.push([`… ${more} more`, ...columns.map(() => '')]);
  return table([title, ...columns.map(({ head }) => head)], rows);
}

/** The first likely faults that do something, those that do the same in one column. */
function faultColumns(model: Model, shown: readonly ClientResult[], linkTo: LinkTo): readonly Column[] {
  const columns = new Map<string, { readonly names: string[]; readonly cells: readonly string[] }>();
  let left = 0;
  for (const cause of likelyCauses(model, shown)) {
    const made = shown.map((result): Cell => {
      const under = requestUnder(model, cause, result.operation, result.client);
      return withRun(worstCell(under?.verdict, under?.notKnown), result, under?.verdict.cause);
    });
    const name = causeTitle(model, cause);
    const key = made.map(({ text }) => text).join('\n');
    const same = columns.get(key);
    if (same !== undefined) same.names.push(name);
    else if (columns.size === MOST_FAULTS) left++;
    else columns.set(key, { names: [name], cells: made.map((cell) => cellText(cell, linkTo)) });
  }
  const all = [...columns.values()].map(({ names, cells }): Column => ({ head: headText(names), cells }));
  return left === 0 ? all : [...all, { head: `… ${left} more`, cells: shown.map(() => '') }];
}

function headText([first = '', ...others]: readonly string[]): string {
  const more = others.length > 1 ? `, ${others.length} more` : others.map((name) => `, ${asText(name)}`).join('');
  return `${asText(first)}${more}`;
}

function throughText(model: Model, { through = [] }: Operation): string {
  return through.length === 0
    ? ''
    : ` · through ${through.map((s) => asText(model.services[s]?.name ?? '?')).join(', ')}`;
}

/** "writes account", "reads cart at level local" */
function stepsText(model: Model, operation: Operation): string {
  return operation.steps
    .map(
      (step) =>
        `${step.access}s ` +
        `${asText(model.stores[step.store]?.name ?? '?')}${step.level === undefined ? '' : ` at level ${step.level}`}`,
    )
    .join(', ');
}

/** A sign and a word, in bold where it needs attention: "✓ 80 ms", "**✕ error**". */
function cellText({ text, verdict, howLong, run }: Cell, linkTo: LinkTo, latency = ''): string {
  if (verdict === undefined) return text === SILENT.text ? '–' : escapeMarkdown(text);
  const said = howLong === 'lag' ? `${verdict} (lag)` : verdict;
  const words = verdict === 'ok' ? `${SIGNS.ok}${latency}` : `**${SIGNS[verdict]} ${escapeMarkdown(said)}**`;
  if (run === undefined || verdict === 'not known') return words;
  const { operation, client, cause } = run;
  return (
    linkTo(words, {
      kind: 'timeline',
      operation,
      run: { client, cause, outcome: { verdict, ...(howLong === undefined ? {} : { howLong }) } },
    }) ?? words
  );
}

/** Why the headline happens, or why nothing does. */
function whyText(
  model: Model,
  index: number,
  { clients, standing: { headline } }: { readonly clients: readonly ClientResult[]; readonly standing: Standing },
  linkTo: LinkTo,
): string {
  const limited = clients.find(({ notKnown }) => notKnown !== undefined);
  if (limited !== undefined) return `**not known**: ${escapeMarkdown(limited.notKnown ?? '')}`;
  if (headline === undefined) return `ok: ${escapeMarkdown(clients[0]?.okReason ?? '')}`;
  const { outcome, cause, clients: hit } = headline;
  const [client = -1] = hit;
  // The message above it in an editor says for whom and when, and so does the table.
  const reason = escapeMarkdown(reasonText(model, index, outcome));
  return `Why ${verdictLink(linkTo, index, { client, cause, outcome })}: ${reason}`;
}

/** The worst harm to data that one likely fault can do only until it is noticed, and that is not told already. */
function* passingText(
  model: Model,
  index: number,
  { clients, standing }: { readonly clients: readonly ClientResult[]; readonly standing: Standing },
): Steps<string> {
  const told = new Set<string>(standing.likely.map(({ verdict }) => verdict));
  const shown = clients.slice(0, MOST_CLIENTS);
  const all: (PassingHarm & { readonly client: VertexId })[] = [];
  let bound = '';
  for (const result of shown) {
    const { harms, faults, left } = yield* passingHarms(model, result, shown.length);
    for (const harm of harms) if (!told.has(harm.outcome.verdict)) all.push({ ...harm, client: result.client });
    if (left > 0) bound = `\\. Until a break is noticed, ${outOf(left, faults)} likely faults are *not known*`;
  }
  const [worst] = all.sort((a, b) => compareHarm(b.outcome, a.outcome));
  if (worst === undefined) return bound;
  const { client, outcome, cause } = worst;
  const who = `for ${vertexName(model, client)} ${briefWhenText(model, cause)}`;
  return `\\. ${capital(untilNoticed(model, index, outcome))}: **${outcome.verdict}** ${escapeMarkdown(who)}${bound}`;
}

/** "1,954 of 2,704" */
function outOf(some: number, all: number): string {
  return `${thousands(String(some))} of ${thousands(String(all))}`;
}
