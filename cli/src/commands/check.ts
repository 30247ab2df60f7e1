import { analyze, checkJson, visible } from '#core';
import { Option, type Command } from 'commander';
import { type Checked, checkText } from '../checkText.js';
import { exitCodeOf } from '../exitCode.js';
import { readInputs, type Input } from '../input.js';
import { withExamples } from '../examples.js';
import type { Io } from '../io.js';
import { jsonText } from '../jsonText.js';
import { progressOf } from '../progress.js';
import { version } from '../version.js';

interface Options {
  readonly format: 'text' | 'json';
  readonly color?: boolean;
  readonly lastWrites: boolean;
  readonly all?: boolean;
  readonly quiet?: boolean;
}

export function check(program: Command, io: Io, exit: (code: number) => void): void {
  const checking = program
    .command('check')
    .summary('check designs: their mistakes, what breaks, and whether their expectations hold')
    .description(
      'Checks designs. Exit code 0: all expectations hold; 1: one fails, or a need is impossible; 2: one is ' +
        'undecided, or a file has errors.',
    )
    .argument('<file...>', 'files, folders, or patterns such as "designs/**/*.cap"; - is standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(new Option('--all', 'with what was decided, rare faults, and the places that belong to each'))
    .addOption(new Option('--quiet', 'only what makes the exit code another than 0').conflicts('all'))
    .addOption(
      new Option(
        '--no-last-writes',
        'leave out writes acknowledged just before the break, as models do that begin with it',
      ),
    )
    .action(async (args: string[], options: Options, command: Command) => {
      const inputs = await readInputs(io, args);
      const files = inputs.map((input) => checkInput(io, input, options));
      const code = exitCodeOf(files);
      exit(code);
      const json = checkJson(files, version, code);
      io.out(
        options.format === 'json' ? jsonText(json) : checkText(io, files, json.summary, command.optsWithGlobals()),
      );
    });
  withExamples(checking, [
    ['check shop.cap', 'one design'],
    ['check designs --quiet', 'every .cap file below a folder, as a gate in CI'],
    ['check shop.cap --format json', 'for a program'],
  ]);
}

function checkInput(io: Io, { name, text, place }: Input, { lastWrites }: Options): Checked {
  const progress = progressOf(io, visible(name));
  const analysis = analyze(text, { lastWrites }, place, progress.watch);
  progress.end();
  return { file: name, nameOf: place.nameOf, ...analysis };
}
