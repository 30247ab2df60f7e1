import { touches, type Span } from '../base/span.js';
import { run, type Steps } from '../base/steps.js';
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
  const around = [
    ...(yield* piecesAround(resolved, offset))
      .filter((piece) => piece.kind !== 'punctuation' || isComment(piece))
      .map(({ span }) => span),
    ...spansIn(statement),
  ];
  const inOrder = around.filter((span) => touches(span, offset)).sort((a, b) => a.end - a.start - (b.end - b.start));
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

/** The spans of a part of the syntax tree and of everything in it. */
function spansIn(part: unknown): readonly Span[] {
  if (Array.isArray(part)) return part.flatMap(spansIn);
  if (typeof part !== 'object' || part === null) return [];
  if (isSpan(part)) return [part];
  return Object.values(part).flatMap(spansIn);
}

function isSpan(part: object): part is Span {
  return 'start' in part && typeof part.start === 'number' && 'end' in part && typeof part.end === 'number';
}
