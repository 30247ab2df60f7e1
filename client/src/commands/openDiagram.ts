import { currentDesign, type Command } from './command.js';

export const openDiagram: Command = {
  id: 'netsplit.openDiagram',
  run: ({ panels, diagrams }) => {
    const document = currentDesign(panels, diagrams);
    if (document !== undefined) diagrams.show(document);
    return Promise.resolve();
  },
};
