import { hoverInSteps } from '#core';
import { MarkupKind } from 'vscode-languageserver';
import { linksOf } from '../actions.js';
import type { Feature } from '../server.js';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register: ({ connection, analysis, client, answer }) =>
    void connection.onHover(({ textDocument, position }, token) =>
      answer({ request: 'hover', uri: textDocument.uri, token }, null, function* (snapshot) {
        const found = yield* hoverInSteps(
          snapshot.resolved,
          analysis.resultsOf(snapshot),
          snapshot.offset(position),
          client().commands ? linksOf(snapshot) : undefined,
        );
        if (found === undefined) return null;
        return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: snapshot.range(found.span) };
      }),
    ),
};
