import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { type Io, UsageError } from './io.js';

export function outOption(): Option {
  return new Option('--out <file>', 'write it there instead of to standard output');
}

/** Prints, or writes the file that the user has named; one that is there already is replaced. */
export async function emit(io: Io, text: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    io.out(text);
    return;
  }
  try {
    await writeFile(path.resolve(io.cwd, out), text);
  } catch (error) {
    throw new UsageError(whyUnwritable(out, error));
  }
}

/** `code` of Node's errors, as a sentence for the user. */
export function whyUnwritable(name: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no directory ${path.posix.dirname(name.replaceAll('\\', '/'))} to write ${name} into`;
    case 'EISDIR':
      return `${name} is a directory: name a file in it`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${name} may not be written: permission denied`;
    default:
      return `${name} can't be written${typeof code === 'string' ? `: ${code}` : ''}`;
  }
}
