import { analyze, CHECK_FORMATS, checkJson, summaryJson, visible } from '#core';
import { Option, type Command } from 'commander';
import { type Checked, checkText, shownBy } from '../checkText.js';
import { exitCodeOf } from '../exitCode.js';
import { type Input, inputNames, readInput } from '../input.js';
import { withExamples } from '../examples.js';
import type { Io } from '../io.js';
import { jsonText } from '../jsonText.js';
import { emit } from '../output.js';
import { outputOptions } from '../outputs.js';
import { filesOf } from '../place.js';
import { progressOf } from '../progress.js';
import { version } from '../version.js';

interface Options {
  readonly color?: boolean;
  readonly lastWrites: boolean;
  readonly all?: boolean;
  readonly quiet?: boolean;
}

export function check(program: Command, io: Io, exit: (code: number) => void): void {
  const { options: outputs, outputs: wanted } = outputOptions(
    ['text', 'json', ...CHECK_FORMATS.map(({ name }) => name)],
    'text',
  );
  const checking = program
    .command('check')
    .summary('check designs: their mistakes, what breaks, and whether their expectations hold')
    .description(
      'Checks designs. Exit code 0: all expectations hold; 1: one fails, or a need is impossible; 2: one is ' +
        'undecided, or a file has errors.',
    )
    .argument('<file...>', 'files, folders, or patterns such as "designs/**/*.cap"; - is standard input')
    .addOption(new Option('--all', 'with what was decided, rare faults, and the places that belong to each'))
    .addOption(new Option('--quiet', 'only what makes the exit code another than 0').conflicts('all'))
    .addOption(
      new Option(
        '--no-last-writes',
        'leave out writes acknowledged just before the break, as models do that begin with it',
      ),
    )
    .action(async (args: string[], _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const written = wanted();
      const names = await inputNames(io, args);
      const inputs: Input[] = [];
      for (const name of names) inputs.push(await readInput(io, name));
      const files = inputs.map((input) => checkInput(io, input, options));
      const code = exitCodeOf(files);
      exit(code);
      // The labels of large operations take seconds, and the text has none.
      const jsonOf = once(() => checkJson(files, version, code));
      const texts = written.map(({ format }) =>
        format === 'json'
          ? jsonText(jsonOf())
          : (CHECK_FORMATS.find(({ name }) => name === format)?.print({
              files,
              json: jsonOf(),
              isShown: shownBy(options),
            }) ?? checkText(io, files, summaryJson(files, code), options)),
      );
      const read = inputs.flatMap(({ place }, i) =>
        filesOf(names[i] ?? '', place, files[i]?.resolved ?? { reads: new Map() }),
      );
      for (const [i, { out }] of written.entries()) await emit(io, texts[i] ?? '', { out, inputs: read });
    });
  for (const option of outputs) checking.addOption(option);
  withExamples(checking, [
    ['check shop.cap', 'one design'],
    ['check designs --quiet', 'every .cap file below a folder, as a gate in CI'],
    ['check designs --format github --format sarif --out netsplit.sarif', 'annotations, and a file for code scanning'],
  ]);
}

function checkInput(io: Io, { name, text, place }: Input, { lastWrites }: Options): Checked {
  const progress = progressOf(io, visible(name));
  const analysis = analyze(text, { lastWrites }, place, progress.watch);
  progress.end();
  return { file: name, nameOf: place.nameOf, ...analysis };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
