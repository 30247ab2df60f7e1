import type { Command } from 'commander';
import type { Io } from '../io.js';

export function mcp(program: Command, io: Io): void {
  program
    .command('mcp')
    .summary('tools for agents, over the Model Context Protocol')
    .description(
      'Offers the analysis to agents on standard input and output until the input ends: checks, simulations, ' +
        'explanations, comparisons, fixes that were tried, layout, presets and drafts. It reads designs below the ' +
        'working directory, and writes nothing.',
    )
    .action(() => io.serve('mcp'));
}
