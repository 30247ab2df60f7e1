import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isPattern } from './glob.js';
import { type Io, STDIN, UsageError } from './io.js';
import { placeOf, type DesignPlace } from './place.js';

export interface Input {
  /** As the user wrote it, or as the pattern found it. */
  readonly name: string;
  readonly text: string;
  readonly place: DesignPlace;
}

/** Every file that is meant, in the order in which it is named; patterns bring theirs in order of the alphabet. */
export async function readInputs(io: Io, args: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const name of await inputNames(io, args)) inputs.push(await readInput(io, name));
  return inputs;
}

/** The names of the files that are meant, each once; `-` is standard input. */
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
  try {
    return await readFile(path.resolve(io.cwd, name));
  } catch (error) {
    throw new UsageError(whyUnreadable(name, error));
  }
}

async function expand(io: Io, arg: string): Promise<readonly string[]> {
  // A file may be called "a[1].cap": what exists is not a pattern.
  if (arg === STDIN || !isPattern(arg) || (await exists(path.resolve(io.cwd, arg)))) return [arg];
  const found = await glob(path.sep === '\\' ? arg.replaceAll('\\', '/') : arg, io.cwd);
  if (found.length === 0) throw new UsageError(`no file matches ${arg}`);
  return found;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** `code` of Node's errors, as a sentence for the user. */
export function whyUnreadable(name: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
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

/**
 * UTF-8, a byte order mark is tolerated. What is not UTF-8 becomes replacement characters, about which the parser has
 * something to say.
 */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
