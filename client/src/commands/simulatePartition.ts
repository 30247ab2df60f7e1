import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Choices, FaultRequest } from '#protocol';
import { withoutIcons } from '../withoutIcons.js';
import { currentDesign, type Command } from './command.js';

export const simulatePartition: Command = {
  id: 'netsplit.simulatePartition',
  run: async (context, target) => {
    const { panels, server } = context;
    const document = await currentDesign(context, target);
    const uri = document.uri.toString();
    const fault =
      target?.partition === undefined
        ? await pickFault(await server.choices(uri))
        : ({ kind: 'partition', name: target.partition } as const);
    if (fault !== undefined) await panels.show({ kind: 'partition', uri, fault }, document);
  },
};

const TITLE = l10n.t('Simulate Partition');

async function pickFault(choices: Choices): Promise<FaultRequest | undefined> {
  if (choices.links.length + choices.nodes.length === 0) {
    void window.showInformationMessage(
      l10n.t('This design has nothing that can break: declare at least two nodes first, such as “node a, b”.'),
    );
    return undefined;
  }
  // With nothing to choose from, one picks at once what breaks.
  if (choices.partitions.length === 0)
    return buildFault(choices, l10n.t('This file names no partition: pick the links and nodes that break'));
  const build: QuickPickItem & { readonly name?: string } = {
    label: `$(edit) ${l10n.t('Build one from links and nodes…')}`,
  };
  const named = choices.partitions.map(({ name, detail }) => ({
    label: withoutIcons(name),
    description: withoutIcons(detail),
    name,
  }));
  const picked = await window.showQuickPick([...named, { label: '', kind: QuickPickItemKind.Separator }, build], {
    title: TITLE,
    placeHolder: l10n.t('What breaks? The report shows what each operation does then'),
    matchOnDescription: true,
  });
  if (picked === build) return buildFault(choices, l10n.t('Pick the links and nodes that break'));
  return picked?.name === undefined ? undefined : { kind: 'partition', name: picked.name };
}

type FaultItem = QuickPickItem & { readonly link?: string; readonly node?: string };

async function buildFault({ links, nodes }: Choices, placeHolder: string): Promise<FaultRequest | undefined> {
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
    title: TITLE,
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
