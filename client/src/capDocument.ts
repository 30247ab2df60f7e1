import { TabInputText, window, workspace, type Tab, type TextDocument, type TextEditor } from 'vscode';
import { LANGUAGE } from './languageServer.js';

/** The design that is being edited, if the active editor has one. */
export function activeCapEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.languageId === LANGUAGE ? editor : undefined;
}

/** Where the document is open in some group of editors: there it is shown again, instead of a second time. */
export function columnOf(document: TextDocument): number | undefined {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  if (shown?.viewColumn !== undefined) return shown.viewColumn;
  const uri = document.uri.toString();
  const holdsIt = ({ input }: Tab): boolean => input instanceof TabInputText && input.uri.toString() === uri;
  return window.tabGroups.all.find(({ tabs }) => tabs.some(holdsIt))?.viewColumn;
}

export function openDocument(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find(
    (document) => document.uri.toString() === uri && document.languageId === LANGUAGE,
  );
}

/** "bank.cap", "Untitled-1" */
export function nameOf(document: TextDocument): string {
  return document.uri.path.split('/').at(-1) ?? document.uri.toString();
}
