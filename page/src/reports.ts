import { allDiagnostics, designReportInSteps, grouped, panelReport, type Chapter, type Results } from '#core';
import { drawReport, runsOf } from '../../webview/src/draw.js';
import { rangeOf } from './design.js';
import { inSlices } from './explored.js';
import { allResults, design, SLICE_MS } from './host.js';
import { drawSource, revealLine } from './source.js';
import { showRun } from './runDialog.js';
import { runOf } from './timelineRun.js';

// Below the picture: everything that the report says, each chapter folded, and the text of the design.

const { resolved, title } = design;
const place = document.getElementById('chapters');

function fold(name: string, content: readonly Node[]): HTMLDetailsElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = name;
  details.append(summary, ...content);
  return details;
}

async function drawChapters(results: Results): Promise<void> {
  const diagnostics = allDiagnostics(resolved, results);
  const report = await inSlices(designReportInSteps({ name: title, resolved, results, diagnostics }), SLICE_MS);
  const chapters = report?.chapters ?? [];
  // A run opens from its verdict.
  const folds = grouped(chapters.filter(({ timeline }) => timeline === undefined)).map((group) => {
    const [first] = group;
    const drawn = group.map((chapter) => drawChapter(chapter, results));
    return first?.group === undefined ? drawn[0] : fold(first.group, drawn);
  });
  // A review begins with the decisions.
  folds[0]?.setAttribute('open', '');
  place?.prepend(...folds.flatMap((one) => one ?? []));
}

function drawChapter(chapter: Chapter, results: Results): HTMLDetailsElement {
  const { report, ranges, runs } = panelReport(resolved.model, chapter.report, (span) => rangeOf(resolved, span));
  return fold(
    report.title,
    drawReport(report, {
      ranges,
      runs: runsOf(report, runs),
      changed: new Set(),
      reveal: (range) => revealLine(range.start.line),
      showRun: (target) => showRun(runOf(resolved, target, results)),
    }),
  );
}

place?.append(fold(`The design, ${title}`, [drawSource(resolved)]));
void allResults.then((results) => {
  if (results !== undefined) void drawChapters(results);
});
