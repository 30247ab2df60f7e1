import {
  contradicts,
  HEALTHY,
  type Names,
  observationJson,
  observationReport,
  observeText,
  parseDesignAt,
  readNames,
  resolve,
} from '#core';
import { decode } from '#disk';
import { InvalidArgumentError, type Command } from 'commander';
import { withExamples } from '../examples.js';
import { FAILS } from '../exitCode.js';
import { readBytes, readInput } from '../input.js';
import { type Io, STDIN, UsageError } from '../io.js';
import { jsonText } from '../jsonText.js';
import { findJudged, printReport, verdictsFormatOption, type VerdictsOptions } from '../report.js';
import { version } from '../version.js';

interface Options extends VerdictsOptions {
  readonly under: string;
  readonly noticed?: number;
  readonly lag?: number;
  readonly names?: string;
}

export function observe(program: Command, io: Io, exit: (code: number) => void): void {
  const observing = program
    .command('observe')
    .summary('judge a recorded history: was anything seen that the design says can’t happen?')
    .description(
      'Judges a history that was recorded while the network was broken: JSON lines, or EDN as Jepsen writes it. Exit ' +
        'code 0: all that was seen can happen by the design; 1: something cannot.',
    )
    .argument('<design>', 'a design')
    .argument('<history>', 'a recording; - is standard input')
    .requiredOption('--under <partition>', 'the partition that the network had')
    .option('--noticed <ms>', 'how long it took until everybody noticed it; else what the stores say', milliseconds)
    .option('--lag <ms>', 'a write that is younger may be on its way to a read; 500 by default', milliseconds)
    .option('--names <file>', 'as JSON, what the recording calls operations, and the clients of its numbers')
    .addOption(verdictsFormatOption())
    .action(async (file: string, history: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { name, text, place } = await readInput(io, file);
      const resolved = resolve(parseDesignAt(place, text));
      if (resolved.diagnostics.some(({ severity }) => severity === 'error'))
        throw new UsageError(`${name} has errors, so nothing is judged by it: see netsplit check ${name}`);
      const { model } = resolved;
      const cause = { ...HEALTHY, partition: findJudged(resolved, 'partition', options.under, name) };
      const observed = observeText(model, cause, decode(await readBytes(io, history)), {
        ...(options.noticed === undefined ? {} : { noticedMs: options.noticed }),
        ...(options.lag === undefined ? {} : { lagMs: options.lag }),
        ...(options.names === undefined ? {} : { names: await namesOf(io, options.names) }),
      });
      const recording = history === STDIN ? '<stdin>' : history;
      if (observed.kind === 'mistakes')
        throw new UsageError(`${recording} can't be judged: ${observed.mistakes.join('; ')}`);
      const { observation } = observed;
      if (options.format === 'json')
        io.out(jsonText(observationJson(model, observation, { file: name, history: recording, netsplit: version })));
      else
        printReport(io, observationReport(resolved, observation), {
          format: options.format,
          ...(options.color === undefined ? {} : { color: options.color }),
        });
      if (contradicts(observation)) exit(FAILS);
    });
  withExamples(observing, [
    ['observe shop.cap history.jsonl --under ocean', 'what was seen beside what can happen'],
    ['observe shop.cap jepsen/history.edn --under ocean --names names.json', 'of a Jepsen test'],
    ['observe shop.cap history.jsonl --under ocean --noticed 3000 --format json', 'for a program'],
  ]);
}

async function namesOf(io: Io, file: string): Promise<Names> {
  const read = readNames(decode(await readBytes(io, file)));
  if ('mistake' in read) throw new UsageError(`${file} has no names: ${read.mistake}`);
  return read.names;
}

function milliseconds(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a number of milliseconds.');
  return Number(text);
}
