import type { Span } from '../base/span.js';
import type { DeclaredSymbol, Resolved, SymbolKind } from './model.js';

/** Looked up once for each thing of a file: a search for each would be slow in a large one. */
const declared = new WeakMap<Resolved, ReadonlyMap<SymbolKind, readonly DeclaredSymbol[]>>();

export function symbolOf(resolved: Resolved, kind: SymbolKind, index: number): DeclaredSymbol | undefined {
  const symbols = declared.get(resolved) ?? symbolsOf(resolved);
  declared.set(resolved, symbols);
  return symbols.get(kind)?.[index];
}

function symbolsOf({ symbols }: Resolved): ReadonlyMap<SymbolKind, readonly DeclaredSymbol[]> {
  const found = new Map<SymbolKind, DeclaredSymbol[]>();
  for (const symbol of symbols) {
    if (symbol.index === undefined) continue;
    const kind = found.get(symbol.kind) ?? [];
    kind[symbol.index] = symbol;
    found.set(symbol.kind, kind);
  }
  return found;
}

export function operationSpan({ origins }: Resolved, operation: number): Span {
  return origins.operations[operation] ?? { start: 0, end: 0 };
}
