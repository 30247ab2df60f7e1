import { isBeyondLag } from '../../base/harm.js';
import { MOST_PER_STEP, paced, run, type Steps } from '../../base/steps.js';
import type { Diagnostic } from '../../checks/diagnostic.js';
import { MISTAKES } from '../../checks/index.js';
import type { Cause, Results } from '../../engine/facts.js';
import type { Model, Resolved } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { type Heatmap, heatmapInSteps } from '../../review/heatmap.js';
import { standingOf } from '../../review/standing.js';
import type { Scene } from '../diagram/scene.js';
import { drawTimeline } from '../timeline/draw.js';
import { timelineReport } from '../timeline/report.js';
import { timelineInSteps } from '../timeline/timeline.js';
import { boundOfAll, foundByText } from '../words/bound.js';
import { capital, count } from '../words/sentence.js';
import { text } from './cells.js';
import { CURVES_SUMMARY, curvesSectionInSteps } from './curvesSection.js';
import { DECISIONS_HEADING, decisionPartInSteps, lineOf } from './decisionSections.js';
import type { Report, Section } from './document.js';
import { expectationsReport } from './expectationsReport.js';
import { explainReportInSteps } from './explainReport.js';
import { likelySections, rareSections } from './heatSections.js';
import { reliabilityReport } from './reliabilityReport.js';
import { simulationReportInSteps } from './simulationReport.js';
import { timeReportInSteps } from './timeReport.js';
import { headlineQuestions } from './headlineQuestions.js';
import type { VerdictQuestion } from './witness.js';

/**
 * Everything about one design in one document, for those who have neither the file nor an editor for it: chapters, some
 * with a picture. The first is one screen with what the design decides; the others are details, each under a fold where
 * the medium has folds.
 */
export interface DesignReport {
  readonly title: string;
  readonly model: Model;
  /** "3 nodes, 2 zones, 2 clients, 1 link, 2 stores, 3 operations" */
  readonly facts: string;
  readonly chapters: readonly Chapter[];
}

/** A report of a document, with what stands before its tables. */
export interface Chapter {
  readonly report: Report;
  /** Neighbours of one group stand under one fold, which has this name. */
  readonly group?: string;
  /** The picture of the design under this fault stands before the tables. */
  readonly picture?: Cause;
  /**
   * The space-time diagram of a run stands before the table of its steps. Verdicts elsewhere in the document lead to
   * it.
   */
  readonly timeline?: { readonly subject: VerdictQuestion; readonly scene: Scene };
}

/** Chapters that share a fold; a chapter without a group has its own. */
export function grouped(chapters: readonly Chapter[]): (readonly Chapter[])[] {
  const folds: Chapter[][] = [];
  for (const chapter of chapters) {
    const last = folds[folds.length - 1];
    if (chapter.group !== undefined && last?.[0]?.group === chapter.group) last.push(chapter);
    else folds.push([chapter]);
  }
  return folds;
}

/** At most this many runs are drawn, those of the operations that are declared first. */
const MOST_TIMELINES = 24;

