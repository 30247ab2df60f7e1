import {
  drawTimeline,
  HEALTHY,
  printMarkdown,
  printSvg,
  printText,
  timeline as runOf,
  timelineCandidates,
  timelineReport,
  TIMELINE_STYLE,
  VERDICTS,
  type Model,
  type Timeline,
  type VerdictQuestion,
} from '#core';
import { Option, type Command } from 'commander';
import { withExamples } from '../examples.js';
import { type Io, UsageError } from '../io.js';
import { outOption } from '../output.js';
import { baseName, emitPicture, openOption } from '../picture.js';
import { analyseOne, findJudged, findName, warnOfErrors, type Analysed } from '../report.js';

interface Options {
  readonly operation: string;
  readonly from?: string;
  readonly under?: string;
  readonly verdict?: string;
  readonly format: keyof typeof PRINTERS;
  readonly out?: string;
  readonly open?: true;
}

type Given = Omit<Options, 'operation'> & Partial<Pick<Options, 'operation'>>;

const PRINTERS = {
  svg: (model: Model, one: Timeline): string => printSvg(drawTimeline(model, one), TIMELINE_STYLE),
  text: (model: Model, one: Timeline): string => printText(timelineReport(model, one)),
  markdown: (model: Model, one: Timeline): string => printMarkdown(timelineReport(model, one)),
};

export function timeline(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('timeline')
    .summary('how a verdict comes about, step by step')
    .description(
      'Draws the shortest run in which an operation comes to its verdict: who sends what to whom, what is ' +
        'lost, who notices, and what the heal does.',
    )
    .argument('<file>', 'a design; - is standard input')
    .option('--operation <name>', 'the name of an operation')
    .option('--from <client>', 'one of its clients; without it, the one with the worst that was found')
    .option('--under <partition>', 'the name of a partition; without it, the smallest cause of the worst')
    .addOption(
      new Option('--verdict <verdict>', 'which of the things that can happen; without it, the worst').choices(VERDICTS),
    )
    .addOption(new Option('--format <format>', 'what to make').choices(Object.keys(PRINTERS)).default('svg'))
    .addOption(outOption())
    .addOption(openOption())
    .action(async (file: string, { operation, ...more }: Given) => {
      const analysed = await analyseOne(io, file);
      const { resolved } = analysed;
      if (operation === undefined)
        throw new UsageError(`name an operation with --operation: ${whatIsThere(resolved, analysed.name)}`);
      const options: Options = { operation, ...more };
      const run = runOf(resolved, subjectOf(analysed, options));
      await emitPicture(io, {
        text: PRINTERS[options.format](resolved.model, run),
        ending: options.format === 'svg' ? 'svg' : undefined,
        open: options.open === true,
        name: `${baseName(file)}-${options.operation}`.replace(/[^\p{L}\p{N}._-]+/gu, '-'),
        out: options.out,
        inputs: analysed.files,
      });
      warnOfErrors(io, analysed, exit);
    });
  withExamples(command, [
    ['timeline shop.cap --operation pay --open', 'the worst that can happen, as a picture'],
    ['timeline shop.cap --operation pay --from bob --under ocean --out pay.svg', 'one client, one partition'],
    ['timeline shop.cap --operation view --verdict stale --format text', 'another verdict, in words'],
  ]);
}

/** "shop.cap has pay, view" */
function whatIsThere({ model }: Analysed['resolved'], file: string): string {
  const names = model.operations.map(({ name }) => name);
  return names.length === 0 ? `${file} has none` : `${file} has ${names.join(', ')}`;
}

function subjectOf(analysed: Analysed, options: Options): VerdictQuestion {
  const candidates = candidatesOf(analysed, options);
  const { verdict } = options;
  const found = verdict === undefined ? candidates[0] : candidates.find(({ outcome }) => outcome.verdict === verdict);
  if (found !== undefined) return found;
  if (candidates.length === 0)
    throw new UsageError(`nothing was found that ${options.operation} could come to there: netsplit explain says more`);
  throw new UsageError(
    `${options.operation} can't be ${verdict ?? '?'} there: it can be ` +
      `${[...new Set(candidates.map(({ outcome }) => outcome.verdict))].join(', ')}`,
  );
}

/** All that is meant by the command line, worst first. */
function candidatesOf({ name, resolved, results }: Analysed, options: Options): VerdictQuestion[] {
  const { model } = resolved;
  const operation = findJudged(resolved, 'operation', options.operation, name);
  const clients = model.operations[operation]?.clients ?? [];
  const names = clients.map((client) => model.vertices[client]?.name ?? '?');
  const from =
    options.from === undefined
      ? clients
      : clients.slice(findName(names, options.from, `client of ${options.operation}`, name)).slice(0, 1);
  const partition = options.under === undefined ? undefined : findJudged(resolved, 'partition', options.under, name);
  const requests = from.map((client) => ({ operation, client }));
  return timelineCandidates(model, requests, partition === undefined ? undefined : { ...HEALTHY, partition }, results);
}
