import { l10n, window, workspace } from 'vscode';
import { nameOf } from '../capDocument.js';
import { currentDesign, type Command } from './command.js';

export const compareWithSaved: Command = {
  id: 'netsplit.compareWithSaved',
  run: async (context, target) => {
    const { panels } = context;
    const document = await currentDesign(context, target);
    if (document.isUntitled) {
      void window.showInformationMessage(
        l10n.t(
          '{0} has never been saved, so there is nothing to compare it with. Save it, then change it.',
          nameOf(document),
        ),
      );
      return;
    }
    const text = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
    await panels.show(
      {
        kind: 'compare',
        uri: document.uri.toString(),
        before: { name: l10n.t('{0} as it was saved', nameOf(document)), text },
      },
      document,
    );
  },
};
