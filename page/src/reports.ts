import { allDiagnostics, designReport, panelReport, type Results } from '#core';
import { drawReport, runsOf } from '../../webview/src/draw.js';
import { rangeOf } from './design.js';
import { allResults, design } from './host.js';
import { drawSource, revealLine } from './source.js';
import { showTimeline } from './timeline.js';

// Below the picture: everything that the report says, each chapter folded, and the text of the design.

const { resolved, title } = design;
const place = document.getElementById('chapters');

function fold(name: string, content: readonly Node[]): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = name;
  details.append(summary, ...content);
  return details;
}

function drawChapters(results: Results): void {
  const { chapters } = designReport(title, resolved, results, allDiagnostics(resolved, results));
  // A run opens from its verdict.
  const drawn = chapters.filter(({ timeline }) => timeline === undefined);
  place?.prepend(
    ...drawn.map((chapter) => {
      const { report, ranges, runs } = panelReport(resolved.model, chapter.report, (span) => rangeOf(resolved, span));
      return fold(
        report.title,
        drawReport(report, {
          ranges,
          runs: runsOf(report, runs),
          changed: new Set(),
          reveal: (range) => revealLine(range.start.line),
          showRun: (target) => showTimeline(resolved, target, results),
        }),
      );
    }),
  );
}

place?.append(fold(`The design, ${title}`, [drawSource(resolved)]));
void allResults.then(drawChapters);
