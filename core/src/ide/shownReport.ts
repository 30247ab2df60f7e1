import type { Edit } from '../base/edit.js';
import type { Span } from '../base/span.js';
import type { Model } from '../model/model.js';
import { visible } from '../render/print/visible.js';
import type { Cell, Report } from '../render/reports/document.js';
import { runTargets, type TimelineTarget } from './timelineTarget.js';

/**
 * A report with what its rows, verdicts and designs lead to; `ranges` and `runs` have the shape of its sections and
 * rows, `changes` that of its sections.
 */
export interface PanelReport<Place> {
  readonly report: Report;
  readonly ranges: readonly (readonly (Place | null)[])[];
  readonly runs: readonly (readonly (readonly (TimelineTarget | null)[])[])[];
  readonly changes: readonly (readonly { readonly range: Place; readonly text: string }[] | null)[];
}

/** `placeOf`: where a row's subject stands, in whatever way a page points at text. */
export function panelReport<Place>(
  model: Model,
  report: Report,
  placeOf: (span: Span | undefined) => Place | null,
): PanelReport<Place> {
  return {
    report: shownReport(report),
    ranges: report.sections.map(({ table }) => (table?.rows ?? []).map(({ span }) => placeOf(span))),
    runs: runTargets(model, report),
    changes: report.sections.map(({ edits }) => (edits === undefined ? null : changesOf(edits, placeOf))),
  };
}

/** Null if a page can't point at all that is changed: half of a design is another one. */
function changesOf<Place>(
  edits: readonly Edit[],
  placeOf: (span: Span) => Place | null,
): readonly { readonly range: Place; readonly text: string }[] | null {
  const changes = edits.flatMap(({ span, text }) => {
    const range = placeOf(span);
    return range === null ? [] : [{ range, text }];
  });
  return changes.length === edits.length ? changes : null;
}

/**
 * A report as a page may show it. Names are as they are in the file up to here; on a screen nothing of them may turn
 * a sentence around, break its line, or stay unseen.
 */
export function shownReport({ title, summary, sections, bound }: Report): Report {
  return {
    title: visible(title),
    summary: visible(summary),
    sections: sections.map(({ heading, paragraphs, chart, table, folded }) => ({
      ...(folded === undefined ? {} : { folded }),
      ...(chart === undefined ? {} : { chart }),
      ...(heading === undefined ? {} : { heading: visible(heading) }),
      paragraphs: paragraphs.map(visible),
      ...(table === undefined
        ? {}
        : {
            table: {
              ...table,
              columns: table.columns.map(visible),
              rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(shownCell) })),
            },
          }),
    })),
    bound: visible(bound),
  };
}

function shownCell({ text, notes, label, ...cell }: Cell): Cell {
  return {
    ...cell,
    text: visible(text),
    ...(notes === undefined ? {} : { notes: notes.map(visible) }),
    ...(label === undefined ? {} : { label: visible(label) }),
  };
}
