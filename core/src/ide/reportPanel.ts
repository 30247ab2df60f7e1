import { paced, run, type Steps } from '../base/steps.js';
import type { Results } from '../engine/facts.js';
import type { Model, Resolved } from '../model/model.js';
import { visible } from '../render/print/visible.js';
import { CURVES_SUMMARY, curvesSectionInSteps } from '../render/reports/curvesSection.js';
import type { Report, Section } from '../render/reports/document.js';
import { expectationsReport } from '../render/reports/expectationsReport.js';
import { explainReportInSteps } from '../render/reports/explainReport.js';
import { matrixReportInSteps } from '../render/reports/matrixReport.js';
import { simulationReportInSteps } from '../render/reports/simulationReport.js';
import { whyUnjudged } from '../render/words/unjudged.js';
import { pickedCause, type FaultPick } from './choices.js';
import { tooMuchToList } from './panelLimit.js';
import { operationAt } from './symbolAt.js';

/**
 * What a report can be about. `offset`: of the cursor, in the design's own file; `tried`: what is known of the quick
 * fixes of an operation, by its index.
 */
export type ReportSubject =
  | { readonly kind: 'all' }
  | { readonly kind: 'expectations' }
  | { readonly kind: 'explain'; readonly offset: number; readonly tried?: (operation: number) => readonly Section[] };

/** A report, or a sentence for the screen that says why there is none. */
export type ReportPanel =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'none'; readonly reason: string };

/** The report about a subject, from the results of the whole analysis. */
export function reportPanel(resolved: Resolved, results: Results, subject: ReportSubject): ReportPanel {
  return run(reportPanelInSteps(resolved, results, subject));
}

/** `reportPanel` in steps. */
export function* reportPanelInSteps(resolved: Resolved, results: Results, subject: ReportSubject): Steps<ReportPanel> {
  const tooMuch = tooMuchToList(resolved.model);
  if (tooMuch !== undefined && subject.kind === 'expectations') return { kind: 'none', reason: tooMuch };
  switch (subject.kind) {
    case 'all':
      return yield* allFaultsPanelInSteps(resolved, results);
    case 'expectations':
      return { kind: 'report', report: expectationsReport(resolved, results) };
    case 'explain': {
      const symbol = operationAt(resolved, subject.offset);
      const operation = symbol?.index;
      if (operation !== undefined) {
        // In a run, every request of the design takes part.
        const traced = tooMuch === undefined ? 'worst' : 'none';
        const report = yield* explainReportInSteps(resolved, results, { operation }, traced);
        const more = yield* curves(resolved.model, operation);
        const tried = subject.tried?.(operation) ?? [];
        return { kind: 'report', report: { ...report, sections: [...report.sections, ...tried, ...more] } };
      }
      const none = { kind: 'none', reason: 'There is no operation at the cursor: put it on the name of one.' } as const;
      return symbol === undefined ? none : (notJudged(resolved, symbol.name) ?? none);
    }
  }
}

/** The report about every fault, alone: `reportPanel` of `all`. */
export function allFaultsPanel(resolved: Resolved, results: Results): ReportPanel {
  return run(allFaultsPanelInSteps(resolved, results));
}

function* allFaultsPanelInSteps(resolved: Resolved, results: Results): Steps<ReportPanel> {
  const tooMuch = tooMuchToList(resolved.model);
  if (tooMuch !== undefined) return { kind: 'none', reason: tooMuch };
  if (resolved.model.operations.length > 0)
    return { kind: 'report', report: yield* matrixReportInSteps(resolved, results) };
  return (
    notJudged(resolved, undefined) ?? {
      kind: 'none',
      reason:
        'The design has no operation yet, so there is nothing to break. ' +
        'Write one: `operation o: read STORE from CLIENT`.',
    }
  );
}

/** Curves of more clients than this are not drawn. */
const MOST_CURVES = 4;

/** How often each verdict is possible, by how often links fail. */
function* curves(model: Model, operation: number): Steps<readonly Section[]> {
  const sections: Section[] = [];
  const clients = model.operations[operation]?.clients ?? [];
  for (const client of clients.slice(0, MOST_CURVES)) {
    const found = yield* paced(curvesSectionInSteps(model, operation, client));
    if (found === undefined) continue;
    const { heading = '', paragraphs = [], ...section } = found;
    const told = { ...section, heading: `How often, by how often links fail: ${heading}` };
    sections.push({ ...told, paragraphs: [CURVES_SUMMARY, ...paragraphs] });
  }
  if (clients.length > MOST_CURVES)
    sections.push({ paragraphs: [`Curves are drawn for the first ${MOST_CURVES} of ${clients.length} clients.`] });
  return sections;
}

/** Why there is no report about an operation, or about any; undefined where no mistake is the reason. */
function notJudged(resolved: Resolved, name: string | undefined): ReportPanel | undefined {
  const found = resolved.unjudged.find((one) => one.kind === 'operation' && (name ?? one.name) === one.name);
  if (found === undefined) return undefined;
  const why = visible(`\`${found.name}\` is not judged: ${whyUnjudged(resolved, found)}`);
  return { kind: 'none', reason: why.endsWith('?') ? why : `${why}.` };
}

/** The report about one fault, which is known from the text alone. */
export function faultPanel(resolved: Resolved, fault: FaultPick): ReportPanel {
  return run(faultPanelInSteps(resolved, fault));
}

/** `faultPanel` in steps. */
export function* faultPanelInSteps(resolved: Resolved, fault: FaultPick): Steps<ReportPanel> {
  const tooMuch = tooMuchToList(resolved.model);
  if (tooMuch !== undefined) return { kind: 'none', reason: tooMuch };
  const picked = pickedCause(resolved.model, fault);
  if (picked.kind === 'cause')
    return { kind: 'report', report: yield* simulationReportInSteps(resolved, picked.cause) };
  return missingPicks(picked.names, 'Simulate');
}

/** Why there is no report about what was picked in an older text. `again`: the verb that picks anew. */
export function missingPicks(names: readonly string[], again: string): ReportPanel {
  return {
    kind: 'none',
    reason: `Not in the design any more: ${names.map(visible).join(', ')}. ${again} again to pick what is there now.`,
  };
}
