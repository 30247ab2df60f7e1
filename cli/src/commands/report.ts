import { designReport, drawWithVerdicts, printDesignMarkdown, printHtml, printSvg, type DesignReport } from '#core';
import path from 'node:path';
import { Option, type Command } from 'commander';
import { withExamples } from '../examples.js';
import type { Io } from '../io.js';
import { outOption } from '../output.js';
import { baseName, emitPicture, openOption } from '../picture.js';
import { analyseOne, warnOfErrors } from '../report.js';

interface Options {
  readonly format: keyof typeof PRINTERS;
  readonly out?: string;
  readonly open?: true;
  readonly interactive?: true;
}

const PRINTERS = { html: printHtml, md: printDesignMarkdown, svg: firstPicture };

/** The picture that the page begins with. */
function firstPicture({ model, chapters }: DesignReport): string {
  const cause = chapters.find(({ picture }) => picture !== undefined)?.picture;
  return printSvg(drawWithVerdicts(model, cause === undefined ? {} : { cause }));
}

export function report(program: Command, io: Io, exit: (code: number) => void): void {
  const reporting = program
    .command('report')
    .summary('everything about a design in one file, for a review')
    .description(
      'Makes one file with the picture of a design, what every operation does under every fault that matters, ' +
        'its expectations, partitions and findings.',
    )
    .argument('<file>', 'a design; - is standard input')
    .addOption(
      new Option('--format <format>', 'a page that needs nothing else, Markdown, or the picture alone')
        .choices(Object.keys(PRINTERS))
        .default('html'),
    )
    .addOption(
      new Option(
        '--interactive',
        'a page in which links are cut with a click, for a reviewer without an editor; needs nothing else either',
      ).conflicts('format'),
    )
    .addOption(outOption())
    .addOption(openOption())
    .action(async (file: string, { format, out, open, interactive }: Options) => {
      const analysed = await analyseOne(io, file);
      const { name, files, resolved, results, diagnostics } = analysed;
      const title = path.basename(name);
      const page =
        interactive === true
          ? // What packs a page is loaded by those who want one only.
            (await import('../interactive.js')).interactivePage(io, title, resolved)
          : PRINTERS[format](designReport(title, resolved, results, diagnostics));
      await emitPicture(io, {
        text: page,
        ending: format === 'md' ? undefined : format,
        open: open === true,
        name: baseName(file),
        out,
        inputs: files,
      });
      warnOfErrors(io, analysed, exit);
    });
  withExamples(reporting, [
    ['report shop.cap --open', 'one page for a review'],
    ['report shop.cap --interactive --out shop.html', 'a page in which a reviewer cuts links'],
    ['report shop.cap --format svg --out shop.svg', 'the picture alone'],
  ]);
}
