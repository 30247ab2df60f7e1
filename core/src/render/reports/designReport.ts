import type { Diagnostic } from '../../checks/diagnostic.js';
import type { Cause, Results } from '../../engine/facts.js';
import type { Model, Resolved } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import type { Scene } from '../diagram/scene.js';
import { drawTimeline } from '../timeline/draw.js';
import { timelineReport } from '../timeline/report.js';
import { timeline, worstFirst, worstSubject } from '../timeline/timeline.js';
import { count } from '../words/sentence.js';
import { text } from './cells.js';
import type { Report } from './document.js';
import { expectationsReport } from './expectationsReport.js';
import { explainReport } from './explainReport.js';
import { matrixReport } from './matrixReport.js';
import { simulationReport } from './simulationReport.js';
import type { VerdictQuestion } from './witness.js';

/**
 * Everything about one design in one document, for those who have neither the file nor an editor for it: chapters, some
 * with a picture.
 */
export interface DesignReport {
  readonly title: string;
  readonly model: Model;
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  readonly report: Report;
  /** The picture of the design under this fault stands before the tables. */
  readonly picture?: Cause;
  /**
   * The space-time diagram of a run stands before the table of its steps. Verdicts elsewhere in the document lead to
   * it.
   */
  readonly timeline?: { readonly subject: VerdictQuestion; readonly scene: Scene };
}

/**
 * The document of a design review: the picture, every operation against every fault that matters, the expectations,
 * each named partition with its picture, each operation in detail with the run that leads to its worst verdict, and
 * what else there is to say about the file. `name` is what the file is called.
 */
export function designReport(
  name: string,
  resolved: Resolved,
  results: Results,
  diagnostics: readonly Diagnostic[],
): DesignReport {
  const { model } = resolved;
  return {
    title: name,
    model,
    chapters: [
      { report: overview(resolved, results, diagnostics), picture: HEALTHY },
      ...(model.operations.length === 0 ? [] : [{ report: matrixReport(resolved, results) }]),
      { report: expectationsReport(resolved, results) },
      ...model.partitions.map((_, partition): Chapter => {
        const cause = { ...HEALTHY, partition };
        return { report: simulationReport(resolved, cause), picture: cause };
      }),
      ...model.operations.flatMap((_, operation): Chapter[] => [
        { report: explainReport(resolved, results, { operation }) },
        ...worstRun(resolved, results, operation),
      ]),
      ...(diagnostics.length === 0 ? [] : [{ report: findings(resolved, diagnostics) }]),
    ],
  };
}

/**
 * How the worst that can happen to an operation comes about; what only lags behind, as on a healthy network, needs no
 * picture.
 */
function worstRun(resolved: Resolved, { clients }: Results, operation: number): Chapter[] {
  const { model } = resolved;
  const subjects = clients.flatMap((result) => {
    const subject =
      result.operation === operation && result.findings[0]?.outcome.howLong !== 'lag'
        ? worstSubject(model, result)
        : undefined;
    return subject === undefined ? [] : [subject];
  });
  const [worst] = worstFirst(subjects);
  if (worst === undefined) return [];
  const run = timeline(resolved, worst);
  return [
    {
      report: timelineReport(model, run),
      ...(run.steps.length === 0 ? {} : { timeline: { subject: worst, scene: drawTimeline(model, run) } }),
    },
  ];
}

function overview(
  { model, unjudged }: Resolved,
  { expectations }: Results,
  diagnostics: readonly Diagnostic[],
): Report {
  const counted = (['node', 'zone', 'router', 'client'] as const).flatMap((kind) => {
    const n = model.vertices.filter((vertex) => vertex.kind === kind).length;
    return n === 0 ? [] : [count(n, kind)];
  });
  const parts = [
    ...counted,
    count(model.links.length, 'link'),
    count(model.stores.length, 'store'),
    count(model.operations.length, 'operation'),
  ];
  const fails = expectations.filter(({ status }) => status === 'fails').length;
  // Findings about the design are not mistakes in the file.
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'expectation-fails' && code !== 'needs-impossible',
  ).length;
  const broken =
    errors === 0 ? [] : [`The file has ${count(errors, 'error')}: what is not understood is left out of this report.`];
  const failing =
    fails === 0
      ? []
      : [`${fails} of ${count(expectations.length, 'expectation')} ${fails === 1 ? 'does' : 'do'} not hold.`];
  const left = unjudged.filter(({ kind }) => kind === 'expectation').length;
  const notJudged = left === 0 ? [] : [`${count(left, 'expectation')} not judged, because of mistakes.`];
  return {
    title: 'The design',
    summary: `${parts.join(', ')}.`,
    sections:
      broken.length + failing.length + left === 0 ? [] : [{ paragraphs: [...broken, ...failing, ...notJudged] }],
    bound: '',
  };
}

function findings(resolved: Resolved, diagnostics: readonly Diagnostic[]): Report {
  const { sources } = resolved;
  const line = (offset: number): string => {
    const number = sources.position(offset).line + 1;
    const isOwn = sources.isOwn({ start: offset, end: offset });
    return isOwn ? `${number}` : `${sources.fileAt(offset).path}:${number}`;
  };
  const rows = diagnostics.map(({ span, severity, code, message }) => ({
    cells: [text(line(span.start)), text(severity), text(code), text(message)],
    span,
  }));
  return {
    title: 'Findings',
    summary: 'What there is to say about single lines of the file.',
    sections: [{ paragraphs: [], table: { columns: ['line', 'severity', 'code', 'message'], rows } }],
    bound: '',
  };
}
