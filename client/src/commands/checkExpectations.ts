import { currentDesign, type Command } from './command.js';

export const checkExpectations: Command = {
  id: 'netsplit.checkExpectations',
  run: async ({ panels, diagrams, timelines }, target) => {
    const document = currentDesign({ panels, diagrams, timelines }, target);
    if (document !== undefined) await panels.show({ kind: 'expectations', uri: document.uri.toString() }, document);
  },
};
