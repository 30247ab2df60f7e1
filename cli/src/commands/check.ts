import { analyze, checkJson, visible, wrap, type Analysis, type CheckJson, type Diagnostic, type Span } from '#core';
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
  readonly all?: boolean;
  readonly quiet?: boolean;
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

function checkText(io: Io, files: readonly Checked[], summary: CheckJson['summary'], options: Options): string {
  const style = styleOf(io, options.color);
  const columns = io.terminal?.columns;
  const isShown = shownBy(options);
  const blocks = files.flatMap(({ file, nameOf, resolved, diagnostics }) => {
    const { sources } = resolved;
    const nameAt = (span: Span): string => (sources.isOwn(span) ? file : nameOf(sources.fileAt(span.start).path));
    return diagnostics.filter(isShown).map((diagnostic) => {
      const notes = options.all === true || diagnostic.severity === 'error';
      return `${diagnosticText(nameAt, sources, diagnostic, { style, columns, notes })}\n`;
    });
  });
  const [first = '', ...rest] = summaryLines(summary, options).map((line) =>
    wrap(line, columns ?? Number.POSITIVE_INFINITY).join('\n'),
  );
  return `${[...blocks, [style.bold(first), ...rest].join('\n')].join('\n')}\n`;
}

/** Which diagnostics are printed: without an option, what is wrong and what nobody decided. */
function shownBy({ all, quiet }: Options): (diagnostic: Diagnostic) => boolean {
  if (all === true) return () => true;
  if (quiet === true)
    return ({ severity, code }) =>
      severity === 'error' || code === 'expectation-not-known' || code === 'expectation-not-judged';
  return ({ severity }) => severity === 'error' || severity === 'warning';
}

/**
 * "2 files: 7 expectations hold, 1 fails; 1 error, 4 warnings.", what one fault does to the operations, and how much is
 * not printed. The numbers are those of the JSON.
 */
function summaryLines(summary: CheckJson['summary'], { all, quiet }: Options): readonly string[] {
  const { files, errors, warnings, information, hints } = summary;
  const counted = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const first = `${count(files, 'file')}: ${expectationsText(summary)}; ${counted}.`;
  if (quiet === true) return [first];
  const left = information + hints;
  return [
    first,
    ...operationsText(summary),
    ...(all === true || left === 0
      ? []
      : [`${left} ${left === 1 ? 'note is' : 'notes are'} left out: --all prints them.`]),
  ];
}

function expectationsText({ expectations: { holds, fails, notKnown, notJudged } }: CheckJson['summary']): string {
  const all = holds + fails + notKnown + notJudged;
  if (all === 0) return 'no expectations';
  const verb = holds === 1 ? 'holds' : 'hold';
  return [
    notJudged > 0
      ? `${holds} of ${count(all, 'expectation')} ${verb}`
      : `${holds === all ? 'all ' : ''}${count(holds, 'expectation')} ${verb}`,
    ...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}`] : []),
    ...(notKnown > 0 ? [`${notKnown} not known`] : []),
    ...(notJudged > 0 ? [`${notJudged} not judged`] : []),
  ].join(', ');
}

/** "5 of 8 operations hold under any one fault; 3 break: 2 decided, 1 undecided." */
function operationsText({ operations: { holds, decided, undecided, notKnown } }: CheckJson['summary']): string[] {
  const broken = decided + undecided;
  const all = holds + broken + notKnown;
  if (all === 0) return [];
  const parts = [...(decided > 0 ? [`${decided} decided`] : []), ...(undecided > 0 ? [`${undecided} undecided`] : [])];
  return [
    `${holds} of ${all} operations ${holds === 1 ? 'holds' : 'hold'} under any one fault` +
      `${broken > 0 ? `; ${broken} ${broken === 1 ? 'breaks' : 'break'}: ${parts.join(', ')}` : ''}` +
      `${notKnown > 0 ? `; ${notKnown} not known` : ''}.`,
  ];
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
