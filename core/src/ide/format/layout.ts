import type { Span } from '../../base/span.js';
import { flatMapped, MOST_PER_STEP, type Steps } from '../../base/steps.js';
import type { Statement } from '../../syntax/ast.js';
import { isComment, type Piece } from '../../syntax/pieces.js';

/** The blanks between two neighbouring pieces, or at an end of the file. */
export interface Gap {
  readonly span: Span;
  /** Line breaks to write; where there are none, `blanks` on the same line. */
  breaks: number;
  /** Blanks before the piece, on its own line or after the previous piece. */
  blanks: number;
}

/** The pieces from `first` to `last` are a statement without a mistake. */
export interface Sound {
  readonly statement: Statement;
  readonly first: number;
  readonly last: number;
}

/** The work of a piece, in the units of a step. */
const SIZE = (): number => 6;
const INDENT = 2;
/** A byte order mark stays where it is. */
const MARK = '\ufeff';

/** What stands before each piece, and after the last one; undefined if nothing may be changed. */
export function* layOut(text: string, pieces: readonly Piece[], sound: readonly Sound[]): Steps<(Gap | undefined)[]> {
  const statementOf = pieces.map((): Sound | undefined => undefined);
  for (const one of sound) statementOf.fill(one, one.first, one.last + 1);
  const tokenBefore = neighbours(pieces, 1);
  const tokenBehind = neighbours(pieces, -1);
  // A comment between statements that are left alone may belong to either of them.
  const isSound = (i: number | undefined): boolean => i === undefined || statementOf[i] !== undefined;
  const free = pieces.map(
    (piece, i) =>
      statementOf[i] !== undefined ||
      (isComment(piece) && piece.kind !== 'open comment' && isSound(tokenBefore[i]) && isSound(tokenBehind[i])),
  );
  yield MOST_PER_STEP;
  const items = itemStarts(pieces, sound);
  yield MOST_PER_STEP;
  const opened: boolean[] = [];
  return yield* flatMapped<Piece | undefined, Gap | undefined>([...pieces, undefined], SIZE, (behind, index) => {
    const before = pieces[index - 1];
    const within = statementOf[index - 1] === statementOf[index] ? statementOf[index] : undefined;
    if (within === undefined) opened.length = 0;
    else if (before?.text === '{') opened.push(isBroken(text, pieces, index - 1, within));
    const isMultiline = opened.at(-1) ?? false;
    const closes = within !== undefined && behind?.text === '}';
    if (closes) opened.pop();
    const span = { start: before?.span.end ?? (text.startsWith(MARK) ? 1 : 0), end: behind?.span.start ?? text.length };
    const written = text.slice(span.start, span.end);
    if (!(free[index - 1] ?? true) || !(free[index] ?? true) || !/^\s*$/.test(written)) return undefined;
    if (before === undefined) return { span, breaks: 0, blanks: 0 };
    if (behind === undefined) return { span, breaks: 1, blanks: 0 };
    const lines = Math.min(2, (written.match(/\r\n|\n|\r/g) ?? []).length);
    const breaks =
      within === undefined ? breaksOutside(before, behind, lines) : breaksInside(before, behind, lines, isMultiline);
    if (breaks === 0) return { span, breaks, blanks: isTight(before, behind) ? 0 : 1 };
    const next = isComment(behind) ? tokenBehind[index] : index;
    const continued = within !== undefined && next !== undefined && pieces[next]?.text !== '}' && !items.has(next);
    return { span, breaks, blanks: INDENT * (opened.length + (continued ? 1 : 0)) };
  });
}

/** For each piece the nearest token on one side of it, comments passed over. `step` 1: before it; -1: after it. */
function neighbours(pieces: readonly Piece[], step: 1 | -1): readonly (number | undefined)[] {
  const found = pieces.map((): number | undefined => undefined);
  let nearest: number | undefined;
  for (let i = step === 1 ? 0 : pieces.length - 1; i >= 0 && i < pieces.length; i += step) {
    const piece = pieces[i];
    found[i] = nearest;
    if (piece !== undefined && !isComment(piece)) nearest = i;
  }
  return found;
}

/** Does the body that this brace opens stand on more than one line? */
function isBroken(text: string, pieces: readonly Piece[], open: number, { last }: Sound): boolean {
  let close = open + 1;
  while (close < last && pieces[close]?.text !== '}') close++;
  return /[\r\n]/.test(text.slice(pieces[open]?.span.end, pieces[close]?.span.start));
}

/**
 * Pieces with which a clause, step, line or list of nodes in a body begins: on a line of its own, any other piece goes
 * on with what stands above.
 */
function itemStarts(pieces: readonly Piece[], sound: readonly Sound[]): ReadonlySet<number> {
  const starts = new Set(sound.flatMap(({ statement }) => bodyParts(statement)).map(({ span }) => span.start));
  const items = new Set<number>();
  pieces.forEach(({ kind, span }, i) => {
    // Names are never spelt like statements: in a body, it is a zone's `node` or `on partition`, whose two words stand
    // together. After a comma the links that one `cut` names go on.
    if ((starts.has(span.start) && pieces[i - 1]?.text !== ',') || kind === 'statement') items.add(i);
  });
  return items;
}

function bodyParts(statement: Statement): readonly { readonly span: Span }[] {
  switch (statement.kind) {
    case 'store':
    case 'service':
      return statement.clauses;
    case 'operation':
      return statement.composite ? statement.steps : [];
    case 'partition':
      return statement.lines;
    default:
      return [];
  }
}

/** Each statement begins a line; a comment stays on the line where it is. */
function breaksOutside(before: Piece, behind: Piece, lines: number): number {
  return isComment(before) || isComment(behind) ? lines : Math.max(1, lines);
}

/** A body is on one line, or its braces end and begin lines; line breaks elsewhere are the author's. */
function breaksInside(before: Piece, behind: Piece, lines: number, isMultiline: boolean): number {
  if (behind.text === '{' && !isComment(before)) return 0;
  if (before.text === '{' && isComment(behind)) return Math.min(1, lines);
  if (before.text === '{' || behind.text === '}') return isMultiline ? 1 : 0;
  return lines;
}

/** Nothing stands before a comma, colon or semicolon, around `=`, and in `{}`. */
function isTight(before: Piece, behind: Piece): boolean {
  if (isComment(behind)) return false;
  return (
    behind.text === ',' ||
    behind.text === ':' ||
    behind.text === ';' ||
    behind.text === '=' ||
    before.text === '=' ||
    (before.text === '{' && behind.text === '}')
  );
}
