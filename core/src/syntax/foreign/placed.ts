import type { Span } from '../../base/span.js';
import type { Statement } from '../ast.js';
import { isName, type Token } from './scan.js';

/**
 * Statements that were read from a rewritten text, with the places of the text that they stand for: each name where it
 * is written, everything else at the whole region. A name that is not written there has an empty place at its start.
 */
export function placed(statements: readonly Statement[], tokens: readonly Token[], region: Span): readonly Statement[] {
  const uses = new Map<string, number[]>();
  for (const [i, { text }] of tokens.entries()) {
    const known = uses.get(text);
    if (known === undefined) uses.set(text, [i]);
    else known.push(i);
  }
  const spanOf = (name: string): Span => {
    const at = uses.get(name);
    const token = tokens[(at !== undefined && at.length > 1 ? at.shift() : at?.[0]) ?? -1];
    return token === undefined
      ? { start: region.start, end: region.start }
      : { start: region.start + token.start, end: region.start + token.end };
  };
  // Marks before the first word don't belong to the statement.
  const first = tokens.find(isName)?.start ?? 0;
  const whole = { start: region.start + first, end: region.end };
  return statements.map((statement) => moved(statement, whole, spanOf) as Statement);
}

function moved(part: unknown, whole: Span, spanOf: (name: string) => Span): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((one) => moved(one, whole, spanOf));
  const from = part as Readonly<Record<string, unknown>>;
  if (typeof from['name'] === 'string' && 'span' in from) return { ...from, span: spanOf(from['name']) };
  const to: Record<string, unknown> = {};
  for (const key in from) to[key] = key === 'span' ? whole : moved(from[key], whole, spanOf);
  return to;
}
