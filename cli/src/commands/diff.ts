import { diffReport } from '#core';
import type { Command } from 'commander';
import { FAILS } from '../exitCode.js';
import { withExamples } from '../examples.js';
import type { Io } from '../io.js';
import { analyseOne, formatOption, printReport, warnOfErrors, type ReportOptions } from '../report.js';

export function diff(program: Command, io: Io, exit: (code: number) => void): void {
  const comparison = program
    .command('diff')
    .summary('which verdicts are better or worse in a newer design')
    .description(
      'Compares two designs by the names of their operations and clients. Exit code 0: nothing is worse; 1: ' +
        'something is; 2: a file has errors.',
    )
    .argument('<old>', 'a design; - is standard input')
    .argument('<new>', 'the same design, changed')
    .addOption(formatOption())
    .action(async (oldFile: string, newFile: string, _options: ReportOptions, command: Command) => {
      const before = await analyseOne(io, oldFile);
      const after = await analyseOne(io, newFile);
      const { report, counts } = diffReport(before, after);
      if (counts.worse > 0) exit(FAILS);
      printReport(io, report, command.optsWithGlobals<ReportOptions>());
      warnOfErrors(io, before, exit);
      warnOfErrors(io, after, exit);
    });
  withExamples(comparison, [
    ['diff before.cap after.cap', 'what got better, and what worse'],
    ['diff before.cap after.cap --format markdown', 'for a pull request'],
    ['diff - shop.cap', 'with the older design on standard input'],
  ]);
}
