import type { Model } from '../model/model.js';

/** What became of an export: the text of a file, or why there is none (sentences without a full stop, at least one). */
export type Exported =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** A format that a design can be written in. Pure: the same model gives the same text. */
export interface ExportFormat {
  /** What the user calls it. */
  readonly name: string;
  write(model: Model): Exported;
}
