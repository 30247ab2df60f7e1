import { applyEdits, format, visible } from '#core';
import type { Command } from 'commander';
import { FAILS } from '../exitCode.js';
import { inputNames, readBytes } from '../input.js';
import { type Io, STDIN, UsageError } from '../io.js';
import { withExamples } from '../examples.js';
import { write } from '../output.js';

interface Options {
  readonly check?: true;
}

export function fmt(program: Command, io: Io, exit: (code: number) => void): void {
  const formatting = program
    .command('fmt')
    .summary('give designs their one layout')
    .description(
      'Gives designs their one layout, in place, and names the files that were changed. Statements with a ' +
        'mistake stay as they are.',
    )
    .argument(
      '<file...>',
      'files, folders, or patterns such as "designs/**/*.cap"; - formats standard input to standard output',
    )
    .option('--check', 'change nothing: name the files that have another layout, and exit with 1 if there are any')
    .action(async (args: string[], { check }: Options) => {
      for (const name of await inputNames(io, args)) {
        const bytes = await readBytes(io, name);
        const text = decode(name, bytes);
        const formatted = applyEdits(text, format(text));
        if (check === true) {
          if (formatted === text) continue;
          io.out(`${visible(name === STDIN ? '<stdin>' : name)}\n`);
          exit(FAILS);
        } else if (name === STDIN) {
          io.out(formatted);
        } else if (formatted !== text) {
          await write(io, name, formatted, bytes);
          io.out(`${visible(name)}\n`);
        }
      }
    });
  withExamples(formatting, [
    ['fmt shop.cap', 'one design, in place'],
    ['fmt designs --check', 'is every design of a folder laid out? 1 if not'],
    ['fmt -', 'standard input to standard output'],
  ]);
}

/** A byte order mark stays in the text, and what is not UTF-8 is refused: written back, it would not be what it was. */
function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is not UTF-8 text, so it is left as it is`);
  }
}
