import type { Edit } from '../base/diagnostic.js';
import { LineIndex } from '../base/lineIndex.js';
import { touches, type Span } from '../base/span.js';
import { width } from '../render/visible.js';
import type { Parsed, Statement } from '../syntax/ast.js';
import { MAX_DIAGNOSTICS, parse } from '../syntax/parse.js';
import { isComment, piecesOf, type Piece } from '../syntax/pieces.js';

/** The blanks between two neighbouring pieces, or at an end of the file. `index` is that of the piece behind it. */
interface Gap {
  readonly index: number;
  readonly span: Span;
  /** Line breaks to write; where there are none, `blanks` on the same line. */
  breaks: number;
  /** Blanks in front of the piece, on its own line or behind the piece before. */
  blanks: number;
}

/** The pieces from `first` to `last` are a statement without a mistake. */
interface Sound {
  readonly statement: Statement;
  readonly first: number;
  readonly last: number;
}

const INDENT = 2;
/** A byte order mark stays where it is. */
const MARK = '\ufeff';

/**
 * The edits that give a text its one style (`docs/language.md`, "Layout"): they change nothing but the blanks between tokens. Statements with a
 * mistake stay as they are, byte for byte, and so do the blanks around them. Edits are in order of position and don't touch.
 */
export function format(text: string): readonly Edit[] {
  const parsed = parse(text);
  if (parsed.diagnostics.length >= MAX_DIAGNOSTICS || (parsed.file.statements.length === 0 && parsed.diagnostics.length > 0)) return [];
  const pieces = piecesOf(text);
  const sound = soundStatements(parsed, pieces);
  const gaps = layOut(text, pieces, sound);
  align(pieces, gaps, sound);
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return gaps.flatMap((gap) => (gap === undefined ? [] : edit(text, gap, newline)));
}

/** The edits of `format` on the lines that a span touches. */
export function formatRange(text: string, span: Span): readonly Edit[] {
  const lines = new LineIndex(text);
  const start = lines.offset({ line: lines.position(span.start).line, character: 0 });
  const last = lines.position(span.end);
  // A selection of whole lines ends at the beginning of the line behind them, which does not belong to it.
  const line = last.character === 0 && span.end > span.start ? last.line - 1 : last.line;
  const end = lines.offset({ line, character: 0 }) + lines.line(line).length;
  return format(text).filter((one) => start <= one.span.start && one.span.end <= end);
}

/**
 * What is put right when `}` or a line break has just been typed in front of the offset: the statement that the brace ends, or the lines above without
 * a blank line between, since those are lined up with each other. The line with the cursor is left alone: it is being written.
 */
export function formatTyped(text: string, offset: number, typed: string): readonly Edit[] {
  if (typed === '}') {
    const statement = parse(text).file.statements.find(({ span }) => span.start < offset && offset <= span.end);
    return statement === undefined ? [] : formatRange(text, { start: statement.span.start, end: offset });
  }
  const lines = new LineIndex(text);
  const above = lines.position(offset).line - 1;
  let first = above;
  while (first > 0 && lines.line(first - 1).trim() !== '') first--;
  if (above < 0 || lines.line(above).trim() === '') return [];
  return formatRange(text, { start: lines.offset({ line: first, character: 0 }), end: lines.offset({ line: above, character: 0 }) + lines.line(above).length });
}

function soundStatements({ file, diagnostics }: Parsed, pieces: readonly Piece[]): readonly Sound[] {
  const starts = new Map(pieces.map(({ span }, i) => [span.start, i]));
  const ends = new Map(pieces.map(({ span }, i) => [span.end, i]));
  return file.statements.flatMap((statement) => {
    const { start, end } = statement.span;
    const first = starts.get(start);
    const last = ends.get(end);
    const mistaken = diagnostics.some(({ span }) => touches(statement.span, span.start) && span.start < end);
    return mistaken || first === undefined || last === undefined ? [] : [{ statement, first, last }];
  });
}

