import path from 'node:path';
import { drawPage, visible } from '#core';
import type { Command } from 'commander';
import { withExamples } from '../examples.js';
import { UNDECIDED } from '../exitCode.js';
import { readInput } from '../input.js';
import { type Io, UsageError } from '../io.js';
import { emit, outOption } from '../output.js';
import { isFreeForPicture } from '../picture.js';
import { filesOf } from '../place.js';

interface Options {
  readonly out?: string;
  readonly embed?: true;
}

/** A picture beside a page. */
interface PictureFile {
  readonly name: string;
  readonly svg: string;
}

export function md(program: Command, io: Io, exit: (code: number) => void): void {
  const drawing = program
    .command('md')
    .summary('draw the designs of a Markdown page')
    .description(
      'Writes a Markdown page in which each ```cap block is a picture and a table of what every likely fault does. ' +
        'After “cap”: under=PARTITION, and which of picture, table and source, in what order.',
    )
    .argument('<file>', 'a page; - is standard input')
    .addOption(outOption())
    .option('--embed', 'pictures in the page, as data: addresses, and not as files beside it')
    .action(async (file: string, { out, embed }: Options) => {
      if (out === undefined && embed !== true)
        throw new UsageError(
          'pictures are files beside the page: name the page to write after --out, or put them into it with --embed',
        );
      const { name, text, place } = await readInput(io, file);
      const pictures: PictureFile[] = [];
      const addressOf = (svg: string, number: number): string => {
        if (embed === true) return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
        const beside = `${(out ?? '').replace(/\.\w+$/, '')}-${number}.svg`;
        pictures.push({ name: beside, svg });
        return encodeURI(path.basename(beside)).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
      };
      const page = drawPage(text, place, addressOf);
      const inputs = filesOf(file, place, { reads: new Map(page.files.map((read) => [read, { kind: 'missing' }])) });
      for (const picture of pictures)
        if (!(await isFreeForPicture(path.resolve(io.cwd, picture.name))))
          throw new UsageError(
            `${picture.name} is there already and is not a picture of Netsplit: name another page after --out`,
          );
      for (const picture of pictures) await emit(io, picture.svg, { out: picture.name, inputs });
      await emit(io, page.text, { out, inputs });
      if (page.mistakes.length > 0) exit(UNDECIDED);
      for (const { line, message } of page.mistakes)
        io.err(`netsplit: ${visible(name)}, line ${line + 1}: ${visible(message)}\n`);
    });
  withExamples(drawing, [
    ['md notes.md --out drawn.md', 'with its pictures beside it: drawn-1.svg, …'],
    ['md - --embed', 'standard input to standard output, for a site generator'],
  ]);
}
