import { l10n, QuickPickItemKind, Range, window, workspace, WorkspaceEdit } from 'vscode';
import { openDocument } from '../capDocument.js';
import { openNew, readSamples } from '../samples.js';
import type { Command } from './command.js';

/** Into the empty file whose lens asks for it, else as a new one. */
export const newDesignFromSample: Command = {
  id: 'netsplit.newDesignFromSample',
  run: async ({ extensionUri }, target) => {
    const chapters = await readSamples(extensionUri);
    const picked = await window.showQuickPick(
      chapters.flatMap(({ teaches, samples }) => [
        { label: teaches, kind: QuickPickItemKind.Separator, text: '' },
        ...samples.map(({ title, name, text }) => ({ label: title, description: name, text })),
      ]),
      {
        title: l10n.t('New Design from Sample'),
        placeHolder: l10n.t('What to start from: opens as a new file that is not saved yet'),
        matchOnDescription: true,
      },
    );
    if (picked === undefined) return;
    const empty = target === undefined ? undefined : openDocument(target.uri);
    if (empty?.getText().trim() !== '') {
      await openNew(picked.text);
      return;
    }
    const edit = new WorkspaceEdit();
    edit.replace(empty.uri, new Range(0, 0, empty.lineCount, 0), picked.text);
    await workspace.applyEdit(edit);
  },
};
