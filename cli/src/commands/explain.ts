import { explainReport, explanationJson } from '#core';
import type { Command } from 'commander';
import type { Io } from '../io.js';
import {
  analyseOne,
  findJudged,
  findName,
  printVerdicts,
  traceOption,
  verdictsFormatOption,
  warnOfErrors,
  type VerdictsOptions,
} from '../report.js';
import { version } from '../version.js';

interface Options extends VerdictsOptions {
  readonly operation: string;
  readonly from?: string;
}

export function explain(program: Command, io: Io, exit: (code: number) => void): void {
  program
    .command('explain')
    .summary('what breaks one operation, why, and how far it holds')
    .description('Explains one operation: from each client, or from one, what breaks it, why, and how far it holds.')
    .argument('<file>', 'a design; - is standard input')
    .requiredOption('--operation <name>', 'the name of an operation')
    .option('--from <client>', 'one of its clients; without it, all of them')
    .addOption(traceOption())
    .addOption(verdictsFormatOption())
    .action(async (file: string, options: Options, command: Command) => {
      const analysed = await analyseOne(io, file);
      const { resolved, results, name } = analysed;
      const { model } = resolved;
      const operation = findJudged(resolved, 'operation', options.operation, name);
      const clients = model.operations[operation]?.clients ?? [];
      const client =
        options.from === undefined
          ? undefined
          : clients[
              findName(
                clients.map((id) => model.vertices[id]?.name ?? ''),
                options.from,
                `client of ${options.operation}`,
                name,
              )
            ];
      const { trace } = options;
      printVerdicts(
        io,
        () => explainReport(resolved, results, { operation, client }, trace === true ? 'each' : 'none'),
        () =>
          explanationJson(
            resolved,
            results,
            { operation, client, detail: trace === true ? 'traced' : 'plain' },
            { file: name, netsplit: version },
          ),
        command.optsWithGlobals<Options>(),
      );
      warnOfErrors(io, analysed, exit);
    });
}
