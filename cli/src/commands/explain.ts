import { explainReport, explanationJson, padEnd, visible, width } from '#core';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { withExamples } from '../examples.js';
import { type Io, UsageError } from '../io.js';
import {
  analyseOne,
  findJudged,
  findName,
  printVerdicts,
  traceOption,
  verdictsFormatOption,
  warnOfErrors,
  type Analysed,
  type VerdictsOptions,
} from '../report.js';
import { version } from '../version.js';

interface Options extends VerdictsOptions {
  readonly operation?: string;
  readonly from?: string;
}

export function explain(program: Command, io: Io, exit: (code: number) => void): void {
  const explanation = program
    .command('explain')
    .summary('what breaks one operation, why, and how far it holds; or what a diagnostic means')
    .description(
      'Explains one operation: from each client, or from one, what breaks it, why, and how far it holds. Without an ' +
        'operation, lists those of the design. With the code of a diagnostic, prints its page.',
    )
    .argument('<file>', 'a design, or the code of a diagnostic such as op-lost; - is standard input')
    .option('--operation <name>', 'the name of an operation; without it, they are listed')
    .option('--from <client>', 'one of its clients; without it, all of them')
    .addOption(traceOption())
    .addOption(verdictsFormatOption())
    .action(async (file: string, options: Options, command: Command) => {
      const page = CODE.test(file) ? io.shipped(`docs/diagnostics/${file}.md`) : undefined;
      if (page !== undefined) {
        io.out(page);
        return;
      }
      if (CODE.test(file) && !existsSync(path.resolve(io.cwd, file)))
        throw new UsageError(`there is no file ${file}, and no diagnostic has this code`);
      const analysed = await analyseOne(io, file);
      const { resolved, results, name } = analysed;
      const { model } = resolved;
      if (options.operation === undefined) {
        io.out(listed(analysed));
        warnOfErrors(io, analysed, exit);
        return;
      }
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
  withExamples(explanation, [
    ['explain shop.cap', 'the operations of a design'],
    ['explain shop.cap --operation pay --from bob', 'what breaks one of them for one client'],
    ['explain op-lost', 'what a diagnostic means, and what to do'],
  ]);
}

/** A code is not the name of a file: it has no ending. */
const CODE = /^[a-z]+(-[a-z]+)+$/;

/** One line for each operation, with who issues it. */
function listed({ resolved: { model } }: Analysed): string {
  if (model.operations.length === 0) return 'The design has no operation.\n';
  const widest = Math.max(...model.operations.map(({ name }) => width(visible(name))));
  const lines = model.operations.map(({ name, clients }) => {
    const issuers = clients.map((client) => visible(model.vertices[client]?.name ?? '?')).join(', ');
    return `${padEnd(visible(name), widest)}  from ${issuers}\n`;
  });
  return `${lines.join('')}\nExplain one of them with --operation NAME.\n`;
}
