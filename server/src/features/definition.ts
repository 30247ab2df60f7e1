import { definition as definitionAt } from '#core';
import type { Feature } from '../server.js';

export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register: ({ connection, answer }) =>
    void connection.onDefinition(({ textDocument, position }, token) =>
      answer('definition', textDocument.uri, null, token, (snapshot) => {
        const found = definitionAt(snapshot.resolved, snapshot.offset(position));
        return found === undefined ? null : { uri: snapshot.uri, range: snapshot.range(found.target) };
      }),
    ),
};
