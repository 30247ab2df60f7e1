import type { Span } from '../base/span.js';
import type { ExpectationStatus, Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { happens } from '../render/reports/expectationsReport.js';
import { statement } from '../render/words/statement.js';
import { visible } from '../render/print/visible.js';

/** An `expect` of a file as a test. Texts are plain, on one line. */
export interface ExpectationItem {
  /** The same while the expectation is written the same, wherever it stands. */
  readonly id: string;
  /** Index in the model. */
  readonly expectation: number;
  /** As it is written, without its keyword. */
  readonly label: string;
  /** The whole statement. */
  readonly span: Span;
  readonly status: ExpectationStatus | 'pending';
  /** What happens instead, or why it is not known; empty where it holds or is pending. */
  readonly actual: string;
  /** What was looked at; empty while pending. */
  readonly bound: string;
}

/**
 * The expectations of a file, in its order, without those of included files, which are tests of these; those that make
 * no sense have a diagnostic and are left out.
 */
export function expectationItems(resolved: Resolved, results: Results | undefined): readonly ExpectationItem[] {
  const seen = new Map<string, number>();
  const found = new Map(results?.expectations.map((one) => [one.expectation, one]));
  return resolved.origins.expectations.flatMap((span, i) => {
    if (!resolved.sources.isOwn(span)) return [];
    const label = visible(statement(resolved, i).replace(/^expect\s+/, ''));
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    const result = found.get(i);
    return [
      {
        id: count === 1 ? label : `${label} #${count}`,
        expectation: i,
        label,
        span,
        status: result?.status ?? 'pending',
        actual: result === undefined || result.status === 'holds' ? '' : visible(happens(resolved, result)),
        bound: visible(result?.bound ?? ''),
      },
    ];
  });
}
