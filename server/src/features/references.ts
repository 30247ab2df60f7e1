import type { Location } from 'vscode-languageserver';
import { references as referencesAt } from '#core';
import { locations, namesAt } from '../documents/places.js';
import type { Feature } from '../server.js';

export const references: Feature = {
  capabilities: { referencesProvider: true },
  register: ({ connection, documents, answer }) =>
    void connection.onReferences(({ textDocument, position, context }, token) =>
      answer<Location[] | null>(
        { request: 'references', uri: textDocument.uri, token, isNewest: true },
        null,
        (snapshot) =>
          locations(
            namesAt(documents, snapshot, snapshot.offset(position)).places.flatMap(({ design, offset }) =>
              referencesAt(design.resolved, offset, { declaration: context.includeDeclaration }).map((span) =>
                design.location(span),
              ),
            ),
          ),
      ),
    ),
};
