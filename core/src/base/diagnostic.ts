import type { Span } from './span.js';

/** `hint` is for what the author has accepted or may ignore; the others are as in every compiler. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A place that helps to understand a diagnostic: "the store is declared here". */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** One edit of the text: what stands in `span` is replaced by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** The part of `text` that is the author's to write: an editor selects it. */
  readonly placeholder?: Span;
}

/** A change that mends a diagnostic; the title says what it does. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * One finding about one text. `code` is a row of the table in `checks/index.ts` and the name of its page in
 * `docs/diagnostics/`. The message says what is wrong, why, and what to do.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** In order of position, then of code. */
export function inOrder(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compareCodes(a.code, b.code);
}

function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
