import {
  adviceJson,
  advicePlot,
  adviceReport,
  advise as adviceOn,
  applyEdits,
  CHART_STYLE,
  parseDesignAt,
  printMarkdown,
  printSvg,
  printText,
  resolve,
  visible,
  type Advice,
  type AdviceRequest,
  type Resolved,
} from '#core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { withExamples } from '../examples.js';
import { readInput } from '../input.js';
import { type Io, UsageError } from '../io.js';
import { jsonText } from '../jsonText.js';
import { emit, outOption } from '../output.js';
import { filesOf } from '../place.js';
import { countsOf } from '../progress.js';
import { findJudged, warnOfErrors } from '../report.js';
import { columnsOf, styleOf } from '../terminal.js';
import { version } from '../version.js';

interface Options {
  readonly operation?: string;
  readonly replicas: number;
  readonly links: number;
  readonly latency?: NonNullable<AdviceRequest['latency']>;
  readonly apply?: number;
  readonly format: 'text' | 'json' | 'md' | 'svg';
  readonly out?: string;
  readonly color?: boolean;
}

export function advise(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('advise')
    .summary('what small changes of a design would give, and cost')
    .description(
      'Looks for designs near this one: other levels, R and W, numbers that acknowledge, leaders and places of ' +
        'replicas, one more replica, witness or link. Each is written into the text and analysed like any design. ' +
        'Lists those that no other one beats in answers, staleness, other harm, latency and cost, without those that ' +
        'break an expectation that holds today.',
    )
    .argument('<file>', 'a design; - is standard input')
    .option('--operation <name>', 'the operation that is to become better; without it, all of them')
    .addOption(
      new Option('--replicas <n>', 'how many replicas and witnesses may be added').argParser(numberOf).default(1),
    )
    .addOption(new Option('--links <n>', 'how many links may be added').argParser(numberOf).default(1))
    .addOption(
      new Option(
        '--latency <time>',
        'how long any client may wait on the healthy network: 40ms, or +40ms for that much more than today',
      ).argParser(latencyOf),
    )
    .addOption(new Option('--apply <n>', 'print the design with the changes of one of the list').argParser(numberOf))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'md', 'svg']).default('text'))
    .addOption(outOption())
    .action(async (file: string, _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { name, text, place } = await readInput(io, file);
      const resolved = resolve(parseDesignAt(place, text));
      const { operation, replicas, links, latency } = options;
      const advice = found(io, visible(name), resolved, {
        ...(operation === undefined ? {} : { operation: findJudged(resolved, 'operation', operation, name) }),
        replicas,
        links,
        ...(latency === undefined ? {} : { latency }),
      });
      const { out } = options;
      await emit(io, printed(io, { name, resolved, advice }, options), {
        out,
        inputs: filesOf(file, place, resolved),
      });
      warnOfErrors(io, { name, diagnostics: resolved.diagnostics }, exit);
    });
  withExamples(command, [
    ['advise shop.cap', 'what would help, for one replica and one link more'],
    ['advise shop.cap --operation pay --replicas 0 --latency +40ms', 'nothing more to run, at most 40 ms more'],
    ['advise shop.cap --apply 1 --out better.cap', 'the design with the changes of the first'],
  ]);
}

function found(io: Io, name: string, resolved: Resolved, request: AdviceRequest): Advice {
  const progress = countsOf(io, name, 'nearby designs looked at');
  for (const steps = adviceOn(resolved, request); ; ) {
    const next = steps.next();
    if (next.done === true) {
      progress.end();
      return next.value;
    }
    progress.watch(next.value);
  }
}

interface Advised {
  readonly name: string;
  readonly resolved: Resolved;
  readonly advice: Advice;
}

function printed(
  io: Io,
  { name, resolved, advice }: Advised,
  { apply, format, color, out }: Pick<Options, 'apply' | 'format' | 'color' | 'out'>,
): string {
  if (apply !== undefined) {
    const one = advice.front[apply - 1];
    if (one !== undefined) return applyEdits(resolved.text, one.edits);
    const { length } = advice.front;
    throw new UsageError(
      `there is no design ${apply} to apply: ${length === 0 ? 'none was found' : `the list has ${length}`}`,
    );
  }
  switch (format) {
    case 'json':
      return jsonText(adviceJson(resolved, advice, { file: name, netsplit: version }));
    case 'svg': {
      const plot = advicePlot(advice);
      if (plot !== undefined) return printSvg(plot, CHART_STYLE);
      throw new UsageError(`${name} has no picture of nearby designs: none that was looked at is better`);
    }
    case 'md':
      return printMarkdown(adviceReport(resolved, advice));
    case 'text':
      return printText(adviceReport(resolved, advice), {
        style: styleOf(io, out === undefined ? color : false),
        columns: columnsOf(io),
      });
  }
}

/** "2" or "+2". */
function numberOf(value: string): number {
  if (!/^\+?\d{1,2}$/.test(value)) throw new InvalidArgumentError('It is a whole number from 0 to 99, such as 1.');
  return Number(value);
}

const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };

function latencyOf(value: string): NonNullable<AdviceRequest['latency']> {
  const [, sign = '', number = '', unit = ''] = /^(\+?)(\d+(?:\.\d+)?)(us|ms|s)$/.exec(value) ?? [];
  const factor = UNITS[unit];
  if (factor === undefined) throw new InvalidArgumentError('It is a time such as 40ms, or +40ms for more than today.');
  return { ms: Number(number) * factor, isMore: sign === '+' };
}
