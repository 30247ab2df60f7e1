import { shownReport, TIMELINE_STYLE, timelinePanel, whyNoTimeline, type Resolved, type Results } from '#core';
import type { TimelineTarget } from '#protocol';
import { drawReport } from '../../webview/src/draw.js';
import { paragraph, showDialog } from './dialog.js';
import { Run } from './run.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(TIMELINE_STYLE);
document.adoptedStyleSheets.push(sheet);

/** The run that leads to a verdict, as a play, as a picture and in words. */
export function showTimeline(resolved: Resolved, target: TimelineTarget, results: Results | undefined): void {
  const found = timelinePanel(resolved, target, results);
  if (found.kind !== 'panel') {
    showDialog('Timeline', paragraph(whyNoTimeline(found)));
    return;
  }
  const { panel } = found;
  const run = new Run(panel);
  const words = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'In words';
  const drawing = { ranges: [], runs: new Map(), changed: new Set<never>(), reveal: nothing, showRun: nothing };
  words.append(summary, ...drawReport(shownReport(panel.report), drawing));
  showDialog(panel.title, ...run.elements, words).addEventListener('close', () => run.stop());
}

function nothing(): void {
  // The dialog lies over what could be shown.
}
