import { touches, type Span } from '../base/span.js';
import type { DeclaredSymbol, Resolved } from '../model/model.js';

/** A declared name and the one of its places that an offset is on. */
export interface SymbolPlace {
  readonly symbol: DeclaredSymbol;
  readonly span: Span;
}

/**
 * The declared name that the offset is on: in its declaration or in a place that refers to it. A cursor just behind a name is
 * on it; between two names that touch (`a|b`), the one that begins at the cursor wins, as it does in every editor.
 */
export function symbolAt(resolved: Resolved, offset: number): SymbolPlace | undefined {
  let behind: SymbolPlace | undefined;
  for (const symbol of resolved.symbols) {
    for (const span of placesOf(symbol)) {
      if (!touches(span, offset)) continue;
      if (offset < span.end) return { symbol, span };
      behind ??= { symbol, span };
    }
  }
  return behind;
}

/** Every place of a name, its declaration first, each once, then in order of position. */
export function placesOf(symbol: DeclaredSymbol): readonly Span[] {
  const declaration = symbol.word.span;
  const others = symbol.references.filter((span) => span.start !== declaration.start);
  return [declaration, ...others.filter((span, i) => others.findIndex((other) => other.start === span.start) === i)];
}
