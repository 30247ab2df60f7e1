import type { Fix } from '../base/edit.js';
import type { Span } from '../base/span.js';
import type { Severity } from './check.js';
import type { CheckCode, CheckRow } from './index.js';

/** A place that helps to understand a diagnostic: "the store is declared here". */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** Marks what `diagnosticOf` has made; no such property exists. */
declare const fromRow: unique symbol;

/** One finding about one text. The message says what is wrong, why, and what to do. */
export interface Diagnostic extends Particulars {
  readonly code: CheckCode;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly [fromRow]: true;
}

interface Particulars {
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** One likely fault is not enough for it. */
  readonly isRare?: true;
}

/**
 * The only way to make a diagnostic: code and severity are those of a row, so that they can't contradict each other or
 * the code's page.
 */
export function diagnosticOf(
  { code, severity }: CheckRow,
  span: Span,
  message: string,
  particulars: Particulars = {},
): Diagnostic {
  return { code, severity, span, message, ...particulars } as Diagnostic;
}

/** In order of position, then of code. */
export function inOrder(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compareCodes(a.code, b.code);
}

function compareCodes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
