import type { Edit } from '../base/edit.js';
import type { Span } from '../base/span.js';
import type { Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { visible } from '../render/print/visible.js';
import { operationName } from '../render/words/names.js';
import { statement } from '../render/words/statement.js';
import { type Candidate, Design, insertAt } from './design.js';
import type { Effect } from './effect.js';
import { HELPS } from './effect/headlineChange.js';
import { cut, fixTitle } from './fixTitle.js';
import { FIX_KINDS } from './index.js';
import type { Judged } from './judge.js';

/** A quick fix whose effect is known. */
export interface OfferedFix {
  /** What is done and what comes of it, in at most 60 characters: "Read at quorum: view stale → error". */
  readonly title: string;
  /** The same with everything that it changes: "Read at quorum: never stale; errors under 2 cuts (+80 ms)". */
  readonly detail: string;
  /** Whether it helps with what is said where it stands, and does not only make something else better. */
  readonly helps: boolean;
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
    const tried = FIX_KINDS.flatMap((kind) =>
      kind.candidates(design, operation).flatMap((candidate): Tried[] => {
        const effect = judged.effects[`${operation} ${candidate.id}`];
        return effect === undefined ? [] : [{ candidate, effect }];
      }),
    );
    const fixes = [...tried]
      .sort((a, b) => inOrder(a.effect, b.effect))
      .flatMap(({ candidate: { action, brief = action, edits }, effect }): OfferedFix[] => {
        const title = fixTitle(brief, operationName(design.model, operation), effect);
        const detail = visible(`${action}: ${effect.text}`);
        const helps = HELPS.indexOf(effect.helps) < HELPS.indexOf('beyond');
        const mends = failing.filter((expectation) => effect.mended.includes(statement(resolved, expectation)));
        const at = mends.flatMap((expectation) => resolved.origins.expectations[expectation] ?? []);
        return [
          ...(isHere ? [{ title, detail, helps, edits, at: name }] : []),
          ...at.map((at) => ({ title, detail, helps: true, edits, at })),
        ];
      });
    return [...fixes, ...(isHere ? written(design, name, judged.expectations[operation] ?? []) : [])];
  });
}

/** A candidate that helps an operation. */
interface Tried {
  readonly candidate: Candidate;
  readonly effect: Effect;
}

/** First what helps with the headline, of equals what breaks fewer expectations. */
function inOrder(a: Effect, b: Effect): number {
  return HELPS.indexOf(a.helps) - HELPS.indexOf(b.helps) || a.broken - b.broken;
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
      title: cut(visible(`Expect what holds: ${first.replace(/^expect /, '')}${more}`)),
      detail: visible(`Write what holds as an expectation: ${statements.map((one) => `\`${one}\``).join(', ')}`),
      helps: false,
      edits: [insertAt(place, `${before}${statements.join('\n')}${after}`)],
      at,
    },
  ];
}
