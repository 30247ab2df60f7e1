import { definition as definitionAt } from '#core';
import { placesIn } from '../documents/places.js';
import type { Feature } from '../server.js';

export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register: ({ connection, documents, answer }) =>
    void connection.onDefinition(({ textDocument, position }, token) =>
      answer({ request: 'definition', uri: textDocument.uri, token }, null, (snapshot) => {
        // What an included file does not declare itself, a design that includes it may.
        for (const { design, offset } of placesIn(
          [snapshot, ...documents.including(snapshot.uri)],
          snapshot.uri,
          snapshot.offset(position),
        )) {
          const found = definitionAt(design.resolved, offset);
          if (found !== undefined) return design.location(found.target);
        }
        return null;
      }),
    ),
};
