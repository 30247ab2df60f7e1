import { driftReport, importDraft, parseDesignAt, resolve } from '#core';
import type { Command } from 'commander';
import { FAILS } from '../exitCode.js';
import { withExamples } from '../examples.js';
import { readInput } from '../input.js';
import { type Io, UsageError } from '../io.js';
import { emit, outOption } from '../output.js';
import { formatOption, printReport, type ReportOptions } from '../report.js';

interface Options extends ReportOptions {
  readonly out?: string;
  readonly compare?: string;
}

export function importDesign(program: Command, io: Io, exit: (code: number) => void): void {
  const importing = program
    .command('import')
    .summary('draft a design of what is deployed, or compare one with it')
    .description(
      'Drafts a design from Docker Compose files, manifests of Kubernetes, a plan of Terraform as JSON, or a model ' +
        'of LikeC4 or Structurizr as JSON. Each guess is a comment with its file and line. With --compare, says what ' +
        'only one of a design and the files has. Exit code 0: nothing; 1: something; 2: a file can’t be read.',
    )
    .argument('<files...>', 'files of YAML or JSON; - is standard input')
    .addOption(outOption())
    .option('--compare <design>', 'compare with this design instead of writing a draft')
    .addOption(formatOption())
    .action(async (files: string[], _options: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      // The library for YAML is loaded by those who import only.
      const { documentsOf } = await import('../import/documents.js');
      const inputs = await Promise.all(files.map((file) => readInput(io, file)));
      const empty = inputs.find(({ text }) => text.trim() === '');
      if (empty !== undefined) throw new UsageError(`${empty.name} is empty: nothing is deployed by it`);
      const imported = importDraft(inputs.flatMap(({ name, text }) => documentsOf(name, text)));
      if (imported.kind === 'refused') throw new UsageError(imported.why);
      const { draft } = imported;
      if (options.compare === undefined) {
        await emit(io, draft.text, { out: options.out, inputs: files });
        return;
      }
      if (options.out !== undefined) throw new UsageError('--compare writes no draft, so --out has no meaning with it');
      const { name, text, place } = await readInput(io, options.compare);
      const { model, diagnostics } = resolve(parseDesignAt(place, text));
      if (diagnostics.some(({ severity }) => severity === 'error'))
        throw new UsageError(`${name} has errors, so it is not compared: see netsplit check ${name}`);
      const { report, differences } = driftReport(draft, model, name);
      printReport(io, report, options);
      if (differences > 0) exit(FAILS);
    });
  withExamples(importing, [
    ['import compose.yaml --out draft.cap', 'a draft of what Docker Compose runs'],
    ['import k8s/db.yaml k8s/web.yaml', 'a draft of two manifests of Kubernetes'],
    ['import compose.yaml --compare shop.cap', 'does the design still say what is deployed?'],
  ]);
}
