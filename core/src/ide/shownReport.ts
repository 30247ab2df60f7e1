import { visible } from '../render/print/visible.js';
import type { Report } from '../render/reports/document.js';

/**
 * A report as a page may show it. Names are as they are in the file up to here; on a screen nothing of them may turn
 * a sentence around, break its line, or stay unseen.
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
