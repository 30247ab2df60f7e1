import type { TextEdit } from 'vscode-languageserver';
import { type Edit, flatMapped, formatInSteps, formatRangeInSteps, formatTypedInSteps, type Steps } from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { Ask, Feature } from '../server.js';

/** The whole text, a range, and what has just been typed. Options are ignored: there is one layout. */
export const formatting: Feature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  },
  register: ({ connection, answer }) => {
    const formatted = (ask: Ask, made: (snapshot: Snapshot) => Steps<readonly Edit[]>): Promise<TextEdit[]> =>
      answer<TextEdit[]>(ask, [], function* (snapshot) {
        return yield* edits(snapshot, yield* made(snapshot));
      });
    connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
      formatted({ request: 'formatting', uri, token }, ({ resolved: { text } }) => formatInSteps(text)),
    );
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
      formatted({ request: 'rangeFormatting', uri, token }, (snapshot) =>
        formatRangeInSteps(snapshot.resolved.text, {
          start: snapshot.offset(range.start),
          end: snapshot.offset(range.end),
        }),
      ),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }, token) =>
      formatted({ request: 'onTypeFormatting', uri, token }, (snapshot) =>
        formatTypedInSteps(snapshot.resolved.text, snapshot.offset(position), ch),
      ),
    );
  },
};

function edits(snapshot: Snapshot, made: readonly Edit[]): Steps<TextEdit[]> {
  return flatMapped(made, EDIT_SIZE, ({ span, text }) => ({ range: snapshot.range(span), newText: text }));
}

/** The work of one, in the units of a step. */
const EDIT_SIZE = (): number => 4;
