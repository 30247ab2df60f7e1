import type { ClientResult, Outcome, Results } from '../../engine/facts.js';
import type { Model, Resolved } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { causeSize } from '../../network/fault.js';
import { byOperation } from '../../review/byOperation.js';
import type { Heat, HeatCell, HeatColumn, Heatmap, HeatRow } from '../../review/heatmap.js';
import { alikeText, alikeTitle, whenText } from '../words/cause.js';
import { operationName, vertexName } from '../words/names.js';
import { untilNoticed } from '../words/noticed.js';
import { because, capital, count, list, msText, shortened } from '../words/sentence.js';
import { reasonText } from '../words/verdict.js';
import { text } from './cells.js';
import type { Cell, Row, Section, Table } from './document.js';

/** How many clients of one row are named. */
const MOST_CLIENTS = 3;

/** Every operation under every likely fault, as coloured signs; what rare faults do is folded. */
export function heatSections(resolved: Resolved, results: Results, heat: Heatmap): Section[] {
  const rare = rareSections(resolved, results, heat).map((section) => ({ ...section, folded: true as const }));
  return [...likelySections(resolved, results, heat), ...rare];
}

/** The heat map of likely faults. */
export function likelySections(resolved: Resolved, { clients }: Results, { likely }: Heatmap): Section[] {
  return [{ heading: 'Every operation under every likely fault', ...likelySection(resolved, likely, clients) }];
}

/** The same without a heading. Without results, its sentences do not say how long a request takes. */
export function likelySection(resolved: Resolved, likely: Heat, clients: readonly ClientResult[] = []): Section {
  return {
    paragraphs: [...legend(likely), ...alikeTexts(resolved.model, likely.columns), ...leftText(likely, 'likely')],
    table: heatTable(resolved, clients, likely),
  };
}

/** The heat map of rare faults; none where they do no harm of their own. */
export function rareSections(resolved: Resolved, results: Results, { rare }: Heatmap): Section[] {
  if (rare.columns.length === 0) return [];
  return [
    {
      heading: 'Beyond one fault, and one-way cuts',
      paragraphs: [
        `The smallest that do harm${rare.left > 0 || rare.isAtLeast === true ? '' : ', all of them'}.`,
        ...leftText(rare, 'rare'),
      ],
      table: heatTable(resolved, results.clients, rare),
    },
  ];
}

function heatTable(resolved: Resolved, clients: readonly ClientResult[], heat: Heat): Table {
  const { model } = resolved;
  const results = byOperation(clients);
  return {
    columns: ['operation', 'from', ...heat.columns.map(({ causes }) => alikeTitle(model, causes))],
    rows: heat.rows.map((row) => heatRow(resolved, row, latencyOf(results, row))),
    groups: [{ name: '', columns: 2 }, ...groupsOf(heat.columns)],
  };
}

function groupsOf(columns: readonly HeatColumn[]): { readonly name: string; readonly columns: number }[] {
  const groups = new Map<string, number>();
  for (const { group } of columns) groups.set(group, (groups.get(group) ?? 0) + 1);
  return [...groups].map(([name, size]) => ({
    name: name === 'no fault' || name === 'rare' ? '' : name,
    columns: size,
  }));
}

/** Of a row with one client: how long its request takes on the healthy network. */
function latencyOf(results: ReadonlyMap<number, Results['clients']>, { operation, clients }: HeatRow): string {
  const [client, ...more] = clients;
  const result = results.get(operation)?.find((one) => one.client === client);
  return more.length > 0 || result?.latencyMs === undefined ? '' : `, ${msText(result.latencyMs)}`;
}

function heatRow(resolved: Resolved, { operation, clients, cells }: HeatRow, latency: string): Row {
  const { model } = resolved;
  const who = shortened(
    clients.map((client) => vertexName(model, client)),
    MOST_CLIENTS,
  );
  const request = `${operationName(model, operation)} from ${list(who)}`;
  return {
    cells: [
      text(operationName(model, operation)),
      // Beside an editor the column is narrow.
      text(who.join(', ')),
      ...cells.map((cell) => heatCell(model, { operation, client: clients[0] ?? -1, request, latency }, cell)),
    ],
    span: operationSpan(resolved, operation),
  };
}

interface Asked {
  readonly operation: number;
  readonly client: number;
  /** "pay from bob" */
  readonly request: string;
  /** ", 160 ms"; empty: not declared. */
  readonly latency: string;
}

function heatCell(model: Model, { operation, client, request, latency }: Asked, cell: HeatCell): Cell {
  const { verdict, outcome, passing, cause } = cell;
  const isHealthy = causeSize(cause) === 0 && cause.partition === undefined;
  const start = `${request} ${whenText(model, cause)}${isHealthy ? latency : ''}`;
  if (verdict === 'silent') return { text: '–', label: `${start}: the client is down too` };
  if (verdict === 'not known') return { text: verdict, verdict, label: `${start}: not known` };
  const later = passing === undefined ? '' : `; ${untilNoticed(model, operation, passing)}: ${passing.verdict}`;
  const isPale = outcome?.howLong === 'lag' || outcome?.before === true;
  return {
    text: `${isPale ? `(${verdict})` : verdict}${passing === undefined ? '' : '*'}`,
    verdict,
    ...(outcome?.howLong === undefined ? {} : { howLong: outcome.howLong }),
    label: `${start}: ${outcome === undefined ? verdict : outcomeText(model, operation, outcome)}${later}`,
    ...(isPale ? { pale: true } : {}),
    ...(passing === undefined || passing.verdict === 'ok' ? {} : { passing: passing.verdict }),
    run: { operation, client, cause },
  };
}

/** "conflict (reconciled after the heal): acknowledged by us1 …" */
function outcomeText(model: Model, operation: number, outcome: Outcome): string {
  const { verdict, howLong, before } = outcome;
  const what = before === true ? `${verdict}, only what was written just before` : verdict;
  const lasts = howLong === 'lag' ? ' while replication lags' : '';
  return `${what}${lasts}${because(reasonText(model, operation, outcome))}`;
}

/** What cells show that a sign does not say by itself. */
function legend({ rows }: Heat): string[] {
  const cells = rows.flatMap((row) => row.cells);
  const said = [
    ...(cells.some(({ verdict }) => verdict === 'silent') ? ['– the client is down too'] : []),
    ...(cells.some(({ outcome }) => outcome?.howLong === 'lag' || outcome?.before === true)
      ? ['in brackets: while replication lags, or only what was written just before the fault']
      : []),
    ...(cells.some(({ passing }) => passing !== undefined)
      ? ['a raised sign, or *: worse until the fault is noticed']
      : []),
  ];
  return said.length === 0 ? [] : [`${capital(said.join('; '))}.`];
}

function leftText({ left, isAtLeast }: Heat, kind: string): string[] {
  const more = count(left, `more ${kind} fault`);
  if (isAtLeast === true) return [`${left === 0 ? 'More may do harm' : `At least ${more}`}; a limit was reached.`];
  return left === 0 ? [] : [`${more} not shown, because of a limit.`];
}

/** Of one column, at most this many faults are named below the table. */
const MOST_ALIKE = 20;

/** What the heads of merged columns leave out. */
function alikeTexts(model: Model, columns: readonly HeatColumn[]): string[] {
  return columns.flatMap(({ causes }) => {
    const all = alikeText(model, causes, MOST_ALIKE);
    return all === alikeTitle(model, causes) ? [] : [`One column is for ${all}.`];
  });
}
