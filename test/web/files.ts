// An extension beside the tested one: it has the files of the folder that is open, as the one for GitHub has those of a
// repository on vscode.dev.

import * as vscode from 'vscode';
import { VirtualFiles } from './virtualFiles';

export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  const contents: Readonly<Record<string, string>> = JSON.parse(
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'files.json'))),
  );
  const files = new VirtualFiles(
    Object.entries(contents).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  subscriptions.push(vscode.workspace.registerFileSystemProvider('vscode-vfs', files));
}
