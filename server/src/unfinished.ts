import type { Diagnostic, Position } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';

/** More than this is pasted, not typed. In UTF-16 code units. */
const MOST_TYPED = 40;
/** In a longer text nobody looks for what was typed: that takes longer than the mistake is early. */
const LONGEST = 1_000_000;

/**
 * Where the word ends that is being typed at the end of a line: what was written since `before` ends with a letter, and
 * nothing but blanks follows on its line. Undefined for any other edit.
 */
export function unfinishedWord(before: string, text: string): Position | undefined {
  const added = text.length - before.length;
  if (added <= 0 || added > MOST_TYPED || text.length > LONGEST) return undefined;
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  // The same letter may stand on both sides of what was typed.
  const end = start + added;
  if (before.slice(start) !== text.slice(end)) return undefined;
  const isWord = /[\p{L}\p{N}_-]$/u.test(text.slice(Math.max(0, end - 2), end));
  const next = text.indexOf('\n', end);
  const rest = text.slice(end, next < 0 ? text.length : next);
  if (!isWord || rest.trim() !== '' || text.slice(start, end).includes('\n')) return undefined;
  const line = text.slice(0, end).split('\n').length - 1;
  return { line, character: end - (text.lastIndexOf('\n', end - 1) + 1) };
}

/** Is it a mistake of a word that is not written to its end yet? */
export function isOfUnfinished({ severity, range }: Diagnostic, { line, character }: Position): boolean {
  if (severity !== DiagnosticSeverity.Error) return false;
  return range.end.line === line && range.end.character === character;
}
