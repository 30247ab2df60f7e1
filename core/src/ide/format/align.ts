import type { Span } from '../../base/span.js';
import { forEachInSteps, type Steps } from '../../base/steps.js';
import { width } from '../../render/print/visible.js';
import type { Statement } from '../../syntax/ast.js';
import type { Piece } from '../../syntax/pieces.js';
import type { Gap, Sound } from './layout.js';

/**
 * Lines up statements of one kind that stand on lines of their own directly below each other: what follows the name (of
 * a zone, client, store, service or partition), the colon (of an operation or link) or the verdict (of an `accept`);
 * the stores after `read` and `write`, and the reasons of an `accept`.
 */
export function* align(
  pieces: readonly Piece[],
  gaps: readonly (Gap | undefined)[],
  sound: readonly Sound[],
): Steps<void> {
  const starts = new Map<number, number>();
  yield* forEachInSteps(
    pieces,
    () => 2,
    ({ span }, i) => starts.set(span.start, i),
  );
  let run: (readonly number[])[] = [];
  let previous: Sound | undefined;
  const size = (one: Sound | undefined): number => (one === undefined ? 1 : 6 * (one.last - one.first + 1));
  yield* forEachInSteps([...sound, undefined], size, (one) => {
    const columns = one === undefined || !isOneLine(gaps, pieces, one) ? [] : columnsOf(pieces, starts, one.statement);
    const goesOn =
      one !== undefined &&
      previous?.statement.kind === one.statement.kind &&
      columns.length + 1 === run[0]?.length &&
      isNextLine(gaps, pieces, previous, one);
    if (!goesOn) {
      lineUp(pieces, gaps, run);
      run = [];
    }
    if (one !== undefined && columns.length > 0) run.push([one.first, ...columns]);
    previous = one;
  });
}

function isOneLine(gaps: readonly (Gap | undefined)[], pieces: readonly Piece[], { first, last }: Sound): boolean {
  for (let i = first; i <= last; i++) {
    if (i > first && gaps[i]?.breaks !== 0) return false;
    if (/[\r\n]/.test(pieces[i]?.text ?? '')) return false;
  }
  return true;
}

/** Is there one line break between the two, and nothing but a comment at the end of the first line? */
function isNextLine(
  gaps: readonly (Gap | undefined)[],
  pieces: readonly Piece[],
  before: Sound,
  behind: Sound,
): boolean {
  let breaks = 0;
  for (let i = before.last + 1; i <= behind.first; i++) {
    breaks += gaps[i]?.breaks ?? 2;
    if (i < behind.first && (breaks > 0 || /[\r\n]/.test(pieces[i]?.text ?? ''))) return false;
  }
  return breaks === 1;
}

/** The pieces that begin a column, from the left. */
function columnsOf(
  pieces: readonly Piece[],
  starts: ReadonlyMap<number, number>,
  statement: Statement,
): readonly number[] {
  const behind = (word: { readonly span: Span } | undefined, skipped: string): readonly number[] => {
    const at = word === undefined ? undefined : starts.get(word.span.start);
    if (at === undefined || (skipped !== '' && pieces[at + 1]?.text !== skipped)) return [];
    const column = at + (skipped === '' ? 1 : 2);
    return (pieces[column]?.span.start ?? Infinity) < statement.span.end ? [column] : [];
  };
  switch (statement.kind) {
    case 'zone':
    case 'partition':
    case 'risk':
    case 'store':
    case 'service':
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
function lineUp(
  pieces: readonly Piece[],
  gaps: readonly (Gap | undefined)[],
  run: readonly (readonly number[])[],
): void {
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

/** Columns from one piece up to the blanks before another. */
function cellWidth(pieces: readonly Piece[], gaps: readonly (Gap | undefined)[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += width(pieces[i]?.text ?? '') + (i > from ? (gaps[i]?.blanks ?? 0) : 0);
  return sum;
}
