import { runTargets, shownReport, type Report } from '#core';
import type { Place, Runs } from '#protocol';
import type { Snapshot } from './documents/snapshot.js';

/** A report with what its rows and verdicts lead to, as a panel gets it. */
export function panelReport(
  snapshot: Snapshot,
  report: Report,
): { readonly report: Report; readonly ranges: readonly (readonly (Place | null)[])[]; readonly runs: Runs } {
  return {
    report: shownReport(report),
    ranges: report.sections.map(({ table }) => (table?.rows ?? []).map(({ span }) => snapshot.placeOf(span))),
    runs: runTargets(snapshot.resolved.model, report),
  };
}
