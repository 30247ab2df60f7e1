import { highlights, type Highlight } from '#core';
import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver';
import type { Feature } from '../server.js';

const KINDS: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
  text: DocumentHighlightKind.Text,
};

export const documentHighlight: Feature = {
  capabilities: { documentHighlightProvider: true },
  register: ({ connection, answer }) =>
    void connection.onDocumentHighlight(({ textDocument, position }, token) =>
      answer<DocumentHighlight[]>({ request: 'documentHighlight', uri: textDocument.uri, token }, [], (snapshot) =>
        highlights(snapshot.resolved, snapshot.offset(position)).map(({ span, kind }) => ({
          range: snapshot.range(span),
          kind: KINDS[kind],
        })),
      ),
    ),
};
