import { runTargets, visible, type Report } from '#core';
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

/**
 * A report as an editor may show it. Names are as they are in the file up to here; on the screen nothing of them may
 * turn a sentence around, break its line, or stay unseen.
 */
export function shownReport({ title, summary, sections, bound }: Report): Report {
  return {
    title: visible(title),
    summary: visible(summary),
    sections: sections.map(({ heading, paragraphs, table }) => ({
      ...(heading === undefined ? {} : { heading: visible(heading) }),
      paragraphs: paragraphs.map(visible),
      ...(table === undefined
        ? {}
        : {
            table: {
              columns: table.columns.map(visible),
              rows: table.rows.map((row) => ({
                ...row,
                cells: row.cells.map((cell) => ({ ...cell, text: visible(cell.text) })),
              })),
            },
          }),
    })),
    bound: visible(bound),
  };
}
