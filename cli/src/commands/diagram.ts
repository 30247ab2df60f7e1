import {
  drawWithVerdicts,
  HEALTHY,
  parseDesignAt,
  printDot,
  printMermaid,
  printSvg,
  resolve,
  type DrawOptions,
  type Model,
  type Resolved,
  type Selection,
} from '#core';
import { Option, type Command } from 'commander';
import { withExamples } from '../examples.js';
import { readInput } from '../input.js';
import type { Io } from '../io.js';
import { outOption } from '../output.js';
import { baseName, emitPicture, openOption } from '../picture.js';
import { filesOf } from '../place.js';
import { findJudged, findName, warnOfErrors } from '../report.js';

interface Options {
  readonly format: keyof typeof PRINTERS;
  readonly partition?: string;
  readonly store?: string;
  readonly operation?: string;
  readonly zone?: string;
  readonly out?: string;
  readonly open?: true;
}

const PRINTERS = {
  svg: (model: Model, options: DrawOptions): string => printSvg(drawWithVerdicts(model, options)),
  mermaid: printMermaid,
  dot: printDot,
};

export function diagram(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('diagram')
    .summary('a picture of a design, whole or under one of its partitions')
    .description(
      'Draws a design: zones, machines and what they hold, links, and what becomes of each client’s operations.',
    )
    .argument('<file>', 'a design; - is standard input')
    .addOption(new Option('--format <format>', 'what to make').choices(Object.keys(PRINTERS)).default('svg'))
    .option('--partition <name>', 'what one of the partitions that the file names breaks')
    .option('--store <name>', 'point out who holds a store, and who leads it')
    .addOption(new Option('--operation <name>', 'point out who takes part in an operation').conflicts('store'))
    .addOption(new Option('--zone <name>', 'point out who is in a zone').conflicts(['store', 'operation']))
    .addOption(outOption())
    .addOption(openOption())
    .action(async (file: string, options: Options) => {
      const { name, text, place } = await readInput(io, file);
      const resolved = resolve(parseDesignAt(place, text));
      const picture = PRINTERS[options.format](resolved.model, drawOptions(resolved, options, name));
      await emitPicture(io, {
        text: picture,
        ending: options.format === 'svg' ? 'svg' : undefined,
        open: options.open === true,
        name: baseName(file),
        out: options.out,
        inputs: filesOf(file, place, resolved),
      });
      warnOfErrors(io, { name, diagnostics: resolved.diagnostics }, exit);
    });
  withExamples(command, [
    ['diagram shop.cap --open', 'the design, in the program that shows SVG'],
    ['diagram shop.cap --partition ocean --out ocean.svg', 'what a partition does to it'],
    ['diagram shop.cap --format mermaid', 'for a page that draws Mermaid'],
  ]);
}

function drawOptions(
  resolved: Resolved,
  { partition: name, store, operation, zone }: Options,
  file: string,
): DrawOptions {
  const { model } = resolved;
  const partition = name === undefined ? undefined : findJudged(resolved, 'partition', name, file);
  const zones = model.vertices.flatMap(({ kind }, id) => (kind === 'zone' ? [id] : []));
  const selection: Selection | undefined =
    store !== undefined
      ? {
          kind: 'store',
          store: findName(
            model.stores.map((one) => one.name),
            store,
            'store',
            file,
          ),
        }
      : operation !== undefined
        ? {
            kind: 'operation',
            operation: findJudged(resolved, 'operation', operation, file),
          }
        : zone !== undefined
          ? {
              kind: 'zone',
              zone:
                zones[
                  findName(
                    zones.map((id) => model.vertices[id]?.name ?? ''),
                    zone,
                    'zone',
                    file,
                  )
                ] ?? -1,
            }
          : undefined;
  return {
    ...(partition === undefined ? {} : { cause: { ...HEALTHY, partition } }),
    ...(selection === undefined ? {} : { selection }),
  };
}
