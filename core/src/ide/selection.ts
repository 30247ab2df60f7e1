import { touches, type Span } from '../base/span.js';
import { flatMapped, MOST_PER_STEP, run, type Steps } from '../base/steps.js';
import type { Resolved } from '../model/model.js';
import { isComment } from '../syntax/pieces.js';
import { piecesAround, statementAt } from './wordAt.js';

/**
 * What an editor selects step by step around an offset: the word, the clause, the statement, the file. Each lies in the
 * next one and is shorter.
 */
export function selections(resolved: Resolved, offset: number): readonly Span[] {
  return run(selectionsInSteps(resolved, offset));
}

/** `selections` in steps. */
export function* selectionsInSteps(resolved: Resolved, offset: number): Steps<readonly Span[]> {
  const statement = statementAt(resolved, offset);
  const pieces = yield* piecesAround(resolved, offset);
  const written = yield* flatMapped(pieces, SIZE, (piece) =>
    (piece.kind !== 'punctuation' || isComment(piece)) && touches(piece.span, offset) ? [piece.span] : [],
  );
  const parts: Span[] = [];
  yield* addSpans(statement, offset, parts);
  const inOrder = [...written, ...parts].sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of [...inOrder, { start: 0, end: resolved.text.length }]) {
    const inner = chain.at(-1);
    // Of two words that touch the cursor, one is taken.
    if (
      inner === undefined ||
      (span.start <= inner.start && inner.end <= span.end && span.end - span.start > inner.end - inner.start)
    )
      chain.push(span);
  }
  return chain;
}

/** The work of a piece or a part of the tree, in the units of a step. */
const SIZE = (): number => 4;

/** Adds the spans of a part of the syntax tree and of everything in it that touch the offset. */
function* addSpans(part: unknown, offset: number, found: Span[]): Steps<void> {
  if (typeof part !== 'object' || part === null) return;
  if (isSpan(part)) {
    if (touches(part, offset)) found.push(part);
    return;
  }
  const parts: unknown[] = Object.values(part);
  for (const [i, one] of parts.entries()) {
    yield* addSpans(one, offset, found);
    if (i % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield MOST_PER_STEP;
  }
}

const PARTS_PER_STEP = 1000;

function isSpan(part: object): part is Span {
  return 'start' in part && typeof part.start === 'number' && 'end' in part && typeof part.end === 'number';
}
