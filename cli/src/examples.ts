import type { Command } from 'commander';

/** Command lines below the help of a command, each with what it is for. */
export type Examples = readonly (readonly [line: string, what: string])[];

/** Each with its purpose above it: beside it, both would be too wide for a terminal. */
export function withExamples(command: Command, examples: Examples): Command {
  const lines = examples.map(([line, what]) => `  # ${what}\n  netsplit ${line}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
