import {
  ErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { definition, prepareRename, renameInAllInSteps, type Steps, visible } from '#core';
import type { Documents } from '../documents/documents.js';
import { fileName, namesAt, placesIn } from '../documents/places.js';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature } from '../server.js';

const PARTLY =
  'Renamed in the designs that could be looked at: this workspace has more of them, or no disk to look ' +
  'for them. If others include this file, they still have the old name.';

type Renamed = WorkspaceEdit | ResponseError<void> | null;

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: ({ connection, documents, answer }) => {
    connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
      answer<PrepareRenameResult | ResponseError<void> | null>({ request: 'prepareRename', uri, token }, null, (at) =>
        prepared(documents, at, at.offset(position)),
      ),
    );
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) => {
      let isPartly = false;
      const answered = await answer<Renamed>({ request: 'rename', uri, token, isNewest: true }, null, (snapshot) => {
        // At once: files that the editor hands out are waited for, and this asks for them.
        const named = namesAt(documents, snapshot, snapshot.offset(position));
        return renaming(snapshot, named);
      });
      function* renaming(snapshot: Snapshot, { places, isAll }: ReturnType<typeof namesAt>): Steps<Renamed> {
        const file = ({ uri: other }: Snapshot): string | undefined =>
          other === snapshot.uri ? undefined : fileName(other);
        const found = yield* renameInAllInSteps(
          places.map(({ design, offset }) => ({ design, resolved: design.resolved, offset, file: file(design) })),
          newName,
        );
        isPartly = found.kind === 'ok' && !isAll;
        if (found.kind === 'refused') return refusal(found.reason);
        return merged(found.renamed.map(({ place: { design }, edits }) => design.edit(edits)));
      }
      if (isPartly) void connection.window.showWarningMessage(PARTLY);
      return answered;
    });
  },
};

function prepared(documents: Documents, snapshot: Snapshot, offset: number): PrepareRenameResult | ResponseError<void> {
  const places = placesIn([snapshot, ...documents.including(snapshot.uri)], snapshot.uri, offset);
  // A place without a name is refused in the words of the core.
  const { design, offset: at } = places.find((one) => definition(one.design.resolved, one.offset) !== undefined) ?? {
    design: snapshot,
    offset,
  };
  const found = prepareRename(design.resolved, at);
  return found.kind === 'refused'
    ? refusal(found.reason)
    : { range: design.range(found.span), placeholder: found.name };
}

/** A refusal is the one answer that has to be an error: editors show its message at the name. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, visible(reason));
}

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
