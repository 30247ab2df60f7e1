import { type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import { type SemanticToken, TOKEN_TYPES, semanticTokens as tokensOf } from '#core';
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
        encoded(snapshot, tokensOf(snapshot.resolved)),
      ),
    );
    connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
      answer({ request: 'semanticTokensRange', uri: textDocument.uri, token }, { data: [] }, (snapshot) => {
        const start = snapshot.offset(range.start);
        const end = snapshot.offset(range.end);
        return encoded(
          snapshot,
          tokensOf(snapshot.resolved).filter(({ span }) => span.start < end && start < span.end),
        );
      }),
    );
  },
};

function encoded(snapshot: Snapshot, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, isDeclaration } of tokens) {
    const { line, character } = snapshot.range(span).start;
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), isDeclaration ? DECLARATION : 0);
  }
  return builder.build();
}
