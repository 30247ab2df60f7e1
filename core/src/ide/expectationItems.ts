import type { Span } from '../base/span.js';
import { flatMapped, run, type Steps } from '../base/steps.js';
import type { ExpectationResult, ExpectationStatus, Results } from '../engine/facts.js';
import { failureText } from '../findings/expectation.js';
import type { Resolved } from '../model/model.js';
import { happens } from '../render/reports/expectationsReport.js';
import { statement } from '../render/words/statement.js';
import { whyUnjudged } from '../render/words/unjudged.js';
import { visible } from '../render/print/visible.js';

/** An `expect` of a file as a test. Texts are plain, on one line. */
export interface ExpectationItem {
  /** The same while the expectation is written the same, wherever it stands. */
  readonly id: string;
  /** Index in the model; undefined where it is not judged. */
  readonly expectation: number | undefined;
  /** As it is written, without its keyword. */
  readonly label: string;
  /** The whole statement. */
  readonly span: Span;
  readonly status: ExpectationStatus | 'not judged' | 'pending';
  /** What happens instead, or why it is not known or not judged; empty where it holds or is pending. */
  readonly actual: string;
  /** The same as the diagnostic has it: in 20 words where names allow. */
  readonly message: string;
  /** What was looked at; empty while pending, and where it is not judged. */
  readonly bound: string;
}

/**
 * The expectations of a file, in its order, without those of included files, which are tests of these. Those that are
 * not judged are among them: a test that vanishes reads as one that has passed.
 */
export function expectationItems(resolved: Resolved, results: Results | undefined): readonly ExpectationItem[] {
  return run(expectationItemsInSteps(resolved, results));
}

/** `expectationItems` in steps. */
export function* expectationItemsInSteps(
  resolved: Resolved,
  results: Results | undefined,
): Steps<readonly ExpectationItem[]> {
  const seen = new Map<string, number>();
  const items = [...(yield* judgedItems(resolved, results)), ...(yield* unjudgedItems(resolved))]
    .filter(({ span }) => resolved.sources.isOwn(span))
    .sort((a, b) => a.span.start - b.span.start);
  return yield* flatMapped(items, SIZE, ({ statement: text, ...one }) => {
    const label = visible(text.replace(/^expect\s+/, ''));
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return { id: count === 1 ? label : `${label} #${count}`, label, ...one };
  });
}

/** The work of an expectation, in the units of a step. */
const SIZE = (): number => 20;

/** `statement`: as it is written, in one line. */
type Unnamed = Omit<ExpectationItem, 'id' | 'label'> & { readonly statement: string };

function judgedItems(resolved: Resolved, results: Results | undefined): Steps<readonly Unnamed[]> {
  const found = new Map(results?.expectations.map((one) => [one.expectation, one]));
  return flatMapped(resolved.origins.expectations, SIZE, (span, expectation): Unnamed => {
    const result = found.get(expectation);
    return {
      expectation,
      statement: statement(resolved, expectation),
      span,
      status: result?.status ?? 'pending',
      actual: result === undefined || result.status === 'holds' ? '' : visible(happens(resolved, result)),
      message: visible(messageOf(resolved, result)),
      bound: visible(result?.bound ?? ''),
    };
  });
}

function messageOf(resolved: Resolved, result: ExpectationResult | undefined): string {
  const expectation = resolved.model.expectations[result?.expectation ?? -1];
  if (result === undefined || expectation === undefined) return '';
  return result.status === 'fails' ? failureText(resolved, expectation, result) : (result.why ?? '');
}

function unjudgedItems(resolved: Resolved): Steps<readonly Unnamed[]> {
  return flatMapped(resolved.unjudged, SIZE, (one): readonly Unnamed[] =>
    one.kind !== 'expectation'
      ? []
      : [
          {
            expectation: undefined,
            statement: one.name,
            span: one.span,
            status: 'not judged',
            actual: visible(whyUnjudged(resolved, one)),
            message: visible(whyUnjudged(resolved, one)),
            bound: '',
          },
        ],
  );
}
