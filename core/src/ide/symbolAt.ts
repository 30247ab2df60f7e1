import { touches, type Span } from '../base/span.js';
import type { DeclaredSymbol, Resolved } from '../model/model.js';

/** A declared name and the one of its places that an offset is on. */
export interface SymbolPlace {
  readonly symbol: DeclaredSymbol;
  readonly span: Span;
}

/**
 * The declared name that the offset is on: in its declaration or in a place that refers to it. A cursor just after a
 * name is on it; between two names that touch (`a|b`), the one that begins at the cursor wins, as it does in every
 * editor.
 */
export function symbolAt(resolved: Resolved, offset: number): SymbolPlace | undefined {
  let behind: SymbolPlace | undefined;
  for (const symbol of resolved.symbols) {
    for (let i = -1; i < symbol.references.length; i++) {
      const span = i < 0 ? symbol.word.span : symbol.references[i];
      if (span === undefined || !touches(span, offset)) continue;
      if (offset < span.end) return { symbol, span };
      behind ??= { symbol, span };
    }
  }
  return behind;
}

/** Every place of a name, each once, in order of position. */
export function placesOf(symbol: DeclaredSymbol): readonly Span[] {
  const byStart = new Map([symbol.word.span, ...symbol.references].map((span) => [span.start, span]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

/**
 * The operation that the place at an offset is about: its name anywhere, or the statement that declares it. Without an
 * index where it is not judged.
 */
export function operationAt(resolved: Resolved, offset: number): DeclaredSymbol | undefined {
  const place = symbolAt(resolved, offset);
  if (place?.symbol.kind === 'operation') return place.symbol;
  return resolved.symbols.find(({ kind, statement }) => kind === 'operation' && touches(statement, offset));
}
