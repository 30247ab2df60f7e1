import { HEALTHY, simulationJson, simulationReport } from '#core';
import type { Command } from 'commander';
import type { Io } from '../io.js';
import {
  analyseOne,
  findJudged,
  printVerdicts,
  traceOption,
  verdictsFormatOption,
  warnOfErrors,
  type VerdictsOptions,
} from '../report.js';
import { version } from '../version.js';

interface Options extends VerdictsOptions {
  readonly under: string;
}

export function simulate(program: Command, io: Io, exit: (code: number) => void): void {
  program
    .command('simulate')
    .summary('what every operation does under one of the partitions that a design names')
    .description('Says what every operation does, from every client, under one of the partitions that the file names.')
    .argument('<file>', 'a design; - is standard input')
    .requiredOption('--under <partition>', 'the name of a partition')
    .addOption(traceOption())
    .addOption(verdictsFormatOption())
    .action(async (file: string, options: Options, command: Command) => {
      const analysed = await analyseOne(io, file);
      const { resolved, name } = analysed;
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
}
