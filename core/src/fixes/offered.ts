import type { Edit } from '../base/edit.js';
import type { Span } from '../base/span.js';
import type { Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { visible } from '../render/print/visible.js';
import { statement } from '../render/words/statement.js';
import { Design, insertAt } from './design.js';
import { FIX_KINDS } from './index.js';
import type { Judged } from './judge.js';

/** A quick fix whose effect is known. */
export interface OfferedFix {
  /**
   * What is done and what comes of it, in one line of plain text: "Read at quorum: never stale; errors under 2 cuts
   * (+80 ms)".
   */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The operation's name, or the expectation that holds with it: where the diagnostic is that it is for. */
  readonly at: Span;
}

/**
 * The fixes for what stands in a part of the design's own file, from what has been judged for its model. Nothing is
 * analysed here: a candidate that was not judged is not offered.
 */
export function offeredFixes(resolved: Resolved, results: Results, judged: Judged, part: Span): OfferedFix[] {
  const design = new Design(resolved, results);
  const touches = (span: Span | undefined): span is Span =>
    span !== undefined && span.start <= part.end && part.start <= span.end;
  return design.model.operations.flatMap((_, operation): OfferedFix[] => {
    const own = design.operation(operation);
    const failing = results.expectations.flatMap(({ expectation, status }) =>
      status === 'fails' &&
      design.model.expectations[expectation]?.operation === operation &&
      touches(resolved.origins.expectations[expectation])
        ? [expectation]
        : [],
    );
    const isHere = own !== undefined && touches(own.span);
    if (!isHere && failing.length === 0) return [];
    const name = resolved.origins.operations[operation] ?? part;
    const fixes = FIX_KINDS.flatMap((kind) =>
      kind.candidates(design, operation).flatMap(({ id, action, edits }): OfferedFix[] => {
        const effect = judged.effects[`${operation} ${id}`];
        if (effect === undefined) return [];
        const title = visible(`${action}: ${effect.text}`);
        const mends = failing.filter((expectation) => effect.mended.includes(statement(resolved, expectation)));
        const places = [
          ...(isHere ? [name] : []),
          ...mends.flatMap((expectation) => resolved.origins.expectations[expectation] ?? []),
        ];
        return places.map((at) => ({ title, edits, at }));
      }),
    );
    return [...fixes, ...(isHere ? written(design, name, judged.expectations[operation] ?? []) : [])];
  });
}

/** All that holds and is not written, as one edit after the last expectation of the file. */
function written({ resolved }: Design, at: Span, statements: readonly string[]): OfferedFix[] {
  const [first] = statements;
  if (first === undefined) return [];
  const ends = resolved.file.statements.flatMap(({ kind, span }) => (kind === 'expect' ? [span.end] : []));
  const { text } = resolved;
  const place = ends.length > 0 ? Math.max(...ends) : text.length;
  const before = ends.length > 0 || !text.endsWith('\n') ? '\n' : '';
  const after = ends.length > 0 ? '' : '\n';
  const more = statements.length === 1 ? '' : ` and ${statements.length - 1} more`;
  return [
    {
      title: visible(`Write what holds as an expectation: \`${first}\`${more}`),
      edits: [insertAt(place, `${before}${statements.join('\n')}${after}`)],
      at,
    },
  ];
}
