import type { Diagnostic } from '../checks/diagnostic.js';
import type { FileParse, Statement } from './ast.js';
import { moved } from './moved.js';

/** What stands on one side of an edit, at its places behind it. */
interface Side {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What an edit leaves of a file as it was, and the piece of the new text between: from `start`, where a statement
 * begins or the text, to `end`, where the next one does or the text ends.
 */
export interface Unaffected {
  readonly start: number;
  readonly end: number;
  readonly front: Side;
  readonly behind: Side;
}

/**
 * Read from left to right, a text is the same tokens and statements up to an edit; but for the comment, the text or the
 * statement that reaches up to it. All of those begin no earlier than the last statement on a line before. Behind the
 * edit it is the same again from a keyword on that begins a statement wherever it begins a line, if what comes in front
 * of it ends with that line: all but a comment that is not closed does, which is for the caller to see.
 */
export function unaffected(before: FileParse, text: string): Unaffected {
  const { text: old, statements, diagnostics } = before;
  const same = samePrefix(old, text);
  const by = text.length - old.length;
  const line = lineStart(text, same);
  const first = firstFrom(statements, line) - 1;
  const start = statements[first]?.span.start ?? 0;
  const sameAgain = old.length - sameSuffix(old, text, Math.min(old.length, text.length) - same);
  let next = firstFrom(statements, sameAgain + 1);
  while (next < statements.length && !standsAlone(old, statements[next])) next++;
  const end = statements[next]?.span.start ?? old.length;
  return {
    start,
    end: end + by,
    front: {
      statements: statements.slice(0, Math.max(0, first)),
      diagnostics: diagnostics.filter(({ span }) => span.start < start),
    },
    behind: {
      statements: moved(statements.slice(next), by),
      diagnostics: moved(
        diagnostics.filter(({ span }) => span.start >= end),
        by,
      ),
    },
  };
}

/**
 * Begins its line with a keyword that begins a statement, whatever is open in front of it; in a zone there are nodes,
 * and behind `on` there is `partition`.
 */
function standsAlone(text: string, statement: Statement | undefined): boolean {
  if (statement === undefined || statement.kind === 'node' || statement.kind === 'partition') return false;
  const { start } = statement.span;
  return isLineBreak(text, start - 1) && text.startsWith(`${statement.kind} `, start);
}

function samePrefix(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  return same;
}

function sameSuffix(one: string, other: string, most: number): number {
  let same = 0;
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) same++;
  return same;
}

/** Where the line begins that an offset is on. */
function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text, start - 1)) start--;
  return start;
}

function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

/** The index of the first statement that does not begin before an offset. */
function firstFrom(statements: readonly Statement[], offset: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
