import { HEALTHY, matrixReport, simulationJson, simulationReport } from '#core';
import type { Command } from 'commander';
import { withExamples } from '../examples.js';
import { type Io, OptionsError } from '../io.js';
import {
  analyseOne,
  findJudged,
  printReport,
  printVerdicts,
  traceOption,
  verdictsFormatOption,
  warnOfErrors,
  type ReportOptions,
  type VerdictsOptions,
} from '../report.js';
import { version } from '../version.js';

interface Options extends VerdictsOptions {
  readonly under?: string;
  readonly all?: boolean;
}

export function simulate(program: Command, io: Io, exit: (code: number) => void): void {
  const simulation = program
    .command('simulate')
    .summary('what every operation does under every fault, or under one partition')
    .description(
      'Says what every operation does, from every client: in a table of all faults that matter, or under one of the ' +
        'partitions that the file names.',
    )
    .argument('<file>', 'a design; - is standard input')
    .option('--under <partition>', 'the name of a partition; without it, every fault that matters')
    .option('--all', 'with rare faults, and the smallest cause of each verdict')
    .addOption(traceOption())
    .addOption(verdictsFormatOption())
    .action(async (file: string, options: Options, command: Command) => {
      const analysed = await analyseOne(io, file);
      const { resolved, results, name } = analysed;
      if (options.under === undefined) {
        if (options.format === 'json' || options.trace === true)
          throw new OptionsError('--trace and --format json are about one partition: name it after --under');
        const { format, color } = command.optsWithGlobals<ReportOptions>();
        printReport(io, matrixReport(resolved, results), {
          format,
          isBrief: options.all !== true,
          ...(color === undefined ? {} : { color }),
        });
        warnOfErrors(io, analysed, exit);
        return;
      }
      const partition = findJudged(resolved, 'partition', options.under, name);
      const cause = { ...HEALTHY, partition };
      const detail = options.trace === true ? 'traced' : 'plain';
      printVerdicts(
        io,
        () => simulationReport(resolved, cause, detail),
        () => simulationJson(resolved, cause, detail, { file: name, netsplit: version }),
        command.optsWithGlobals<Options>(),
      );
      warnOfErrors(io, analysed, exit);
    });
  withExamples(simulation, [
    ['simulate shop.cap', 'every operation under every fault that matters'],
    ['simulate shop.cap --under ocean', 'under one partition'],
    ['simulate shop.cap --under ocean --trace --format markdown', 'with how each verdict comes about'],
  ]);
}
