import { visible, wrap } from '#core';
import { Command, CommanderError } from 'commander';
import { advise } from './commands/advise.js';
import { check } from './commands/check.js';
import { diagram } from './commands/diagram.js';
import { diff } from './commands/diff.js';
import { explain } from './commands/explain.js';
import { exportDesign } from './commands/export.js';
import { importDesign } from './commands/import.js';
import { observe } from './commands/observe.js';
import { play } from './commands/play.js';
import { report } from './commands/report.js';
import { fmt } from './commands/fmt.js';
import { lsp } from './commands/lsp.js';
import { md } from './commands/md.js';
import { mcp } from './commands/mcp.js';
import { simulate } from './commands/simulate.js';
import { timeline } from './commands/timeline.js';
import { withExamples } from './examples.js';
import { HOLDS, INTERNAL_ERROR, UNDECIDED } from './exitCode.js';
import { type Io, OptionsError, UsageError } from './io.js';
import { version } from './version.js';

/** A row each: what `netsplit --help` lists. */
const COMMANDS = [
  check,
  simulate,
  explain,
  advise,
  timeline,
  fmt,
  diff,
  diagram,
  report,
  play,
  md,
  exportDesign,
  observe,
  importDesign,
  lsp,
  mcp,
];

/** Runs the command line to its end; resolves with the exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code = HOLDS;
  const exit = (worse: number): void => {
    code = Math.max(code, worse);
  };
  const program = new Command('netsplit')
    .description('What every network partition does to a distributed design.')
    .version(version, '-V, --version', 'print the version')
    .option('--color', 'colours even if the output is not a terminal')
    .option('--no-color', 'no colours')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(folded(oneSentence(text, 'netsplit --help'), io)),
    });
  withExamples(program, [
    ['check shop.cap', 'what breaks, and what nobody decided'],
    ['simulate shop.cap', 'every operation under every likely fault'],
    ['explain shop.cap --operation pay', 'why one of them breaks, and how far it holds'],
  ]);
  for (const command of COMMANDS) command(program, io, exit);
  let help = 'netsplit --help';
  program.hook('preAction', (_, command) => {
    help = helpOf(command);
  });
  // Commands inherit how errors are shown only if they are told to.
  for (const command of program.commands)
    command
      .copyInheritedSettings(program)
      .configureOutput({
        outputError: (text, write) => write(folded(oneSentence(text, helpOf(command)), io)),
      })
      .option('--color', 'colours even if the output is not a terminal')
      .option('--no-color', 'no colours');
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? HOLDS : UNDECIDED;
    if (error instanceof OptionsError) {
      io.err(folded(oneSentence(`error: ${error.message}`, help), io));
      return UNDECIDED;
    }
    if (error instanceof UsageError) {
      io.err(folded(`netsplit: ${visible(error.message)}${error.message.endsWith('?') ? '' : '.'}\n`, io));
      return UNDECIDED;
    }
    io.err(
      'netsplit: this is a mistake of Netsplit itself, please report ' +
        `it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return INTERNAL_ERROR;
  }
}

/** "netsplit check --help" */
function helpOf(command: Command): string {
  return `netsplit ${command.name()} --help`;
}

/** A sentence in lines of the terminal's width; as one line where it goes elsewhere. */
function folded(text: string, { terminal }: Io): string {
  return `${wrap(text.trimEnd(), terminal?.columns ?? Number.POSITIVE_INFINITY).join('\n')}\n`;
}

/** `help`: the command line that says how it is written. */
function oneSentence(text: string, help: string): string {
  return `${text
    .trim()
    .replace(/^error: /, 'netsplit: ')
    .split('\n')
    .map(visible)
    .join(' ')
    .replace(/\.?$/, `; see ${help}.`)}\n`;
}
