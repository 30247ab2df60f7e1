import { currentDesign, type Command } from './command.js';

export const simulateAllPartitions: Command = {
  id: 'netsplit.simulateAllPartitions',
  run: async ({ panels, diagrams, timelines }, target) => {
    const document = currentDesign({ panels, diagrams, timelines }, target);
    if (document !== undefined) await panels.show({ kind: 'all', uri: document.uri.toString() }, document);
  },
};
