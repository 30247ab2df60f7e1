import { currentDesign, type Command } from './command.js';

export const simulateAllPartitions: Command = {
  id: 'netsplit.simulateAllPartitions',
  run: async (context, target) => {
    const { panels } = context;
    const document = await currentDesign(context, target);
    await panels.show({ kind: 'all', uri: document.uri.toString() }, document);
  },
};
