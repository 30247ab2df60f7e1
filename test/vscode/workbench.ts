// What a user does with VS Code itself: quick picks, messages, panels.

import * as vscode from 'vscode';
import { askPage } from './page';

/** A row of the quick pick that is open, as soon as it is there. */
const row = (label: string): string => `css=.quick-input-list .monaco-list-row:has-text("${label}")`;

/** Takes a row; where several may be picked, ticks it. */
export async function pick(label: string): Promise<void> {
  await askPage('click', { selector: row(label) });
}

/** The label and the description of a row. */
export async function pickable(label: string): Promise<string> {
  return (await askPage('text', { selector: row(label) })).replace(/\s+/g, ' ');
}

/**
 * The notification with these words, as soon as it is there. While it is tested, VS Code shows them in its list only.
 */
export async function notification(words: string): Promise<string> {
  await vscode.commands.executeCommand('notifications.showList');
  return askPage('text', { selector: `css=.notification-list-item-message:has-text("${words}")` });
}

/** VS Code's own themes, by the kind of interface that they are for. */
export const THEMES = ['vs', 'vs-dark', 'hc-black', 'hc-light'] as const;
export type Theme = (typeof THEMES)[number];

/** Resolves when the workbench and the report have the colours. */
export async function changeTheme(theme: Theme, report: string): Promise<void> {
  const themes = (vscode.extensions.getExtension('vscode.theme-defaults')?.packageJSON as Themes).contributes.themes;
  const id = themes.find(({ uiTheme }) => uiTheme === theme)?.id;
  // A browser without a server has the folder for settings, and nothing else.
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFolders?.[0]?.uri.scheme === 'vscode-vfs' ? Workspace : Global;
  await vscode.workspace.getConfiguration('workbench').update('colorTheme', id, target);
  await askPage('html', { selector: `css=.monaco-workbench.${theme}` });
  await askPage('html', { frame: report, selector: `css=body[data-vscode-theme-id="${id}"]` });
}

interface Themes {
  contributes: { themes: { id: string; uiTheme: string }[] };
}

/** The text of a report, once it has these words in it. */
export async function reportText(title: string, words: string): Promise<string> {
  return askPage('text', { frame: title, selector: `css=main:has-text("${words}")` });
}

/** The rows of a report's tables that have this text, cell by cell. */
export async function reportRows(title: string, words: string): Promise<string[]> {
  await askPage('text', { frame: title, selector: `css=tbody tr:has-text("${words}")` });
  const script =
    `[...document.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText).join(' ` +
    `| '))`;
  const rows = (await askPage('evaluate', { frame: title, script })) as string[];
  return rows.filter((one) => one.includes(words));
}
