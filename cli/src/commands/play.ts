import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseDesignAt } from '#core';
import type { Command } from 'commander';
import { withExamples } from '../examples.js';
import { readInput } from '../input.js';
import type { Io } from '../io.js';
import { emit } from '../output.js';
import { baseName } from '../picture.js';
import { filesOf } from '../place.js';

interface Options {
  readonly out?: string;
}

export function play(program: Command, io: Io): void {
  const playing = program
    .command('play')
    .summary('open a design in the playground, in a browser')
    .description(
      'Writes one page with an editor, the picture, timelines and every fault, and opens it: nothing is sent ' +
        'anywhere, and no server is needed. With --out, the page is written there and not opened.',
    )
    .argument('<file>', 'a design; - is standard input')
    .option('--out <file>', 'write the page there, and do not open it')
    .action(async (file: string, { out }: Options) => {
      const { name, text, place } = await readInput(io, file);
      const parsed = parseDesignAt(place, text);
      const files = parsed.sources.files.map(({ path: one, text: content }) => ({ path: one, text: content }));
      // What packs a page is loaded by those who want one only.
      const { playgroundPage } = await import('../playground.js');
      const page = playgroundPage(io, { title: path.basename(name), files });
      const own = out ?? path.join(await mkdtemp(path.join(tmpdir(), 'netsplit-')), `${baseName(file)}.html`);
      await emit(io, page, { out: own, inputs: filesOf(file, place, parsed) });
      if (out === undefined) await io.open(own);
    });
  withExamples(playing, [
    ['play shop.cap', 'type, cut links and look, in a browser'],
    ['play shop.cap --out shop.html', 'a page to send to somebody'],
  ]);
}
