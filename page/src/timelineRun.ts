import { shownReport, TIMELINE_STYLE, timelinePanel, whyNoTimeline, type Resolved, type Results } from '#core';
import type { TimelineTarget } from '#protocol';
import type { ShownRun } from './runDialog.js';

/** The run that leads to a verdict; a sentence where there is none. */
export function runOf(resolved: Resolved, target: TimelineTarget, results: Results | undefined): ShownRun | string {
  const found = timelinePanel(resolved, target, results);
  if (found.kind !== 'panel') return whyNoTimeline(found);
  return { panel: found.panel, words: shownReport(found.panel.report), style: TIMELINE_STYLE };
}
