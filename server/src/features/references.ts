import { references as referencesAt } from '#core';
import type { Feature } from '../server.js';

export const references: Feature = {
  capabilities: { referencesProvider: true },
  register: ({ connection, answer }) =>
    void connection.onReferences(({ textDocument, position, context }, token) =>
      answer('references', textDocument.uri, null, token, (snapshot) =>
        referencesAt(snapshot.resolved, snapshot.offset(position), { declaration: context.includeDeclaration }).map((span) => ({
          uri: snapshot.uri,
          range: snapshot.range(span),
        })),
      ),
    ),
};
