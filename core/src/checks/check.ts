import type { Severity } from '../base/diagnostic.js';

/**
 * What there is to say about one diagnostic code, wherever it is found: one row of the table in `checks/index.ts` and
 * one page in `docs/diagnostics/`. Plain Markdown; `example` is a `.cap` text that produces exactly this code.
 */
export interface CheckDoc {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly example: string;
  /** The files that the example includes, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}
