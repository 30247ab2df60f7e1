import { prepareRename, rename as renameAt } from '#core';
import { ErrorCodes, ResponseError, type PrepareRenameResult, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Feature } from '../server.js';

/** A refusal is the one answer that has to be an error: editors show its message at the name. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: ({ connection, answer }) => {
    connection.onPrepareRename(({ textDocument, position }, token) =>
      answer<PrepareRenameResult | ResponseError<void> | null>('prepareRename', textDocument.uri, null, token, (snapshot) => {
        const found = prepareRename(snapshot.resolved, snapshot.offset(position));
        return found.kind === 'refused' ? refusal(found.reason) : { range: snapshot.range(found.span), placeholder: found.name };
      }),
    );
    connection.onRenameRequest(({ textDocument, position, newName }, token) =>
      answer<WorkspaceEdit | ResponseError<void> | null>('rename', textDocument.uri, null, token, (snapshot) => {
        const found = renameAt(snapshot.resolved, snapshot.offset(position), newName);
        if (found.kind === 'refused') return refusal(found.reason);
        return { changes: { [snapshot.uri]: found.edits.map(({ span, text }) => ({ range: snapshot.range(span), newText: text })) } };
      }),
    );
  },
};
