import { isBeyondLag } from '../../base/harm.js';
import { type UnderResult, verdictsUnder } from '../../engine/under.js';
import type { Cause, ClientResult, Results } from '../../engine/facts.js';
import { compareCauses } from '../../engine/sweep.js';
import type { Resolved } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { boundOfAll } from '../words/bound.js';
import { causeTitle, whenText } from '../words/cause.js';
import { operationName, vertexName } from '../words/names.js';
import { count, msText, thousands } from '../words/sentence.js';
import { reasonText } from '../words/verdict.js';
import { overallCell, text, withRun, worstCell } from './cells.js';
import type { Report, Row, Section } from './document.js';

/** More columns than these can't be read at a glance; the second table has the smallest cause of everything. */
const MOST_CAUSES = 6;

/**
 * Every operation from every client against the faults that matter: named partitions, then the smallest causes of
 * anything bad.
 */
export function matrixReport(resolved: Resolved, results: Results): Report {
  const { clients } = results;
  const bad = clients.filter(({ findings }) => findings.some(({ outcome }) => isBeyondLag(outcome))).length;
  const limited = clients.filter(({ notKnown }) => notKnown !== undefined).length;
  const unjudged = resolved.unjudged.filter(({ kind }) => kind === 'operation').length;
  const requests = `${clients.length - bad - limited} of ${count(clients.length, 'request')} (operation and client)`;
  const parts = [
    `${requests} work under everything that was looked at, apart from lag`,
    ...(bad > 0 ? [`${bad} can go wrong`] : []),
    ...(limited > 0 ? [`${limited} could not be analysed`] : []),
    ...(unjudged > 0 ? [`${count(unjudged, 'operation')} not judged, because of mistakes`] : []),
  ];
  return {
    title: 'All operations under all partitions',
    summary: `${parts.join('; ')}.`,
    sections: [matrix(resolved, results), ...worst(resolved, clients)],
    bound: boundOfAll(clients),
  };
}

function matrix(resolved: Resolved, { clients }: Results): Section {
  const { model } = resolved;
  const causes = smallestCauses(clients, MOST_CAUSES);
  const under = causes.map((cause) => byRequest(verdictsUnder(model, cause)));
  const rows = clients.map((result): Row => {
    const latency = result.latencyMs === undefined ? '' : ` · ${msText(result.latencyMs)}`;
    return {
      cells: [
        text(operationName(model, result.operation)),
        text(vertexName(model, result.client)),
        withRun(worstCell(result.healthy, result.notKnown, latency), result, result.healthy.cause),
        ...model.partitions.map((_, i) =>
          withRun(worstCell(result.partitions[i], result.notKnown), result, result.partitions[i]?.cause),
        ),
        ...under.map((verdicts) => {
          const one = verdicts.get(request(result.operation, result.client));
          return withRun(worstCell(one?.verdict, one?.notKnown), result, one?.verdict.cause);
        }),
      ],
      span: operationSpan(resolved, result.operation),
    };
  });
  const columns = [
    'operation',
    'from',
    'healthy',
    ...model.partitions.map(({ name }) => name),
    ...causes.map((cause) => causeTitle(model, cause)),
  ];
  return { heading: 'The worst that can happen', paragraphs: [], table: { columns, rows } };
}

/** The smallest faults that break anything, each once. */
export function smallestCauses(clients: readonly ClientResult[], most: number): Cause[] {
  const all = clients
    .flatMap(({ findings }) => findings.flatMap(({ outcome, causes }) => (isBeyondLag(outcome) ? causes : [])))
    .filter(({ partition }) => partition === undefined)
    .sort(compareCauses);
  const distinct = all.filter((cause, i) => i === 0 || compareCauses(cause, all[i - 1] ?? cause) !== 0);
  return distinct.slice(0, most);
}

function byRequest(verdicts: readonly UnderResult[]): ReadonlyMap<string, UnderResult> {
  return new Map(verdicts.map((one) => [request(one.operation, one.client), one]));
}

function request(operation: number, client: number): string {
  return `${operation} ${client}`;
}

function worst(resolved: Resolved, clients: readonly ClientResult[]): Section[] {
  const { model } = resolved;
  const rows = clients.flatMap((result): Row[] => {
    const [finding] = result.findings;
    if (finding === undefined) return [];
    return [
      {
        cells: [
          text(operationName(model, result.operation)),
          text(vertexName(model, result.client)),
          withRun(overallCell(result), result, finding.cause),
          text(whenText(model, finding.cause)),
          text(`${thousands(finding.faults)} of ${thousands(result.faults)}`),
          text(reasonText(model, result.operation, finding.outcome)),
        ],
        span: operationSpan(resolved, result.operation),
      },
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      heading: 'The smallest cause of the worst',
      paragraphs: [],
      table: { columns: ['operation', 'from', 'verdict', 'smallest cause', 'faults', 'why'], rows },
    },
  ];
}
