import { currentDesign, type Command } from './command.js';

export const checkExpectations: Command = {
  id: 'netsplit.checkExpectations',
  run: async (context, target) => {
    const { panels } = context;
    const document = await currentDesign(context, target);
    await panels.show({ kind: 'expectations', uri: document.uri.toString() }, document);
  },
};
