import { l10n } from 'vscode';
import { currentDesign, type Command } from './command.js';
import { pickFault } from './pickFault.js';

export const simulatePartition: Command = {
  id: 'netsplit.simulatePartition',
  run: async (context, target) => {
    const { panels, server } = context;
    const document = await currentDesign(context, target);
    const uri = document.uri.toString();
    const fault =
      target?.partition === undefined
        ? await pickFault(
            await server.choices(uri),
            l10n.t('Simulate Partition'),
            l10n.t('What breaks? The report shows what each operation does then'),
          )
        : ({ kind: 'partition', name: target.partition } as const);
    if (fault !== undefined) await panels.show({ kind: 'partition', uri, fault }, document);
  },
};
