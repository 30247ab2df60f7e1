import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { type Io, STDIN, OptionsError, UsageError } from './io.js';
import { emit, type Destination } from './output.js';

export function openOption(): Option {
  return new Option('--open', 'write it to a file and open that');
}

/** A picture, and the name of its file where the user names none. */
export interface Picture extends Destination {
  readonly text: string;
  readonly isSvg: boolean;
  readonly open: boolean;
  /** Without its ending: "shop-pay". */
  readonly name: string;
}

/**
 * Emits a picture. On a terminal an SVG goes to a file of its own, since nobody reads its text; a picture of Netsplit
 * that is there is replaced, another file is not.
 */
export async function emitPicture(io: Io, { text, isSvg, open, name, out, inputs }: Picture): Promise<void> {
  if (open && !isSvg) throw new OptionsError('--open is for pictures: leave out --format');
  const own = out === undefined && isSvg && (open || io.terminal !== undefined) ? `${name}.svg` : undefined;
  if (own !== undefined && !(await isFreeForPicture(path.resolve(io.cwd, own))))
    throw new UsageError(`${own} is there already and is not a picture of Netsplit: name another file after --out`);
  await emit(io, text, { out: out ?? own, inputs });
  const file = out ?? own;
  if (open && file !== undefined) await io.open(path.resolve(io.cwd, file));
}

/** "designs/shop.cap" → "shop". */
export function baseName(file: string): string {
  return file === STDIN ? 'design' : path.basename(file).replace(/\.cap$/, '');
}

/** Is a file not there, or a picture that Netsplit has made? */
export async function isFreeForPicture(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined || /^<svg [^>]*class="netsplit/.test(text);
}
