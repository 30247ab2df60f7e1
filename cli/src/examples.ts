import type { Command } from 'commander';

/** Command lines below the help of a command, each with what it is for. */
export type Examples = readonly (readonly [line: string, what: string])[];

export function withExamples(command: Command, examples: Examples): Command {
  const widest = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  netsplit ${line.padEnd(widest)}  # ${what}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
