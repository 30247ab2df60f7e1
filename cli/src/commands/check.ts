import { analyze, checkJson, visible, type Analysis, type Span } from '#core';
import { Option, type Command } from 'commander';
import { diagnosticText } from '../codeFrame.js';
import { exitCodeOf } from '../exitCode.js';
import { readInputs, type Input } from '../input.js';
import { withExamples } from '../examples.js';
import type { Io } from '../io.js';
import { jsonText } from '../jsonText.js';
import { progressOf } from '../progress.js';
import { styleOf } from '../terminal.js';
import { version } from '../version.js';

interface Options {
  readonly format: 'text' | 'json';
  readonly color?: boolean;
  readonly lastWrites: boolean;
}

interface Checked extends Analysis {
  readonly file: string;
  readonly nameOf: (path: string) => string;
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
      const { color } = command.optsWithGlobals<Options>();
      io.out(options.format === 'json' ? jsonText(checkJson(files, version, code)) : checkText(io, files, color));
    });
  withExamples(checking, [
    ['check shop.cap', 'one design'],
    ['check designs', 'every .cap file below a folder, as a gate in CI'],
    ['check shop.cap --format json', 'for a program'],
  ]);
}

function checkInput(io: Io, { name, text, place }: Input, { lastWrites }: Options): Checked {
  const progress = progressOf(io, visible(name));
  const analysis = analyze(text, { lastWrites }, place, progress.watch);
  progress.end();
  return { file: name, nameOf: place.nameOf, ...analysis };
}

function checkText(io: Io, files: readonly Checked[], color: boolean | undefined): string {
  const style = styleOf(io, color);
  const blocks = files.flatMap(({ file, nameOf, resolved, diagnostics }) => {
    const { sources } = resolved;
    const nameAt = (span: Span): string => (sources.isOwn(span) ? file : nameOf(sources.fileAt(span.start).path));
    return diagnostics.map((diagnostic) => `${diagnosticText(nameAt, sources, diagnostic, style)}\n`);
  });
  return `${[...blocks, style.bold(summary(files))].join('\n')}\n`;
}

/** "2 files: 7 expectations hold, 1 fails; 1 error, 4 warnings." */
function summary(files: readonly Checked[]): string {
  const statuses = files.flatMap(({ results }) => results.expectations.map(({ status }) => status));
  const fails = statuses.filter((status) => status === 'fails').length;
  const undecided = statuses.filter((status) => status === 'not known').length;
  const holds = statuses.length - fails - undecided;
  const unjudged = files.reduce(
    (sum, { resolved }) => sum + resolved.unjudged.filter(({ kind }) => kind === 'expectation').length,
    0,
  );
  const all = statuses.length + unjudged;
  const expectations =
    all === 0
      ? 'no expectations'
      : [
          unjudged > 0
            ? `${holds} of ${count(all, 'expectation')} ${holds === 1 ? 'holds' : 'hold'}`
            : `${holds === all ? 'all ' : ''}${count(holds, 'expectation')} ${holds === 1 ? 'holds' : 'hold'}`,
          ...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}`] : []),
          ...(undecided > 0 ? [`${undecided} not known`] : []),
          ...(unjudged > 0 ? [`${unjudged} not judged`] : []),
        ].join(', ');
  const diagnostics = files.flatMap((file) => file.diagnostics);
  // A failing expectation was counted as one already.
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== 'expectation-fails',
  ).length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  return `${count(files.length, 'file')}: ${expectations}; ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
