import type { Span } from './span.js';

/** One edit of the text: what stands in `span` is replaced by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** The part of `text` that the author has to replace: an editor selects it. */
  readonly placeholder?: Span;
}

/** A change that removes the cause of a diagnostic; the title says what it does. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Of several fixes, the one that an editor may apply unasked. A single fix of an error is it anyway. */
  readonly isPreferred?: boolean;
}
