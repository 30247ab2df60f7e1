import { window } from 'vscode';
import { activeCapEditor, openDocument } from '../capDocument.js';
import type { Command } from './command.js';

export const explainOperationAtCursor: Command = {
  id: 'netsplit.explainOperationAtCursor',
  run: async ({ panels }, target) => {
    const named = target?.position === undefined ? undefined : openDocument(target.uri);
    if (named !== undefined && target?.position !== undefined) {
      await panels.show({ kind: 'explain', uri: target.uri, position: target.position }, named);
      return;
    }
    const editor = activeCapEditor();
    if (editor === undefined) {
      void window.showInformationMessage(
        'Put the cursor on an operation in a .cap file first: this explains the verdicts of that operation.',
      );
      return;
    }
    const { line, character } = editor.selection.active;
    await panels.show(
      { kind: 'explain', uri: editor.document.uri.toString(), position: { line, character } },
      editor.document,
    );
  },
};
