import { currentDesign, type Command } from './command.js';

export const openDiagram: Command = {
  id: 'netsplit.openDiagram',
  run: ({ panels, diagrams, timelines }, target) => {
    const document = currentDesign({ panels, diagrams, timelines }, target);
    if (document !== undefined) diagrams.show(document);
    return Promise.resolve();
  },
};
