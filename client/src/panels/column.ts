import { TabInputWebview, ViewColumn, window, type Tab } from 'vscode';

/** Where a new panel goes: beside the panels that are open already, so that all of them share one column. */
export function panelColumn(): ViewColumn {
  const found = window.tabGroups.all.find(({ tabs }) => tabs.some(isOurs));
  return found?.viewColumn ?? (window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside);
}

/** VS Code puts a word of its own before the type. */
function isOurs({ input }: Tab): boolean {
  return input instanceof TabInputWebview && input.viewType.includes('netsplit.');
}
