import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { type OutlineSymbol, symbols, visible } from '#core';
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
  store: SymbolKind.Struct,
  operation: SymbolKind.Method,
  partition: SymbolKind.Operator,
};

export const documentSymbol: Feature = {
  capabilities: { documentSymbolProvider: true },
  register: ({ connection, answer }) =>
    void connection.onDocumentSymbol(({ textDocument }, token) =>
      answer({ request: 'documentSymbol', uri: textDocument.uri, token }, null, (snapshot) =>
        symbols(snapshot.resolved).map((symbol) => entry(snapshot, symbol)),
      ),
    ),
};

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
