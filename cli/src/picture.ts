import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { type Io, STDIN, OptionsError, UsageError } from './io.js';
import { emit, type Destination } from './output.js';

export function openOption(): Option {
  return new Option('--open', 'write it to a file and open that');
}

/** A picture or a page, and the name of its file where the user names none. */
export interface Picture extends Destination {
  readonly text: string;
  /** The ending of its file; undefined where its text is for readers. */
  readonly ending: 'svg' | 'html' | undefined;
  readonly open: boolean;
  /** Without its ending: "shop-pay". */
  readonly name: string;
}

/**
 * Emits a picture or a page. On a terminal it goes to a file of its own, since nobody reads its text; one of Netsplit
 * that is there is replaced, another file is not.
 */
export async function emitPicture(io: Io, { text, ending, open, name, out, inputs }: Picture): Promise<void> {
  if (open && ending === undefined) throw new OptionsError('--open is for pictures: leave out --format');
  const isFile = out === undefined && ending !== undefined && (open || io.terminal !== undefined);
  const own = isFile ? `${name}.${ending}` : undefined;
  if (own !== undefined && !(await isFreeForPicture(path.resolve(io.cwd, own))))
    throw new UsageError(
      `${own} is there already and is not a ${ending === 'svg' ? 'picture' : 'page'} of Netsplit: ` +
        'name another file after --out',
    );
  await emit(io, text, { out: out ?? own, inputs });
  const file = out ?? own;
  if (open && file !== undefined) await io.open(path.resolve(io.cwd, file));
}

/** "designs/shop.cap" → "shop". */
export function baseName(file: string): string {
  return file === STDIN ? 'design' : path.basename(file).replace(/\.cap$/, '');
}

/** Is a file not there, or a picture or a page that Netsplit has made? */
export async function isFreeForPicture(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return true;
  const isPage = text.startsWith('<!DOCTYPE html>') && text.includes('<meta name="generator" content="Netsplit">');
  return isPage || /^<svg [^>]*class="netsplit/.test(text);
}
