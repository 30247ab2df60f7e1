import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { flatMapped, type OutlineSymbol, symbols, visible } from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature } from '../server.js';

/** LSP has the kinds of programming languages only: the icons are what counts. */
export const SYMBOL_KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  node: SymbolKind.Object,
  zone: SymbolKind.Namespace,
  router: SymbolKind.Interface,
  client: SymbolKind.Event,
  link: SymbolKind.Key,
  service: SymbolKind.Class,
  risk: SymbolKind.Event,
  store: SymbolKind.Struct,
  operation: SymbolKind.Method,
  partition: SymbolKind.Operator,
};

export const documentSymbol: Feature = {
  capabilities: { documentSymbolProvider: true },
  register: ({ connection, answer }) =>
    void connection.onDocumentSymbol(({ textDocument }, token) =>
      answer<DocumentSymbol[] | null>(
        { request: 'documentSymbol', uri: textDocument.uri, token },
        null,
        function* (snapshot) {
          const all = symbols(snapshot.resolved);
          const shown = yield* flatMapped(all.slice(0, MOST_SYMBOLS), sizeOfSymbol, (one) => [entry(snapshot, one)]);
          const [next] = all.slice(MOST_SYMBOLS);
          if (next === undefined) return shown;
          const name = `… and ${all.length - MOST_SYMBOLS} more`;
          const detail = `an outline shows ${MOST_SYMBOLS}`;
          return [...shown, { ...entry(snapshot, next), name, detail, kind: SymbolKind.Null, children: [] }];
        },
      ),
    ),
};

/** Nobody looks for one of more in an outline, and an editor takes seconds to show them. */
const MOST_SYMBOLS = 10_000;

/** The work of an entry with those below it, in the units of a step. */
function sizeOfSymbol({ children }: OutlineSymbol): number {
  return 20 * (children.length + 1);
}

function entry(snapshot: Snapshot, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: visible(symbol.name),
    detail: visible(symbol.detail),
    kind: SYMBOL_KINDS[symbol.kind],
    range: snapshot.range(symbol.span),
    selectionRange: snapshot.range(symbol.selection),
    children: symbol.children.map((child) => entry(snapshot, child)),
  };
}
