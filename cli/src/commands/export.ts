import { EXPORT_FORMATS, parseDesign, resolve } from '#core';
import { Option, type Command } from 'commander';
import { readInput } from '../input.js';
import { type Io, UsageError } from '../io.js';
import { withExamples } from '../examples.js';
import { emit, outOption } from '../output.js';
import { filesOf } from '../place.js';

interface Options {
  readonly format: string;
  readonly out?: string;
}

export function exportDesign(program: Command, io: Io): void {
  const exporting = program
    .command('export')
    .summary('write a design in the language of another tool')
    .description(
      'Writes a design in the language of another tool: as a model for the model checker SPIN (promela), which ' +
        'counts the verdicts a second time.',
    )
    .argument('<file>', 'a design; - is standard input')
    .addOption(
      new Option('--format <format>', 'the language to write')
        .choices(EXPORT_FORMATS.map(({ name }) => name))
        .default('promela'),
    )
    .addOption(outOption())
    .action(async (file: string, { format, out }: Options) => {
      const { name, text, place } = await readInput(io, file);
      const resolved = resolve(parseDesign(place.path, text, place.read));
      const { model, diagnostics } = resolved;
      // A statement with a mistake is left out of a model, and the person who runs the export elsewhere would never
      // know.
      if (diagnostics.some(({ severity }) => severity === 'error'))
        throw new UsageError(`${name} has errors, so it is not exported: see netsplit check ${name}`);
      const exported = EXPORT_FORMATS.find((one) => one.name === format)?.write(model);
      if (exported === undefined) throw new UsageError(`there is no format ${format}`);
      if (exported.kind === 'refused')
        throw new UsageError(`${name} can't be exported as ${format}: ${exported.reasons.join('; ')}`);
      await emit(io, exported.text, { out, inputs: filesOf(file, place, resolved) });
    });
  withExamples(exporting, [
    ['export shop.cap --out shop.pml', 'a model for SPIN'],
    ['export shop.cap --format promela', 'the same, to standard output'],
    ['export -', 'of standard input'],
  ]);
}
