import {
  annotations,
  changesOf,
  diffJson,
  diffReport,
  printMarkdown,
  printText,
  visible,
  type Annotation,
  type Report,
  type VerdictChange,
} from '#core';
import { Option, type Command } from 'commander';
import { FAILS, HOLDS, UNDECIDED } from '../exitCode.js';
import { withExamples } from '../examples.js';
import { type Io, OptionsError } from '../io.js';
import { jsonText } from '../jsonText.js';
import { emit, outOption } from '../output.js';
import { analyseOne, printReport, warnOfErrors } from '../report.js';
import { type SinceRevision, sinceRevision } from '../revisions.js';
import { columnsOf, styleOf } from '../terminal.js';
import { version } from '../version.js';

interface Options {
  readonly base?: string;
  readonly format: 'text' | 'markdown' | 'json' | 'github';
  readonly out?: string;
  readonly color?: boolean;
}

export function diff(program: Command, io: Io, exit: (code: number) => void): void {
  const comparison = program
    .command('diff')
    .summary('which verdicts are better or worse in a newer design, or since a revision')
    .description(
      'Compares two designs by the names of their operations and clients; or, with --base, all designs below some ' +
        'paths with what they were at a revision of Git. Exit code 0: nothing that one likely fault does is worse; ' +
        '1: something is, and it is neither accepted nor expected; 2: a file has errors.',
    )
    .argument('[paths...]', 'an older design and a newer one (- is standard input); with --base, files and folders')
    .option('--base <revision>', 'compare with this revision: a branch, a tag or a commit')
    .addOption(
      new Option('--format <format>', 'what to print; json and github need --base')
        .choices(['text', 'markdown', 'json', 'github'])
        .default('text'),
    )
    .addOption(outOption())
    .action(async (paths: string[], _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      if (options.base === undefined) await twoFiles(io, paths, options, exit);
      else exit(await sinceBase(io, options.base, paths, options));
    });
  withExamples(comparison, [
    ['diff before.cap after.cap', 'what got better, and what worse'],
    ['diff --base main designs', 'what a branch changed, as a gate in CI'],
    ['diff - shop.cap', 'with the older design on standard input'],
  ]);
}

async function twoFiles(
  io: Io,
  paths: readonly string[],
  { format, out, color }: Options,
  exit: (code: number) => void,
): Promise<void> {
  const [oldFile, newFile, ...others] = paths;
  if (oldFile === undefined || newFile === undefined || others.length > 0)
    throw new OptionsError('diff takes two designs, an older and a newer one, or --base with a revision');
  if (format === 'json' || format === 'github') throw new OptionsError(`--format ${format} needs --base`);
  if (out !== undefined) throw new OptionsError('--out needs --base');
  const before = await analyseOne(io, oldFile);
  const after = await analyseOne(io, newFile);
  const { report, counts } = diffReport(before, after);
  if (counts.undecided > 0) exit(FAILS);
  printReport(io, report, { format, ...(color === undefined ? {} : { color }) });
  warnOfErrors(io, before, exit);
  warnOfErrors(io, after, exit);
}

/** Resolves with the exit code. */
async function sinceBase(
  io: Io,
  base: string,
  paths: readonly string[],
  { format, out, color }: Options,
): Promise<number> {
  const since = await sinceRevision(io, base, paths.length === 0 ? ['.'] : paths);
  const undecided = changesSince(since).filter(({ isUndecided }) => isUndecided).length;
  const style = out === undefined ? styleOf(io, color) : styleOf(io, false);
  const printed = {
    text: () => reportsOf(since, base, undecided).map((one) => printText(one, { style, columns: columnsOf(io) })),
    markdown: () => reportsOf(since, base, undecided).map(printMarkdown),
    json: () => [jsonText(diffJson(since.designs, base, version))],
    github: () => worseLines(since, base),
  }[format]();
  const inputs = since.designs.flatMap(({ after }) => (after === undefined ? [] : [after.name]));
  await emit(io, printed.join(format === 'github' ? '' : '\n'), { out, inputs });
  for (const name of since.broken)
    io.err(`netsplit: ${visible(name)} has errors, so this is about a part of it only: see netsplit check.\n`);
  if (since.broken.length > 0) return UNDECIDED;
  return undecided > 0 ? FAILS : HOLDS;
}

function changesSince({ designs }: SinceRevision): readonly VerdictChange[] {
  return designs.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : changesOf(before, after),
  );
}

/** What became of the designs, then each that has changed. */
function reportsOf({ designs, unchanged }: SinceRevision, base: string, undecided: number): readonly Report[] {
  const lines = designs.map(({ before, after }) => {
    if (after === undefined) return `Removed: ${before?.name ?? ''}.`;
    if (before === undefined) return `Added: ${after.name}.`;
    return before.name === after.name
      ? `Changed: ${after.name}.`
      : `Renamed and changed: ${before.name} is ${after.name}.`;
  });
  const verdicts =
    undecided === 0
      ? 'No change for the worse that is not accepted or expected.'
      : `${undecided} ${undecided === 1 ? 'change' : 'changes'} for the worse, neither accepted nor expected.`;
  const overview: Report = {
    title: `Designs since ${base}`,
    summary: `${verdicts} ${designs.length} changed, added or removed, ${unchanged} unchanged.`,
    sections: lines.length === 0 ? [] : [{ paragraphs: lines }],
    bound: '',
  };
  const changed = designs.flatMap(({ before, after }) =>
    before === undefined || after === undefined
      ? []
      : [diffReport({ ...before, name: `${before.name} at ${base}` }, after).report],
  );
  return [overview, ...changed];
}

/** What got worse, beside the lines of the newer designs: an error where nobody decided it. */
function worseLines({ designs }: SinceRevision, base: string): readonly string[] {
  const worse = diffJson(designs, base, version).designs.flatMap(({ file, changes }) =>
    changes.flatMap((change) => (change.change === 'worse' && file !== null ? [{ file, ...change }] : [])),
  );
  return (['error', 'notice'] as const).flatMap((kind) =>
    annotations(
      kind,
      worse
        .filter(({ undecided }) => undecided === (kind === 'error'))
        .flatMap(({ file, range, subject, client, under, before, now }): Annotation[] => {
          const whose = client === null ? '' : ` from ${client}, ${under ?? ''}`;
          const text = `${subject}${whose}: ${before} → ${now}`;
          const all = `netsplit diff --base ${base} ${file}`;
          return range === null ? [] : [{ file, range, title: `worse since ${base}`, text, all }];
        }),
    ),
  );
}