/** What stands before each piece, and behind the last one; undefined where nothing may be changed. */
function layOut(text: string, pieces: readonly Piece[], sound: readonly Sound[]): (Gap | undefined)[] {
  const statementOf = pieces.map((): Sound | undefined => undefined);
  for (const one of sound) statementOf.fill(one, one.first, one.last + 1);
  const tokenBefore = neighbours(pieces, 1);
  const tokenBehind = neighbours(pieces, -1);
  // A comment between statements that are left alone may belong to either of them.
  const isSound = (i: number | undefined): boolean => i === undefined || statementOf[i] !== undefined;
  const free = pieces.map((piece, i) => statementOf[i] !== undefined || (isComment(piece) && piece.kind !== 'open comment' && isSound(tokenBefore[i]) && isSound(tokenBehind[i])));
  const items = itemStarts(pieces, sound);
  const opened: boolean[] = [];
  return Array.from({ length: pieces.length + 1 }, (_, index) => {
    const before = pieces[index - 1];
    const behind = pieces[index];
    const within = statementOf[index - 1] === statementOf[index] ? statementOf[index] : undefined;
    if (within === undefined) opened.length = 0;
    else if (before?.text === '{') opened.push(isBroken(text, pieces, index - 1, within));
    const isMultiline = opened.at(-1) ?? false;
    const closes = within !== undefined && behind?.text === '}';
    if (closes) opened.pop();
    const span = { start: before?.span.end ?? (text.startsWith(MARK) ? 1 : 0), end: behind?.span.start ?? text.length };
    const written = text.slice(span.start, span.end);
    if (!(free[index - 1] ?? true) || !(free[index] ?? true) || !/^\s*$/.test(written)) return undefined;
    if (before === undefined) return { index, span, breaks: 0, blanks: 0 };
    if (behind === undefined) return { index, span, breaks: 1, blanks: 0 };
    const lines = Math.min(2, (written.match(/\r\n|\n|\r/g) ?? []).length);
    const breaks = within === undefined ? breaksOutside(before, behind, lines) : breaksInside(before, behind, lines, isMultiline);
    if (breaks === 0) return { index, span, breaks, blanks: isTight(before, behind) ? 0 : 1 };
    const next = isComment(behind) ? tokenBehind[index] : index;
    const continued = within !== undefined && next !== undefined && pieces[next]?.text !== '}' && !items.has(next);
    return { index, span, breaks, blanks: INDENT * (opened.length + (continued ? 1 : 0)) };
  });
}

/** For each piece the nearest token on one side of it, comments passed over. `step` 1: in front of it; -1: behind it. */
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

/** Pieces with which a clause, step, line or list of nodes in a body begins: on a line of its own, any other piece goes on with what stands above. */
function itemStarts(pieces: readonly Piece[], sound: readonly Sound[]): ReadonlySet<number> {
  const starts = new Set(sound.flatMap(({ statement }) => bodyParts(statement)).map(({ span }) => span.start));
  const items = new Set<number>();
  pieces.forEach(({ kind, span }, i) => {
    // Names are never spelt like statements: in a body, it is a zone's `node` or `on partition`, whose two words stand together.
    if (starts.has(span.start) || kind === 'statement') items.add(i);
  });
  return items;
}

