import {
  l10n,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { Place, TextChange } from '#protocol';
import { columnOf } from '../capDocument.js';

export function rangeOf({ start, end }: Place): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** `uri`: of the design that the place is in, unless the place says another file. */
export function documentOf(uri: string, place?: Place): Promise<TextDocument> {
  return Promise.resolve(workspace.openTextDocument(Uri.parse(place?.uri ?? uri, true)));
}

/** Writes into a text of this version, as one step of Undo. False: it is another one by now, or nothing was written. */
export async function changeSource(
  document: TextDocument,
  version: number,
  changes: readonly TextChange[],
): Promise<boolean> {
  if (document.version !== version) {
    void window.showInformationMessage(l10n.t('The file has changed meanwhile: nothing was written. Try again.'));
    return false;
  }
  const edit = new WorkspaceEdit();
  for (const { range, text } of changes) edit.replace(document.uri, rangeOf(range), text);
  return workspace.applyEdit(edit);
}

/** Goes to a place in the text, in the group of editors where its file is open. */
export async function showSource(document: TextDocument, range: Range, preserveFocus = false): Promise<void> {
  const viewColumn = columnOf(document) ?? ViewColumn.One;
  await window.showTextDocument(document, { viewColumn, selection: document.validateRange(range), preserveFocus });
}

/** Selects a place in an editor that shows its file; false where none does. */
export function pointAt(uri: string, range: Range): boolean {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (shown === undefined) return false;
  const { start, end } = shown.document.validateRange(range);
  shown.selection = new Selection(start, end);
  shown.revealRange(shown.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}
