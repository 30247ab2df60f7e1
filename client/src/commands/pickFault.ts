import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Choices, FaultRequest } from '#protocol';
import { withoutIcons } from '../withoutIcons.js';

/** A named partition, or links and nodes. `title`: of the command; `ask`: what is picked, and what for. */
export async function pickFault(choices: Choices, title: string, ask: string): Promise<FaultRequest | undefined> {
  if (choices.links.length + choices.nodes.length === 0) {
    void window.showInformationMessage(
      l10n.t('This design has nothing that can break: declare at least two nodes first, such as “node a, b”.'),
    );
    return undefined;
  }
  // With nothing to choose from, one picks at once what breaks.
  if (choices.partitions.length === 0)
    return buildFault(choices, title, l10n.t('This file names no partition: pick the links and nodes that break'));
  const build: QuickPickItem & { readonly name?: string } = {
    label: `$(edit) ${l10n.t('Build one from links and nodes…')}`,
  };
  const named = choices.partitions.map(({ name, detail }) => ({
    label: withoutIcons(name),
    description: withoutIcons(detail),
    name,
  }));
  const picked = await window.showQuickPick([...named, { label: '', kind: QuickPickItemKind.Separator }, build], {
    title,
    placeHolder: ask,
    matchOnDescription: true,
  });
  if (picked === build) return buildFault(choices, title, l10n.t('Pick the links and nodes that break'));
  return picked?.name === undefined ? undefined : { kind: 'partition', name: picked.name };
}

type FaultItem = QuickPickItem & { readonly link?: string; readonly node?: string };

async function buildFault(
  { links, nodes }: Choices,
  title: string,
  placeHolder: string,
): Promise<FaultRequest | undefined> {
  const items: FaultItem[] = [
    { label: l10n.t('Links to cut'), kind: QuickPickItemKind.Separator },
    ...links.map(({ id, label, detail }) => ({
      label: withoutIcons(label),
      description: withoutIcons(detail),
      link: id,
    })),
    { label: l10n.t('Nodes to stop'), kind: QuickPickItemKind.Separator },
    ...nodes.map(({ name, detail }) => ({ label: withoutIcons(name), description: withoutIcons(detail), node: name })),
  ];
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder,
    canPickMany: true,
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  if (picked.length === 0) {
    void window.showInformationMessage(
      l10n.t('Nothing was picked: mark a link or a node. “Netsplit: Simulate All Partitions” has the healthy network.'),
    );
    return undefined;
  }
  return {
    kind: 'custom',
    links: picked.flatMap(({ link }) => link ?? []),
    nodes: picked.flatMap(({ node }) => node ?? []),
  };
}
