import { workspace, type WorkspaceFolder } from 'vscode';

/** The editor's own Node, for programs of the extension; where that is Electron, the variable makes it one. */
export const OWN_NODE = { path: process.execPath, env: { ELECTRON_RUN_AS_NODE: '1' } } as const;

/** The folders of the workspace that such a program can read. */
export function foldersOnDisk(): readonly WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
