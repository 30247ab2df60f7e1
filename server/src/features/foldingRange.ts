import { foldsInSteps } from '#core';
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Feature } from '../server.js';

export const foldingRange: Feature = {
  capabilities: { foldingRangeProvider: true },
  register: ({ connection, answer }) =>
    void connection.onFoldingRanges(({ textDocument }, token) =>
      answer<FoldingRange[]>({ request: 'foldingRange', uri: textDocument.uri, token }, [], function* (snapshot) {
        return (yield* foldsInSteps(snapshot.resolved)).map(({ kind, first, last }) => ({
          startLine: first,
          endLine: last,
          ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
        }));
      }),
    ),
};
