import { l10n, type QuickPickItem, window } from 'vscode';
import { withoutIcons } from '../withoutIcons.js';
import { currentDesign, type Command } from './command.js';

export const advise: Command = {
  id: 'netsplit.advise',
  run: async (context, target) => {
    const { panels, server } = context;
    const document = await currentDesign(context, target);
    const uri = document.uri.toString();
    const about = await pickOperation((await server.choices(uri)).operations);
    const spent = about === undefined ? undefined : await pickBudget();
    if (about === undefined || spent === undefined) return;
    const { operation } = about;
    await panels.show({ kind: 'advise', uri, ...(operation === undefined ? {} : { operation }), ...spent }, document);
  },
};

const TITLE = l10n.t('Advise');

/** With one operation there is nothing to choose. */
async function pickOperation(names: readonly string[]): Promise<{ readonly operation?: string } | undefined> {
  if (names.length === 0) {
    void window.showInformationMessage(
      l10n.t('This design has no operation yet, so there is nothing to make better: write one first.'),
    );
    return undefined;
  }
  if (names.length === 1) return {};
  const all: QuickPickItem & { readonly operation?: string } = { label: l10n.t('All operations') };
  const items = names.map((operation) => ({ label: withoutIcons(operation), operation }));
  return window.showQuickPick([all, ...items], {
    title: TITLE,
    placeHolder: l10n.t('What is to become better? Nearby designs are tried, and the best of them listed'),
  });
}

async function pickBudget(): Promise<{ readonly replicas: number; readonly links: number } | undefined> {
  const items: (QuickPickItem & { readonly replicas: number; readonly links: number })[] = [
    { label: l10n.t('One replica and one link'), replicas: 1, links: 1 },
    { label: l10n.t('One replica'), replicas: 1, links: 0 },
    { label: l10n.t('One link'), replicas: 0, links: 1 },
    {
      label: l10n.t('Nothing'),
      description: l10n.t('what is there is moved and set'),
      replicas: 0,
      links: 0,
    },
    { label: l10n.t('Two replicas and two links'), replicas: 2, links: 2 },
  ];
  const picked = await window.showQuickPick(items, {
    title: TITLE,
    placeHolder: l10n.t('What may be added?'),
  });
  return picked === undefined ? undefined : { replicas: picked.replicas, links: picked.links };
}
