import type { TextEdit } from 'vscode-languageserver';
import { type Edit, format, formatRange, formatTyped } from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature } from '../server.js';

/** The whole text, a range, and what has just been typed. Options are ignored: there is one layout. */
export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  },
  register: ({ connection, answer }) => {
    connection.onDocumentFormatting(({ textDocument }, token) =>
      answer<TextEdit[]>({ request: 'formatting', uri: textDocument.uri, token }, [], (snapshot) =>
        edits(snapshot, format(snapshot.resolved.text)),
      ),
    );
    connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
      answer<TextEdit[]>({ request: 'rangeFormatting', uri: textDocument.uri, token }, [], (snapshot) =>
        edits(
          snapshot,
          formatRange(snapshot.resolved.text, { start: snapshot.offset(range.start), end: snapshot.offset(range.end) }),
        ),
      ),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
      answer<TextEdit[]>({ request: 'onTypeFormatting', uri: textDocument.uri, token }, [], (snapshot) =>
        edits(snapshot, formatTyped(snapshot.resolved.text, snapshot.offset(position), ch)),
      ),
    );
  },
};

function edits(snapshot: Snapshot, made: readonly Edit[]): TextEdit[] {
  return made.map(({ span, text }) => ({ range: snapshot.range(span), newText: text }));
}
