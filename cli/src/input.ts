import { stat } from 'node:fs/promises';
import path from 'node:path';
import { decode, NotRegular, readRegular } from '#disk';
import { glob, isPattern } from './glob.js';
import { type Io, STDIN, UsageError } from './io.js';
import { placeOf, type DesignPlace } from './place.js';

export interface Input {
  /** As the user wrote it, or as the pattern found it. */
  readonly name: string;
  readonly text: string;
  readonly place: DesignPlace;
}

/**
 * The names of the files that are meant, each once, in the order in which they are named; patterns bring theirs in
 * order of the alphabet. `-` is standard input.
 */
export async function inputNames(io: Io, args: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const arg of args) names.push(...(await expand(io, arg)));
  return [...new Set(names)];
}

export async function readInput(io: Io, name: string): Promise<Input> {
  return { name: name === STDIN ? '<stdin>' : name, text: decode(await readBytes(io, name)), place: placeOf(io, name) };
}

/** A file as it lies there. */
export async function readBytes(io: Io, name: string): Promise<Uint8Array> {
  if (name === STDIN) return io.stdin();
  if (name === '') throw new UsageError('the name of a file is empty: name a design, or - for standard input');
  // `a.cap/` means a folder of that name, which resolving would forget.
  const ending = name.endsWith('/') || name.endsWith(path.sep) ? path.sep : '';
  try {
    return readRegular(`${path.resolve(io.cwd, name)}${ending}`);
  } catch (error) {
    throw new UsageError(whyUnreadable(name, error));
  }
}

async function expand(io: Io, arg: string): Promise<readonly string[]> {
  const there = arg === STDIN ? undefined : await stat(path.resolve(io.cwd, arg)).catch(() => undefined);
  const slashed = path.sep === '\\' ? arg.replaceAll('\\', '/') : arg;
  if (there?.isDirectory() === true && arg !== '') {
    const designs = await glob('**/*.cap', path.resolve(io.cwd, arg));
    if (designs.length === 0) throw new UsageError(`there is no .cap file in the folder ${arg}`);
    return designs.map((name) => path.posix.join(slashed, name));
  }
  // A file may be called "a[1].cap": what exists is not a pattern.
  if (arg === STDIN || !isPattern(arg) || there !== undefined) return [arg];
  const found = await glob(slashed, io.cwd);
  if (found.length === 0) throw new UsageError(`no file matches ${arg}`);
  return found;
}

/** `code` of Node's errors, as a sentence for the user. */
export function whyUnreadable(name: string, error: unknown): string {
  if (error instanceof NotRegular) {
    if (error.kind === 'special')
      return `${name} is not a regular file: pass its text on standard input, with - instead of its name`;
    if (error.kind !== 'folder') return `${name} can't be read: ${error.why}`;
  }
  const code =
    error instanceof NotRegular ? 'EISDIR' : error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no file ${name}`;
    case 'EISDIR':
      return `${name} is a directory: name its files, as in ${path.posix.join(name.replaceAll('\\', '/'), '*.cap')}`;
    case 'EACCES':
    case 'EPERM':
      return `${name} may not be read: permission denied`;
    default:
      return `${name} can't be read${typeof code === 'string' ? `: ${code}` : ''}`;
  }
}
