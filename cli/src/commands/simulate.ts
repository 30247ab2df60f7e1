import { simulationReport } from '#core';
import type { Command } from 'commander';
import { analyseOne, findName, formatOption, printReport, warnOfErrors, type ReportOptions } from '../report.js';
import type { Io } from '../io.js';

interface Options extends ReportOptions {
  readonly under: string;
}

export function simulate(program: Command, io: Io, exit: (code: number) => void): void {
  program
    .command('simulate')
    .summary('what every operation does under one of the partitions that a design names')
    .description('Says what every operation does, from every client, under one of the partitions that the file names.')
    .argument('<file>', 'a design; - is standard input')
    .requiredOption('--under <partition>', 'the name of a partition')
    .addOption(formatOption())
    .action(async (file: string, options: Options, command: Command) => {
      const analysed = await analyseOne(io, file);
      const { model } = analysed.resolved;
      const partition = findName(model.partitions.map(({ name }) => name), options.under, 'partition', analysed.name);
      const report = simulationReport(analysed.resolved, { links: [], directions: [], stopped: [], zones: [], partition });
      printReport(io, report, command.optsWithGlobals<Options>());
      warnOfErrors(io, analysed, exit);
    });
}
