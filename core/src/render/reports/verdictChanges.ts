import type { Span } from '../../base/span.js';
import { type Change, type Difference, differencesBetween, type Side } from './diffReport.js';

/** One change of a verdict or of an expectation, and whether the newer design decided it. Texts are plain. */
export interface VerdictChange {
  readonly about: Difference['about'];
  readonly change: Change;
  /** Worse, and neither accepted nor expected: what a reviewer has to be asked. */
  readonly isUndecided: boolean;
  /** The operation; of an expectation, all of it as it is written. */
  readonly subject: string;
  /** Null for an expectation. */
  readonly client: string | null;
  /** The fault in words; null for an expectation. */
  readonly under: string | null;
  readonly before: string;
  readonly now: string;
  /** Where the subject stands in the newer design. */
  readonly span?: Span;
}

/** What an edit changed, one by one, in the order of the report. */
export function changesOf(before: Side, after: Side): readonly VerdictChange[] {
  return differencesBetween(before, after).map(({ about, change, isUndecided, row }): VerdictChange => {
    const [subject = '', ...others] = row.cells.map(({ text }) => text);
    const [client = null, under = null] = about === 'verdict' ? others : [];
    const [was = '', now = ''] = others.slice(-2);
    return {
      about,
      change,
      isUndecided: change === 'worse' && isUndecided,
      subject,
      client,
      under,
      before: was,
      now,
      ...(row.span === undefined ? {} : { span: row.span }),
    };
  });
}
