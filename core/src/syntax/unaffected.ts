import { countLeading } from '../base/sorted.js';
import type { Span } from '../base/span.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { GrammarParse, Statement } from './ast.js';

/** The part of a file on one side of an edit, with its positions before the edit. */
interface Side {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: readonly Span[];
}

/**
 * The parts of a file that an edit leaves unchanged, and the piece of the new text between them: from `start`, where a
 * statement or the text begins, to `end`, where the next statement begins or the text ends.
 */
export interface Unaffected {
  readonly start: number;
  readonly end: number;
  readonly head: Side;
  readonly tail: Side;
  /** How far the edit moves the tail. */
  readonly by: number;
}

/**
 * Tokens and statements before the edit stay the same, except for a comment, a quoted text or a statement that reaches
 * up to the edit. Each of these begins no earlier than the last statement on an earlier line. After the edit, they are
 * the same again from a keyword that always begins a statement at the beginning of a line, if everything before it ends
 * with the line before. Only a comment that is not closed does not end there; the caller checks for it.
 */
export function unaffected(before: GrammarParse, text: string): Unaffected {
  const { text: old, statements, diagnostics, broken } = before;
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
    head: {
      statements: statements.slice(0, Math.max(0, first)),
      diagnostics: diagnostics.filter(({ span }) => span.start < start),
      broken: broken.filter((span) => span.start < start),
    },
    tail: {
      statements: statements.slice(next),
      diagnostics: diagnostics.filter(({ span }) => span.start >= end),
      broken: broken.filter((span) => span.start >= end),
    },
    by,
  };
}

/**
 * Does the statement begin its line with a keyword that begins a statement whatever is open before it? `node` does not,
 * because a zone has nodes, and neither does `partition` after `on`.
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

/** The offset at which the line of an offset begins. */
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
  return countLeading(statements, ({ span }) => span.start < offset);
}
