import { LineIndex } from '../base/lineIndex.js';
import { flatMapped, forEachInSteps, run, type Steps } from '../base/steps.js';
import type { Resolved } from '../model/model.js';
import type { Statement } from '../syntax/ast.js';
import { piecesInSteps, type Piece } from '../syntax/pieces.js';

/** Lines (from 0) that can be folded: the first stays visible, those up to the last, itself included, are hidden. */
export interface Fold {
  readonly kind: 'body' | 'comment' | 'run';
  readonly first: number;
  readonly last: number;
}

/** Fewer statements of one kind are not worth a fold. */
const SHORTEST_RUN = 3;

/**
 * Bodies, blocks of comments, and runs of statements of one kind that stand on lines directly below each other. In
 * order of position.
 */
export function folds(resolved: Resolved): readonly Fold[] {
  return run(foldsInSteps(resolved));
}

/** `folds` in steps. */
export function* foldsInSteps({ text, file }: Resolved): Steps<readonly Fold[]> {
  const lines = new LineIndex(text);
  const lineOf = (offset: number): number => lines.position(offset).line;
  const pieces = yield* piecesInSteps(text);
  const ofBodies = yield* bodies(pieces, lineOf);
  const ofComments = yield* comments(pieces, lineOf);
  const ofRuns = yield* runs(file.statements, lineOf);
  return [...ofBodies, ...ofComments, ...ofRuns]
    .filter(({ first, last }) => last > first)
    .sort((a, b) => a.first - b.first || b.last - a.last);
}

/** The work of a piece or statement, in the units of a step. */
const SIZE = (): number => 4;

function bodies(pieces: readonly Piece[], lineOf: (offset: number) => number): Steps<readonly Fold[]> {
  const open: Piece[] = [];
  return flatMapped(pieces, SIZE, (piece): readonly Fold[] => {
    if (piece.text === '{') open.push(piece);
    // The closing brace stays visible.
    const start = piece.text === '}' ? open.pop() : undefined;
    return start === undefined
      ? []
      : [{ kind: 'body', first: lineOf(start.span.start), last: lineOf(piece.span.start) - 1 }];
  });
}

/** Line comments below each other belong together, unless one stands after a token. */
function* comments(pieces: readonly Piece[], lineOf: (offset: number) => number): Steps<readonly Fold[]> {
  const found: { kind: 'comment'; first: number; last: number; isLine: boolean }[] = [];
  let tokenLine = -1;
  yield* forEachInSteps(pieces, SIZE, ({ kind, span }) => {
    const isLine = kind === 'line comment';
    if (!isLine && kind !== 'block comment') {
      tokenLine = lineOf(span.end);
      return;
    }
    const first = lineOf(span.start);
    if (tokenLine === first) return;
    const previous = found.at(-1);
    if (isLine && previous?.isLine === true && previous.last === first - 1) previous.last = first;
    else found.push({ kind: 'comment', first, last: lineOf(span.end), isLine });
  });
  return found.map(({ kind, first, last }) => ({ kind, first, last }));
}

function* runs(statements: readonly Statement[], lineOf: (offset: number) => number): Steps<readonly Fold[]> {
  const found: { first: number; last: number; kind: Statement['kind']; length: number }[] = [];
  yield* forEachInSteps(statements, SIZE, ({ kind, span }) => {
    const line = lineOf(span.start);
    // A statement of several lines has a fold of its own; two that begin on one line would be in each other's way.
    if (lineOf(span.end) !== line) return;
    const previous = found.at(-1);
    if (previous?.kind === kind && previous.last === line - 1) {
      previous.last = line;
      previous.length++;
    } else {
      found.push({ first: line, last: line, kind, length: 1 });
    }
  });
  return found.filter(({ length }) => length >= SHORTEST_RUN).map(({ first, last }) => ({ kind: 'run', first, last }));
}
