import { fstatSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { visible } from '#core';
import { Option } from 'commander';
import { type Io, STDIN, UsageError } from './io.js';
import { ChangedError, replaceFile } from './replaceFile.js';

export function outOption(): Option {
  return new Option('--out <file>', 'write it there instead of to standard output');
}

/** Where a text goes, and what it was made from. */
export interface Destination {
  /** As the user wrote it; without it, standard output. */
  readonly out: string | undefined;
  /** Every file that was read for it, relative to the working directory; `-` is standard input. */
  readonly inputs: readonly string[];
}

/** Prints, or writes the file that the user has named; one that is there already is replaced, unless it is an input. */
export async function emit(io: Io, text: string, { out, inputs }: Destination): Promise<void> {
  if (out === undefined) {
    io.out(text);
    return;
  }
  if (out === '') throw new UsageError('the name after --out is empty: name the file to write');
  if (out.endsWith('/') || out.endsWith(path.sep)) throw new UsageError(`${out} is a directory: name a file in it`);
  const file = path.resolve(io.cwd, out);
  const there = await identityOf(file);
  // `--out /dev/stdout`: what is printed goes there, after what is there already.
  if (there !== undefined && there === ofDescriptor(1)) io.out(text);
  else if (there !== undefined && there === ofDescriptor(2)) io.err(text);
  else {
    const input = there === undefined ? undefined : await inputAt(io, there, inputs);
    if (input !== undefined && (await isRegular(file))) {
      const read = input === STDIN ? 'standard input' : input === out ? 'read here' : `read here as ${input}`;
      throw new UsageError(`${out} is not written, for it is ${read}: name another file after --out`);
    }
    await write(io, out, text);
    io.err(`netsplit: wrote ${visible(out)} (${sizeText(text)}).\n`);
  }
}

function sizeText(text: string): string {
  const bytes = Buffer.byteLength(text);
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} KB`;
}

async function inputAt(io: Io, identity: string, inputs: readonly string[]): Promise<string | undefined> {
  for (const input of inputs) {
    const one = input === STDIN ? ofDescriptor(0) : await identityOf(path.resolve(io.cwd, input));
    if (one === identity) return input;
  }
  return undefined;
}

/** Gives a file that the user has named a new text, or says why not and leaves the old one. */
export async function write(io: Io, name: string, text: string, was?: Uint8Array): Promise<void> {
  try {
    await replaceFile(path.resolve(io.cwd, name), text, was === undefined ? {} : { was });
  } catch (error) {
    throw new UsageError(whyUnwritable(name, error));
  }
}

/** `code` of Node's errors, as a sentence for the user. */
export function whyUnwritable(name: string, error: unknown): string {
  if (error instanceof ChangedError) return `${name} was changed by another program meanwhile, so it is left as it is`;
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
      return `${name} may not be written: permission denied for it or for its directory`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `${name} can't be written: no room is left on the disk`;
    default:
      return `${name} can't be written${typeof code === 'string' ? `: ${code}` : ''}`;
  }
}

/** The same for two names of one file, through links of both kinds. */
async function identityOf(file: string): Promise<string | undefined> {
  return stat(file, { bigint: true }).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => undefined,
  );
}

function ofDescriptor(descriptor: number): string | undefined {
  try {
    const { dev, ino } = fstatSync(descriptor, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

async function isRegular(file: string): Promise<boolean> {
  return (await stat(file)).isFile();
}
