import { visible, width } from '../print/visible.js';

/**
 * Pixels of one column of text in the two sizes that are drawn: a generous mean of sans-serif letters, because no font
 * is available.
 */
export const NAME_COLUMN = 7.6;
export const SMALL_COLUMN = 6.9;

/** A text as it is drawn: everything in it is visible, and a text that is longer than its room ends in an ellipsis. */
export interface Cut {
  readonly text: string;
  /** The whole text; set if `text` is shortened. */
  readonly full?: string;
}

/** Cuts after whole characters; a combining mark stays with its letter. */
export function cut(text: string, columns: number): Cut {
  const full = visible(text);
  if (width(full) <= columns) return { text: full };
  let kept = '';
  for (const character of full) {
    if (width(kept) + width(character) > columns - 1) break;
    kept += character;
  }
  return { text: `${kept.trimEnd()}…`, full };
}

/** Pixels that a text takes. */
export function pixels(text: string, column: number): number {
  return Math.ceil(width(text) * column);
}
