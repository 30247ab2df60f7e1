import { EXPERIMENT_FORMATS, EXPORT_FORMATS } from '#core';
import { Option, type Command } from 'commander';
import { withExamples } from '../examples.js';
import { type ExperimentOptions, exportExperiments, exportModel } from '../exports.js';
import { type Io, OptionsError } from '../io.js';

interface Options extends ExperimentOptions {
  readonly format: string;
}

export function exportDesign(program: Command, io: Io): void {
  const exporting = program
    .command('export')
    .summary('write a design in the language of another tool, or its faults as experiments')
    .description(
      'Writes a design in the language of another tool: as a model for the model checker SPIN (promela), which ' +
        'counts the verdicts a second time. Or writes faults as experiments on what runs, each with what everybody ' +
        `may then get: as ${EXPERIMENT_FORMATS.map(({ name, what }) => `${what} (${name})`).join(', ')}.`,
    )
    .argument('<file>', 'a design; - is standard input')
    .addOption(
      new Option('--format <format>', 'the language to write')
        .choices([...EXPORT_FORMATS, ...EXPERIMENT_FORMATS].map(({ name }) => name))
        .default('promela'),
    )
    .option('--under <partition>', 'experiment: a partition by its name')
    .option('--cause <request>', 'experiment: what does the worst to an operation, or to OPERATION@CLIENT')
    .option('--likely', 'experiments: each likely fault; --out names a folder')
    .option('--targets <file>', 'experiments: where the nodes and clients run, as JSON')
    .option('--out <path>', 'write it there instead of to standard output; of experiments, a folder')
    .action(async (file: string, options: Options) => {
      const model = EXPORT_FORMATS.find(({ name }) => name === options.format);
      if (model === undefined) {
        const format = EXPERIMENT_FORMATS.find(({ name }) => name === options.format);
        if (format !== undefined) await exportExperiments(io, file, format, options);
        return;
      }
      for (const option of ['under', 'cause', 'likely', 'targets'] as const)
        if (options[option] !== undefined)
          throw new OptionsError(`--${option} is about experiments, and ${model.name} is a model of all faults`);
      await exportModel(io, file, model, options.out);
    });
  withExamples(exporting, [
    ['export shop.cap --out shop.pml', 'a model for SPIN'],
    ['export shop.cap --format nft --under ocean --targets lab.json', 'one partition as a script'],
    ['export shop.cap --format chaos-mesh --likely --targets lab.json --out chaos', 'every likely fault'],
  ]);
}
