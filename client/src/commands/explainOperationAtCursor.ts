import { Position, Range, window, type TextDocument, type TextEditor } from 'vscode';
import { activeCapEditor, openDocument } from '../capDocument.js';
import { openFirstSample } from '../samples.js';
import type { Command } from './command.js';

/** The cursor of a sample that was just opened goes to where there is something to explain. */
async function atFirstOperation(document: TextDocument): Promise<TextEditor> {
  const line = document
    .getText()
    .split('\n')
    .findIndex((one) => one.startsWith('operation '));
  const place = new Position(line, 'operation '.length);
  return window.showTextDocument(document, { selection: new Range(place, place) });
}

export const explainOperationAtCursor: Command = {
  id: 'netsplit.explainOperationAtCursor',
  run: async ({ extensionUri, panels }, target) => {
    const named = target?.position === undefined ? undefined : openDocument(target.uri);
    if (named !== undefined && target?.position !== undefined) {
      await panels.show({ kind: 'explain', uri: target.uri, position: target.position }, named);
      return;
    }
    const editor = activeCapEditor() ?? (await atFirstOperation(await openFirstSample(extensionUri)));
    const { line, character } = editor.selection.active;
    await panels.show(
      { kind: 'explain', uri: editor.document.uri.toString(), position: { line, character } },
      editor.document,
    );
  },
};
