import type { Edit } from '../../base/edit.js';
import type { Span } from '../../base/span.js';
import type { Cause, HowLong } from '../../engine/facts.js';
import type { VerdictKind } from '../../model/model.js';
import type { Scene } from '../diagram/scene.js';

/**
 * A report as plain data: what the CLI prints, a hover shows and a panel draws is the same document, made once by the
 * functions of this folder. All texts are text, never markup: each printer escapes for its medium.
 */
export interface Report {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly summary: string;
  readonly sections: readonly Section[];
  /** What was looked at: "all 16 cuts of 4 links, 8 one-way cuts, 3 stopped nodes, 1 named partition". */
  readonly bound: string;
}

/** A heading with paragraphs and a table below it, all plain text. */
export interface Section {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
  /** A picture of numbers; the paragraphs or the table say the same. */
  readonly chart?: { readonly scene: Scene; readonly style: string };
  readonly table?: Table;
  /** Details: where a reader can open them, they are closed at first. Such a section has a heading. */
  readonly folded?: true;
  /** What makes the design of which the section tells, where it tells of one: an editor can apply them. */
  readonly edits?: readonly Edit[];
}

/** A table with a head. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /**
   * It is a heat map: verdicts stand as coloured signs, each with its sentence in `label`. These are the groups of its
   * columns, all of them; an empty name is none.
   */
  readonly groups?: readonly { readonly name: string; readonly columns: number }[];
}

/** A row of a table: a cell for each column. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Where in the text the row's subject stands: a click goes there. */
  readonly span?: Span;
}

/** A cell of a table, as plain text. */
export interface Cell {
  readonly text: string;
  /** For cells that are a verdict: colour and symbol come from it, the word stands in `text` as well. */
  readonly verdict?: VerdictKind | 'not known';
  readonly howLong?: HowLong;
  /** A question that nobody has answered: it asks for attention. */
  readonly open?: true;
  /** Further sentences, less important than the text. */
  readonly notes?: readonly string[];
  /** The whole sentence, where the cell shows a sign or a word of it. */
  readonly label?: string;
  /** Less than it looks: it passes by itself, or harms only what was written before. */
  readonly pale?: true;
  /** The harm that is possible until the break is noticed, beside the verdict. */
  readonly passing?: VerdictKind;
  /** Whose verdict it is, under which fault, so that its run can be shown. Indices into the model. */
  readonly run?: { readonly operation: number; readonly client: number; readonly cause: Cause };
}