/** A design with its results, and what is said of its text. `name` is what the file is called. */
export interface Reviewed {
  readonly name: string;
  readonly resolved: Resolved;
  readonly results: Results;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The document of a design review: first the picture and what is decided; then every operation under every fault that
 * matters, the expectations, each named partition with its picture, each operation in detail, the runs that lead to
 * their verdicts, and what else there is to say about the file. `name` is what the file is called.
 */
export function designReport(
  name: string,
  resolved: Resolved,
  results: Results,
  diagnostics: readonly Diagnostic[],
): DesignReport {
  return run(designReportInSteps({ name, resolved, results, diagnostics }));
}

/** `designReport` in steps. */
export function* designReportInSteps({ name, resolved, results, diagnostics }: Reviewed): Steps<DesignReport> {
  const { model } = resolved;
  const heat = yield* heatmapInSteps(model, results);
  const chapters: Chapter[] = [
    { report: yield* overviewInSteps({ name, resolved, results, diagnostics }, heat), picture: HEALTHY },
  ];
  if (results.clients.length > 0) chapters.push(...heatChapters(resolved, results, heat));
  yield MOST_PER_STEP;
  chapters.push({ report: expectationsReport(resolved, results) });
  yield MOST_PER_STEP;
  chapters.push(...oftenChapter(model, results));
  const times = yield* timeReportInSteps(model, results);
  if (times !== undefined) chapters.push({ report: times });
  chapters.push(...(yield* curvesChapterInSteps(model, results)));
  for (const partition of model.partitions.keys()) {
    const cause = { ...HEALTHY, partition };
    const group = `Named partitions (${model.partitions.length})`;
    chapters.push({ report: yield* simulationReportInSteps(resolved, cause), picture: cause, group });
  }
  for (const operation of model.operations.keys()) {
    yield MOST_PER_STEP;
    const group = `Each operation in detail (${model.operations.length})`;
    chapters.push({ report: yield* explainReportInSteps(resolved, results, { operation }), group });
  }
  chapters.push(...(yield* runsInSteps(resolved, results)));
  if (diagnostics.length > 0) chapters.push({ report: findings(resolved, diagnostics) });
  chapters.push({ report: bounds(results) });
  return { title: name, model, facts: factsText(model), chapters };
}

function oftenChapter(model: Model, results: Results): Chapter[] {
  const report = reliabilityReport(model, results);
  return report === undefined ? [] : [{ report }];
}

/** Curves of more clients are not drawn, those that are declared first are. */
const MOST_CURVES = 12;

function* curvesChapterInSteps(model: Model, { clients }: Results): Steps<Chapter[]> {
  const known = clients.filter(({ notKnown }) => notKnown === undefined);
  const sections: Section[] = [];
  for (const { operation, client } of known.slice(0, MOST_CURVES)) {
    const section = yield* paced(curvesSectionInSteps(model, operation, client));
    if (section !== undefined) sections.push(section);
  }
  if (sections.length === 0) return [];
  const of = sections.length < known.length ? `${sections.length} of ${known.length}` : 'all';
  const bound = `${of} operations and clients of which something else than ok is possible and all runs fit the limit`;
  return [{ report: { title: 'How often, by how often links fail', summary: CURVES_SUMMARY, sections, bound } }];
}

/** Likely faults are one chapter, rare ones another. */
function heatChapters(resolved: Resolved, results: Results, heat: Heatmap): Chapter[] {
  return [likelySections(resolved, results, heat), rareSections(resolved, results, heat)].flatMap((sections) =>
    sections.slice(0, 1).map(({ heading = '', ...first }) => ({
      report: { title: heading, summary: '', sections: [first, ...sections.slice(1)], bound: '' },
    })),
  );
}

/** How what breaks an operation comes about: each of its verdicts under a likely fault, and the worst beyond one. */
function* runsInSteps(resolved: Resolved, results: Results): Steps<Chapter[]> {
  const { model } = resolved;
  const told = model.operations.flatMap((_, operation) => {
    const { likely, beyond } = standingOf(
      model,
      results.expectations,
      results.clients.filter((result) => result.operation === operation),
    );
    const lasting = likely.filter(({ outcome }) => isBeyondLag(outcome));
    return [...lasting, ...(beyond === undefined ? [] : [beyond])].flatMap((one) =>
      headlineQuestions(model, operation, one),
    );
  });
  const shown = told.slice(0, MOST_TIMELINES);
  const of = told.length > shown.length ? ` of ${told.length}` : '';
  const chapters: Chapter[] = [];
  for (const subject of shown) {
    yield MOST_PER_STEP;
    const run = yield* timelineInSteps(resolved, subject);
    chapters.push({
      report: timelineReport(model, run),
      group: `How each verdict comes about (${shown.length}${of})`,
      ...(run.steps.length === 0 ? {} : { timeline: { subject, scene: drawTimeline(model, run) } }),
    });
  }
  return chapters;
}

function factsText(model: Model): string {
  const counted = (['node', 'zone', 'router', 'client'] as const).flatMap((kind) => {
    const n = model.vertices.filter((vertex) => vertex.kind === kind).length;
    return n === 0 ? [] : [count(n, kind)];
  });
  return [
    ...counted,
    count(model.links.length, 'link'),
    count(model.stores.length, 'store'),
    count(model.operations.length, 'operation'),
  ].join(', ');
}

function* overviewInSteps({ resolved, results, diagnostics }: Reviewed, heat: Heatmap): Steps<Report> {
  // Findings about the design are not mistakes in the file.
  const errors = diagnostics.filter(({ code }) => MISTAKES.has(code)).length;
  const broken =
    errors === 0 ? [] : [`The file has ${count(errors, 'error')}: what is not understood is left out of this report.`];
  const left = resolved.unjudged.filter(({ kind }) => kind === 'expectation').length;
  const notJudged = left === 0 ? [] : [`${count(left, 'expectation')} not judged, because of mistakes.`];
  const { summary, sections } = yield* decisionPartInSteps(resolved, results, heat);
  return {
    title: DECISIONS_HEADING,
    summary: [summary, ...broken, ...notJudged].filter((one) => one !== '').join(' '),
    sections,
    bound: '',
  };
}

function bounds({ clients }: Results): Report {
  const foundBy = foundByText(clients);
  return {
    title: 'What was looked at, and what is not modelled',
    summary: `${capital(boundOfAll(clients))}.${foundBy === undefined ? '' : ` The answers are ${foundBy}.`}`,
    sections: [
      {
        paragraphs: [
          'Not modelled: time, apart from replication lag and what lasts until the heal; transactions over several ' +
            'keys; machines that lie; more than one break; links that lose only some messages; load; bugs of the ' +
            'products. What goes beyond the faults above is not known.',
        ],
      },
    ],
    bound: '',
  };
}

function findings(resolved: Resolved, diagnostics: readonly Diagnostic[]): Report {
  const rows = diagnostics.map(({ span, severity, code, message }) => ({
    cells: [text(lineOf(resolved, span)), text(severity), text(code), text(message)],
    span,
  }));
  return {
    title: 'Findings',
    summary: `${capital(count(diagnostics.length, 'finding'))} about single lines.`,
    sections: [{ paragraphs: [], table: { columns: ['line', 'severity', 'code', 'message'], rows } }],
    bound: '',
  };
}