function bodyParts(statement: Statement): readonly { readonly span: Span }[] {
  switch (statement.kind) {
    case 'store':
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

/** Nothing stands in front of a comma, colon or semicolon, around `=`, and in `{}`. */
function isTight(before: Piece, behind: Piece): boolean {
  if (isComment(behind)) return false;
  return behind.text === ',' || behind.text === ':' || behind.text === ';' || behind.text === '=' || before.text === '=' || (before.text === '{' && behind.text === '}');
}

/**
 * Lines up statements of one kind that stand on lines of their own directly below each other: what follows the name (of a zone, client, store or
 * partition), the colon (of an operation or link) or the verdict (of an `accept`); the stores behind `read` and `write`, and the reasons of an `accept`.
 */
function align(pieces: readonly Piece[], gaps: readonly (Gap | undefined)[], sound: readonly Sound[]): void {
  const starts = new Map(pieces.map(({ span }, i) => [span.start, i]));
  let run: (readonly number[])[] = [];
  let previous: Sound | undefined;
  for (const one of [...sound, undefined]) {
    const columns = one === undefined || !isOneLine(gaps, pieces, one) ? [] : columnsOf(pieces, starts, one.statement);
    const goesOn = one !== undefined && previous?.statement.kind === one.statement.kind && columns.length + 1 === run[0]?.length && isNextLine(gaps, pieces, previous, one);
    if (!goesOn) {
      lineUp(pieces, gaps, run);
      run = [];
    }
    if (one !== undefined && columns.length > 0) run.push([one.first, ...columns]);
    previous = one;
  }
}

function isOneLine(gaps: readonly (Gap | undefined)[], pieces: readonly Piece[], { first, last }: Sound): boolean {
  for (let i = first; i <= last; i++) {
    if (i > first && gaps[i]?.breaks !== 0) return false;
    if (/[\r\n]/.test(pieces[i]?.text ?? '')) return false;
  }
  return true;
}

/** Is there one line break between the two, and nothing but a comment at the end of the first line? */
function isNextLine(gaps: readonly (Gap | undefined)[], pieces: readonly Piece[], before: Sound, behind: Sound): boolean {
  let breaks = 0;
  for (let i = before.last + 1; i <= behind.first; i++) {
    breaks += gaps[i]?.breaks ?? 2;
    if (i < behind.first && (breaks > 0 || /[\r\n]/.test(pieces[i]?.text ?? ''))) return false;
  }
  return breaks === 1;
}

/** The pieces that begin a column, from the left. */
function columnsOf(pieces: readonly Piece[], starts: ReadonlyMap<number, number>, statement: Statement): readonly number[] {
  const behind = (word: { readonly span: Span } | undefined, skipped: string): readonly number[] => {
    const at = word === undefined ? undefined : starts.get(word.span.start);
    if (at === undefined || (skipped !== '' && pieces[at + 1]?.text !== skipped)) return [];
    const column = at + (skipped === '' ? 1 : 2);
    return (pieces[column]?.span.start ?? Infinity) < statement.span.end ? [column] : [];
  };
  switch (statement.kind) {
    case 'zone':
    case 'partition':
    case 'store':
      return behind(statement.name, '');
    case 'client':
      return behind(statement.names.at(-1), '');
    case 'link':
      return behind(statement.name, ':');
    case 'operation': {
      const [step] = statement.steps;
      const access = behind(statement.name, ':');
      const store = step?.store === undefined ? undefined : starts.get(step.store.span.start);
      return access.length === 0 || store === undefined ? [] : [...access, store];
    }
    case 'accept': {
      const reason = statement.reason === undefined ? undefined : starts.get(statement.reason.span.start);
      return reason === undefined ? [] : [...behind(statement.verdict, ''), reason];
    }
    default:
      return [];
  }
}

/** Each line of the run: the pieces with which it and its columns begin. */
function lineUp(pieces: readonly Piece[], gaps: readonly (Gap | undefined)[], run: readonly (readonly number[])[]): void {
  if (run.length < 2) return;
  for (let column = 1; column < (run[0]?.length ?? 0); column++) {
    const widths = run.map((line) => cellWidth(pieces, gaps, line[column - 1] ?? 0, line[column] ?? 0));
    const widest = Math.max(...widths);
    run.forEach((line, i) => {
      const gap = gaps[line[column] ?? -1];
      if (gap !== undefined) gap.blanks = 1 + widest - (widths[i] ?? 0);
    });
  }
}

/** Columns from one piece up to the blanks in front of another. */
function cellWidth(pieces: readonly Piece[], gaps: readonly (Gap | undefined)[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += width(pieces[i]?.text ?? '') + (i > from ? (gaps[i]?.blanks ?? 0) : 0);
  return sum;
}

/** What has to change in a gap, and no more: what is right at its start and end stays. */
function edit(text: string, { span, breaks, blanks }: Gap, newline: string): readonly Edit[] {
  const written = text.slice(span.start, span.end);
  const wanted = newline.repeat(breaks) + ' '.repeat(blanks);
  if (written === wanted) return [];
  let same = 0;
  while (same < written.length && written[same] === wanted[same]) same++;
  let tail = 0;
  while (tail < Math.min(written.length, wanted.length) - same && written.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  return [{ span: { start: span.start + same, end: span.end - tail }, text: wanted.slice(same, wanted.length - tail) }];
}
