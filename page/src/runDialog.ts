import type { Report, TimelinePanel } from '#core';
import { drawReport } from '../../webview/src/draw.js';
import { paragraph, showDialog } from './dialog.js';
import { Run } from './run.js';

/** A run with its report as a page may show it, and the style sheet of its lanes. */
export interface ShownRun {
  readonly panel: TimelinePanel;
  readonly words: Report;
  readonly style: string;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Shows a run above the page, or the sentence that says why there is none. */
export function showRun(shown: ShownRun | string): void {
  if (typeof shown === 'string') {
    showDialog('Timeline', paragraph(shown));
    return;
  }
  sheet.replaceSync(shown.style);
  const run = new Run(shown.panel);
  const words = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'In words';
  const drawing = { ranges: [], runs: new Map(), changed: new Set<never>(), reveal: nothing, showRun: nothing };
  words.append(summary, ...drawReport(shown.words, drawing));
  showDialog(shown.panel.title, ...run.elements, words).addEventListener('close', () => run.stop());
}

function nothing(): void {
  // The dialog lies over what could be shown.
}
