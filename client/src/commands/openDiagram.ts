import { currentDesign, type Command } from './command.js';

export const openDiagram: Command = {
  id: 'netsplit.openDiagram',
  run: async (context, target) => {
    const { diagrams } = context;
    const document = await currentDesign(context, target);
    diagrams.show(document);
  },
};
