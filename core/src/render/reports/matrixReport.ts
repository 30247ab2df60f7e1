import { MOST_PER_STEP, run, type Steps } from '../../base/steps.js';
import { isBeyondLag } from '../../base/harm.js';
import type { Cause, ClientResult, Results } from '../../engine/facts.js';
import { compareCauses } from '../../engine/causes.js';
import type { Resolved } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { heatmapInSteps } from '../../review/heatmap.js';
import { lookedAtText } from '../words/bound.js';
import { whenText } from '../words/cause.js';
import { operationName, vertexName } from '../words/names.js';
import { thousands } from '../../base/thousands.js';
import { capital, count } from '../words/sentence.js';
import { reasonText } from '../words/verdict.js';
import { overallCell, text, withRun } from './cells.js';
import { DECISIONS_HEADING, decisionPartInSteps } from './decisionSections.js';
import type { Report, Row, Section } from './document.js';
import { heatSections } from './heatSections.js';

/** Every operation from every client under every likely fault, what was decided of it, and the smallest causes. */
export function matrixReport(resolved: Resolved, results: Results): Report {
  return run(matrixReportInSteps(resolved, results));
}

/** `matrixReport` in steps. */
export function* matrixReportInSteps(resolved: Resolved, results: Results): Steps<Report> {
  const { clients } = results;
  const heat = yield* heatmapInSteps(resolved.model, results);
  const { summary, sections } = yield* decisionPartInSteps(resolved, results, heat);
  yield MOST_PER_STEP;
  const unjudged = resolved.unjudged.filter(({ kind }) => kind === 'operation').length;
  const left = unjudged === 0 ? '' : ` ${capital(count(unjudged, 'operation'))} not judged, because of mistakes.`;
  return {
    title: 'All operations under all partitions',
    summary: `${summary}${left}`.trim(),
    sections: [
      ...heatSections(resolved, results, heat),
      ...sections.map((section, i) => (i === 0 ? { ...section, heading: DECISIONS_HEADING } : section)),
      ...worst(resolved, clients),
    ],
    bound: lookedAtText(clients),
  };
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
      heading: 'The smallest cause of each worst verdict',
      paragraphs: [],
      folded: true,
      table: { columns: ['operation', 'from', 'verdict', 'smallest cause', 'faults', 'why'], rows },
    },
  ];
}
