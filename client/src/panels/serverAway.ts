import { l10n } from 'vscode';

/** While the server is not there, a panel of any kind says this. */
export function serverAway(): string {
  return l10n.t('Waiting for the language server. If it does not come back, run “Netsplit: Restart Language Server”.');
}
