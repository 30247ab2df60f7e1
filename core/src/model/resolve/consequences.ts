import type { Diagnostic } from '../../checks/diagnostic.js';
import { NAMES } from '../../checks/names.js';
import { TEXT } from '../../checks/text.js';
import type { Parsed } from '../../syntax/ast.js';

const UNREAD: ReadonlySet<string> = new Set([
  TEXT.syntaxError.code,
  TEXT.unexpectedCharacter.code,
  TEXT.foreignSyntax.code,
]);
const OF_NAMES: ReadonlySet<string> = new Set([NAMES.unknownName.code, NAMES.wrongKind.code, NAMES.unknownValue.code]);

/**
 * One mistake, one diagnostic: what is wrong with the names of a line that the grammar can't read is said once the line
 * can be read.
 */
export function withoutConsequences(diagnostics: readonly Diagnostic[], { sources }: Parsed): readonly Diagnostic[] {
  const lineOf = ({ span }: Diagnostic): string =>
    `${sources.fileAt(span.start).path}:${sources.position(span.start).line}`;
  const unread = new Set(diagnostics.filter(({ code }) => UNREAD.has(code)).map(lineOf));
  if (unread.size === 0) return diagnostics;
  return diagnostics.filter((one) => !OF_NAMES.has(one.code) || !unread.has(lineOf(one)));
}
