import { window, workspace } from 'vscode';
import { nameOf } from '../capDocument.js';
import { currentDesign, type Command } from './command.js';

export const compareWithSaved: Command = {
  id: 'netsplit.compareWithSaved',
  run: async (context, target) => {
    const { panels } = context;
    const document = await currentDesign(context, target);
    if (document.isUntitled) {
      void window.showInformationMessage(
        `${nameOf(document)} has never been saved, so there is nothing to compare it with. Save it, then change it.`,
      );
      return;
    }
    const text = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
    await panels.show(
      { kind: 'compare', uri: document.uri.toString(), before: { name: `${nameOf(document)} as it was saved`, text } },
      document,
    );
  },
};
