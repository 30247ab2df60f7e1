import { flatMapped, matchingSymbolsInSteps, visible } from '#core';
import type { SymbolInformation } from 'vscode-languageserver';
import type { Feature } from '../server.js';
import { SYMBOL_KINDS } from './documentSymbol.js';

/** Names of the designs that are open: the others are not read, since nobody keeps them up to date. */
export const workspaceSymbol: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register: ({ connection, documents, answer }) =>
    void connection.onWorkspaceSymbol(async ({ query }, token) => {
      const symbols = documents.uris.map((uri) =>
        answer<SymbolInformation[]>({ request: 'workspaceSymbol', uri, token }, [], function* (snapshot) {
          const found = yield* matchingSymbolsInSteps(snapshot.resolved, query);
          return yield* flatMapped(found, SYMBOL_SIZE, ({ name, kind, selection }) => ({
            name: visible(name),
            kind: SYMBOL_KINDS[kind],
            location: { uri, range: snapshot.range(selection) },
          }));
        }),
      );
      return (await Promise.all(symbols)).flat();
    }),
};

/** The work of one, in the units of a step. */
const SYMBOL_SIZE = (): number => 20;
