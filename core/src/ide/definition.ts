import type { Span } from '../base/span.js';
import type { Resolved } from '../model/model.js';
import { symbolAt } from './symbolAt.js';

/** Where the name at the cursor is declared. */
export interface Definition {
  /** The name that was asked about. */
  readonly origin: Span;
  /** The name where it is declared. */
  readonly target: Span;
  /** The whole statement that declares it. */
  readonly statement: Span;
}

/** Where the name at the offset is declared; on a declaration, that very place. */
export function definition(resolved: Resolved, offset: number): Definition | undefined {
  const place = symbolAt(resolved, offset);
  if (place === undefined) return undefined;
  return { origin: place.span, target: place.symbol.word.span, statement: place.symbol.statement };
}
