import { l10n, Uri, window, workspace } from 'vscode';
import type { Command } from './command.js';

/** The folder of the designs in that text. */
const DESIGNS = /(?<= )designs(?= --)/;

/** The page of the walkthrough that shows it. */
const PAGE = ['docs', 'walkthrough', 'ci.md'];

/** The workflow as that page has it, for the designs of a folder. */
async function workflow(extensionUri: Uri, folder: string): Promise<string> {
  const page = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, ...PAGE)));
  const text = /```yaml\n([^]*?)```/.exec(page)?.[1] ?? '';
  return text.replace(DESIGNS, folder);
}

const PATH = ['.github', 'workflows', 'netsplit.yml'];

/** A workflow of GitHub that checks the designs of the folder at each pull request; one that is there is only shown. */
export const addCiWorkflow: Command = {
  id: 'netsplit.addCiWorkflow',
  run: async ({ extensionUri }) => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    if (folder === undefined) {
      // With no folder there is no place for it: as a new file it can be copied.
      const content = await workflow(extensionUri, '.');
      await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content }));
      return;
    }
    const file = Uri.joinPath(folder, ...PATH);
    if (!(await exists(file))) {
      const designs = (await exists(Uri.joinPath(folder, 'designs'))) ? 'designs' : '.';
      await workspace.fs.writeFile(file, new TextEncoder().encode(await workflow(extensionUri, designs)));
      void window.showInformationMessage(
        l10n.t('{0} checks every design at each pull request: commit it.', PATH.join('/')),
      );
    }
    await window.showTextDocument(file);
  },
};

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
