import { type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import { forEachInSteps, type SemanticToken, semanticTokensInSteps, type Steps, TOKEN_TYPES } from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature } from '../server.js';

const DECLARATION = 1;

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: ['declaration'] },
      full: true,
      range: true,
    },
  },
  register: ({ connection, answer }) => {
    connection.languages.semanticTokens.on(({ textDocument }, token) =>
      answer({ request: 'semanticTokens', uri: textDocument.uri, token }, { data: [] }, (snapshot) =>
        encoded(snapshot, () => true),
      ),
    );
    connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
      answer({ request: 'semanticTokensRange', uri: textDocument.uri, token }, { data: [] }, (snapshot) => {
        const start = snapshot.offset(range.start);
        const end = snapshot.offset(range.end);
        return encoded(snapshot, ({ span }) => span.start < end && start < span.end);
      }),
    );
  },
};

function* encoded(snapshot: Snapshot, isWanted: (token: SemanticToken) => boolean): Steps<SemanticTokens> {
  const builder = new SemanticTokensBuilder();
  const tokens = (yield* semanticTokensInSteps(snapshot.resolved)).filter(isWanted);
  yield* forEachInSteps(
    tokens,
    () => TOKEN_SIZE,
    ({ span, type, isDeclaration }) => {
      const { line, character } = snapshot.range(span).start;
      builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), isDeclaration ? DECLARATION : 0);
    },
  );
  return builder.build();
}

/** The work of one, in the units of a step. */
const TOKEN_SIZE = 4;
