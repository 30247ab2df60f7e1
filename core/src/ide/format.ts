import type { Edit } from '../base/edit.js';
import { LineIndex } from '../base/lineIndex.js';
import { touches, type Span } from '../base/span.js';
import { flatMapped, forEachInSteps, MOST_PER_STEP, run, type Steps } from '../base/steps.js';
import type { Parsed } from '../syntax/ast.js';
import { MAX_DIAGNOSTICS, parseInSteps } from '../syntax/parse.js';
import { piecesInSteps, type Piece } from '../syntax/pieces.js';
import { align } from './format/align.js';
import { layOut, type Gap, type Sound } from './format/layout.js';

/**
 * The edits that give a text its one style (`docs/language.md`, "Layout"): they change nothing but the blanks between
 * tokens. Statements with a mistake stay as they are, byte for byte, and so do the blanks around them. Edits are in
 * order of position and don't touch.
 */
export function format(text: string): readonly Edit[] {
  return run(formatInSteps(text));
}

/** `format` in steps. */
export function* formatInSteps(text: string): Steps<readonly Edit[]> {
  const parsed = yield* parseInSteps(text);
  if (
    parsed.diagnostics.length >= MAX_DIAGNOSTICS ||
    (parsed.file.statements.length === 0 && parsed.diagnostics.length > 0)
  )
    return [];
  const pieces = yield* piecesInSteps(text);
  const sound = yield* soundStatements(parsed, pieces);
  const gaps = yield* layOut(text, pieces, sound);
  yield* align(pieces, gaps, sound);
  const newline = newlineOf(text, pieces, gaps);
  return yield* flatMapped(gaps, SIZE, (gap) => (gap === undefined ? [] : edit(text, gap, newline)));
}

/** The work of a piece or statement, in the units of a step. */
const SIZE = (): number => 4;

/** The edits of `format` on the lines that a span touches. */
export function formatRange(text: string, span: Span): readonly Edit[] {
  return run(formatRangeInSteps(text, span));
}

/** `formatRange` in steps. */
export function* formatRangeInSteps(text: string, span: Span): Steps<readonly Edit[]> {
  return yield* onLinesOf(span, text, new LineIndex(text));
}

function* onLinesOf(span: Span, text: string, lines: LineIndex): Steps<readonly Edit[]> {
  const start = lines.offset({ line: lines.position(span.start).line, character: 0 });
  const last = lines.position(span.end);
  // A selection of whole lines ends at the beginning of the next line, which does not belong to it.
  const line = last.character === 0 && span.end > span.start ? last.line - 1 : last.line;
  const end = lines.offset({ line, character: 0 }) + lines.line(line).length;
  // The index is made without a pause.
  yield MOST_PER_STEP;
  return (yield* formatInSteps(text)).filter((one) => start <= one.span.start && one.span.end <= end);
}

/**
 * The edits after `}` or a line break has just been typed before the offset, of the statement that the brace ends, or
 * the lines above without a blank line between, since those are lined up with each other. The line with the cursor is
 * left alone: it is being written.
 */
export function formatTyped(text: string, offset: number, typed: string): readonly Edit[] {
  return run(formatTypedInSteps(text, offset, typed));
}

/** `formatTyped` in steps. */
export function* formatTypedInSteps(text: string, offset: number, typed: string): Steps<readonly Edit[]> {
  if (typed === '}') {
    const { statements } = (yield* parseInSteps(text)).file;
    const statement = statements.find(({ span }) => span.start < offset && offset <= span.end);
    return statement === undefined ? [] : yield* formatRangeInSteps(text, { start: statement.span.start, end: offset });
  }
  const lines = new LineIndex(text);
  const above = lines.position(offset).line - 1;
  if (above < 0 || lines.line(above).trim() === '') return [];
  let first = above;
  let done = 0;
  for (; first > 0; first--) {
    const next = lines.line(first - 1);
    if (next.trim() === '') break;
    done += next.length;
    if (done < MOST_PER_STEP) continue;
    yield done;
    done = 0;
  }
  const span = {
    start: lines.offset({ line: first, character: 0 }),
    end: lines.offset({ line: above, character: 0 }) + lines.line(above).length,
  };
  return yield* onLinesOf(span, text, lines);
}

function* soundStatements({ file, diagnostics, parses }: Parsed, pieces: readonly Piece[]): Steps<readonly Sound[]> {
  // What the grammar did not read by itself is left alone, also where its mistake is told at another place.
  const own = parses.get('')?.own;
  const read = new Set(own?.statements);
  const mistakes = [...diagnostics, ...(own?.diagnostics ?? [])];
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  yield* forEachInSteps(pieces, SIZE, ({ span }, i) => {
    starts.set(span.start, i);
    ends.set(span.end, i);
  });
  // As many as there are mistakes.
  const size = (): number => 4 + mistakes.length / 16;
  return yield* flatMapped(file.statements, size, (statement) => {
    const { start, end } = statement.span;
    const first = starts.get(start);
    const last = ends.get(end);
    const mistaken =
      !read.has(statement) || mistakes.some(({ span }) => touches(statement.span, span.start) && span.start < end);
    return mistaken || first === undefined || last === undefined ? [] : [{ statement, first, last }];
  });
}

/** The first line end that stays. One that is taken away has no say: the next time, the text would have another one. */
function newlineOf(text: string, pieces: readonly Piece[], gaps: readonly (Gap | undefined)[]): string {
  for (const [i, gap] of gaps.entries()) {
    const stays =
      gap === undefined || gap.breaks > 0 ? text.slice(pieces[i - 1]?.span.end ?? 0, pieces[i]?.span.start) : '';
    const found = /\r\n|\n|\r/.exec(stays + (pieces[i]?.text ?? ''));
    if (found !== null) return found[0];
  }
  return '\n';
}

/** What has to change in a gap, and no more: its start and end stay as far as they are right. */
function edit(text: string, { span, breaks, blanks }: Gap, newline: string): readonly Edit[] {
  const written = text.slice(span.start, span.end);
  const wanted = newline.repeat(breaks) + ' '.repeat(blanks);
  if (written === wanted) return [];
  let same = 0;
  while (same < written.length && written[same] === wanted[same]) same++;
  let tail = 0;
  while (tail < Math.min(written.length, wanted.length) - same && written.at(-1 - tail) === wanted.at(-1 - tail))
    tail++;
  return [{ span: { start: span.start + same, end: span.end - tail }, text: wanted.slice(same, wanted.length - tail) }];
}
