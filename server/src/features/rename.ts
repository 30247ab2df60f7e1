import {
  ErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { definition, prepareRename, rename as renameAt, visible } from '#core';
import { fileName, namesAt, placesIn } from '../documents/places.js';
import type { Feature } from '../server.js';

/** A refusal is the one answer that has to be an error: editors show its message at the name. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, visible(reason));
}

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: ({ connection, documents, answer }) => {
    connection.onPrepareRename(({ textDocument, position }, token) =>
      answer<PrepareRenameResult | ResponseError<void> | null>(
        { request: 'prepareRename', uri: textDocument.uri, token },
        null,
        (snapshot) => {
          const offset = snapshot.offset(position);
          const [{ design, at } = { design: snapshot, at: offset }] = placesIn(
            [snapshot, ...documents.including(snapshot.uri)],
            snapshot.uri,
            offset,
          )
            .filter((place) => definition(place.design.resolved, place.offset) !== undefined)
            .map((place) => ({ design: place.design, at: place.offset }));
          const found = prepareRename(design.resolved, at);
          return found.kind === 'refused'
            ? refusal(found.reason)
            : { range: design.range(found.span), placeholder: found.name };
        },
      ),
    );
    connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
      let partly = false;
      const answered = await answer<WorkspaceEdit | ResponseError<void> | null>(
        { request: 'rename', uri: textDocument.uri, token },
        null,
        (snapshot) => {
          partly = false;
          const { places, isAll } = namesAt(documents, snapshot, snapshot.offset(position));
          const edits: WorkspaceEdit[] = [];
          for (const { design, offset } of places) {
            const found = renameAt(design.resolved, offset, newName);
            if (found.kind === 'refused')
              return refusal(
                design === snapshot
                  ? found.reason
                  : `In ${fileName(design.uri)}, which has this name as well: ${found.reason}`,
              );
            edits.push(design.edit(found.edits));
          }
          // A place without a name is refused in the words of the core.
          if (places.length === 0) {
            const found = prepareRename(snapshot.resolved, snapshot.offset(position));
            return found.kind === 'refused' ? refusal(found.reason) : null;
          }
          partly = !isAll;
          return merged(edits);
        },
      );
      if (partly)
        void connection.window.showWarningMessage(
          'Renamed in the designs that could be looked at: this workspace has more of them, or no disk to look ' +
            'for them. If others include this file, they still have the old name.',
        );
      return answered;
    });
  },
};

/** The edits of several designs; a file that they share is changed once. */
function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const files = new Map<string, Map<string, TextEdit>>();
  for (const [uri, made] of edits.flatMap(({ changes = {} }) => Object.entries(changes))) {
    const known = files.get(uri) ?? new Map<string, TextEdit>();
    files.set(uri, known);
    for (const one of made) {
      const place = JSON.stringify(one.range);
      if (!known.has(place)) known.set(place, one);
    }
  }
  return { changes: Object.fromEntries([...files].map(([uri, made]) => [uri, [...made.values()]])) };
}
