import type { Connection, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

type TextDocumentConnection = Parameters<TextDocuments<TextDocument>['listen']>[0];

/** What a client tells of its documents, and of files that change elsewhere. */
export type DocumentConnection = TextDocumentConnection &
  Pick<Connection, 'onDidChangeWatchedFiles'> & { readonly console: Pick<Connection['console'], 'error'> };

/**
 * The same connection without messages that are not a document or a change of one: a client may send anything. Such a
 * message would make later look-ups throw, and half of a change would be worse than none.
 */
export function wellFormed(connection: DocumentConnection): TextDocumentConnection {
  const refused = (what: string): void =>
    connection.console.error(`A ${what} was left out: it is not as the protocol says.`);
  return {
    ...connection,
    onDidOpenTextDocument: (handler) =>
      connection.onDidOpenTextDocument((params) => {
        const { uri, version, text } = fieldsOf(fieldsOf(params).textDocument);
        const isOne = typeof uri === 'string' && Number.isInteger(version) && typeof text === 'string';
        return isOne ? handler(params) : refused('textDocument/didOpen');
      }),
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument((params) => {
        const { textDocument, contentChanges } = fieldsOf(params);
        const { version } = fieldsOf(textDocument);
        const isOne = Number.isInteger(version) && Array.isArray(contentChanges) && contentChanges.every(isChange);
        return isOne ? handler(params) : refused('textDocument/didChange');
      }),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isChange(value: unknown): value is TextDocumentContentChangeEvent {
  const { range, text } = fieldsOf(value);
  if (typeof text !== 'string') return false;
  return range === undefined || [fieldsOf(range).start, fieldsOf(range).end].every(isPosition);
}

function isPosition(value: unknown): boolean {
  return [fieldsOf(value).line, fieldsOf(value).character].every((one) => Number.isInteger(one) && Number(one) >= 0);
}
