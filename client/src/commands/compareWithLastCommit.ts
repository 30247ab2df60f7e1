import { extensions, l10n, type Uri, window } from 'vscode';
import { nameOf } from '../capDocument.js';
import { currentDesign, type Command } from './command.js';

/** The part of the interface of VS Code's own Git extension that is needed here (its `git.d.ts`, version 1). */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: Uri): { show(ref: string, path: string): Promise<string> } | null };
}

export const compareWithLastCommit: Command = {
  id: 'netsplit.compareWithLastCommit',
  run: async (context, target) => {
    const { panels } = context;
    const document = await currentDesign(context, target);
    const git = extensions.getExtension<GitExtension>('vscode.git');
    if (git === undefined) {
      void window.showInformationMessage(
        l10n.t('The last commit is not known: enable the Git extension, or use “Netsplit: Compare with Saved File”.'),
      );
      return;
    }
    const repository = (await git.activate()).getAPI(1).getRepository(document.uri);
    if (repository === null) {
      void window.showInformationMessage(
        l10n.t('{0} is in no Git repository that is open here, so there is no last commit of it.', nameOf(document)),
      );
      return;
    }
    let text: string;
    try {
      text = await repository.show('HEAD', document.uri.fsPath);
    } catch {
      void window.showInformationMessage(
        l10n.t('The last commit does not have {0}: commit it first, then change it.', nameOf(document)),
      );
      return;
    }
    await panels.show(
      {
        kind: 'compare',
        uri: document.uri.toString(),
        before: { name: l10n.t('{0} at the last commit', nameOf(document)), text },
      },
      document,
    );
  },
};
