import { paced, type Steps } from '../../base/steps.js';
import type { ClientResult, Results } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { type SlowestAnswers, slowestAnswersInSteps } from '../../review/slowest.js';
import { whenText } from '../words/cause.js';
import { operationName, vertexName } from '../words/names.js';
import { msText } from '../words/sentence.js';
import { freshText, percentilesText } from '../words/timing.js';
import { text } from './cells.js';
import type { Report, Row } from './document.js';

/** How long answers take, and when reads see writes; undefined where the design declares no round trips. */
export function* timeReportInSteps(model: Model, { clients }: Results): Steps<Report | undefined> {
  if (model.links.every(({ roundTripMs }) => roundTripMs === undefined)) return undefined;
  const shown = clients.filter(({ notKnown }) => notKnown === undefined);
  if (shown.length === 0) return undefined;
  const slowest = yield* paced(slowestAnswersInSteps(model));
  const varies = shown.some(({ percentiles }) => percentiles !== undefined);
  const reads = shown.some((one) => one.freshness !== undefined || one.freshnessNotKnown !== undefined);
  const columns = [
    'operation',
    'from',
    'no fault',
    ...(varies ? ['as it varies'] : []),
    'slowest under a likely fault',
    ...(reads ? ['reads'] : []),
  ];
  return {
    title: 'How long',
    summary:
      'Round trips of an answer that is certain, without processing, by the shortest ways that a fault leaves' +
      (reads ? '; and how soon after its acknowledgement a read sees a write, on the healthy network.' : '.'),
    sections: [
      {
        paragraphs: [],
        table: { columns, rows: shown.map((result) => row(model, result, slowest, { varies, reads })) },
      },
    ],
    bound:
      slowest.faults === slowest.all
        ? `the healthy network, and ${slowest.all - 1} likely faults`
        : `the first ${slowest.faults} of ${slowest.all} likely faults, the healthy network among them`,
  };
}

function row(
  model: Model,
  result: ClientResult,
  slowest: SlowestAnswers,
  { varies, reads }: { readonly varies: boolean; readonly reads: boolean },
): Row {
  const { operation, client, latencyMs, freshness, freshnessNotKnown } = result;
  const most = slowest.of(operation, client);
  const isSlower = most !== undefined && most.ms > (latencyMs ?? 0);
  return {
    cells: [
      text(operationName(model, operation)),
      text(vertexName(model, client)),
      text(latencyMs === undefined ? 'not known' : msText(latencyMs)),
      ...(varies ? [text(percentilesText(result))] : []),
      text(
        most === undefined
          ? 'not known'
          : isSlower
            ? `${msText(most.ms)} ${whenText(model, most.cause)}`
            : `${msText(most.ms)}, as with no fault`,
      ),
      ...(reads ? [text(freshness === undefined ? notKnownText(freshnessNotKnown) : freshText(freshness))] : []),
    ],
  };
}

function notKnownText(why: string | undefined): string {
  return why === undefined ? '' : `not known: ${why}`;
}
