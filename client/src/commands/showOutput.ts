import type { Command } from './command.js';

export const showOutput: Command = {
  id: 'netsplit.showOutput',
  run: async ({ output }) => output.show(true),
};
