import { webLinksInSteps } from '#core';
import type { DocumentLink } from 'vscode-languageserver';
import type { Feature } from '../server.js';

export const documentLink: Feature = {
  capabilities: { documentLinkProvider: {} },
  register: ({ connection, answer }) =>
    void connection.onDocumentLinks(({ textDocument }, token) =>
      answer<DocumentLink[]>({ request: 'documentLink', uri: textDocument.uri, token }, [], function* (snapshot) {
        return [
          ...(yield* webLinksInSteps(snapshot.resolved.text)).map(({ span, target }) => ({
            range: snapshot.range(span),
            target,
          })),
          ...snapshot.resolved.includes.flatMap(({ span, to }) =>
            to === undefined || !snapshot.isOwn(span)
              ? []
              : [{ range: snapshot.range(span), target: snapshot.uriOf(to) }],
          ),
        ];
      }),
    ),
};
