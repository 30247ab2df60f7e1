import type { Command } from 'commander';
import type { Io } from '../io.js';

export function lsp(program: Command, io: Io): void {
  program
    .command('lsp')
    .summary('the language server, for any editor that speaks the protocol')
    .description(
      'Runs the language server on standard input and output until the editor ends it. docs/other-editors.md ' +
        'has settings for some editors.',
    )
    .option('--stdio', 'many editors pass this; it changes nothing')
    .action(() => io.serve('lsp'));
}
