import { l10n, window } from 'vscode';
import type { Command } from './command.js';

export const restartLanguageServer: Command = {
  id: 'netsplit.restartLanguageServer',
  run: async ({ server }) => {
    if (await server.restart()) window.setStatusBarMessage(l10n.t('Netsplit: the language server runs again.'), 5000);
  },
};
