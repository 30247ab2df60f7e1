import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileRead, Parsed, Place } from '#core';
import { type Io, STDIN } from './io.js';
import { decode } from './input.js';

/** Where a design lies, how its includes are read, and what they are called in what is printed. */
export interface DesignPlace extends Place {
  readonly nameOf: (path: string) => string;
}

/** A larger file is not a design. In bytes. */
const MAX_BYTES = 64_000_000;

/**
 * The place of a design by its name on the command line. It may include what lies below the working directory; a design
 * that lies elsewhere, what lies below its own folder. Standard input is taken to lie in the working directory.
 */
export function placeOf(io: Pick<Io, 'cwd'>, name: string): DesignPlace {
  if (name === STDIN)
    return { path: '<stdin>', read: (wanted) => readBelow(io.cwd, wanted), nameOf: (included) => included };
  const relative = path.relative(io.cwd, path.resolve(io.cwd, name));
  if (isBelow(relative))
    return { path: slashes(relative), read: (wanted) => readBelow(io.cwd, wanted), nameOf: (included) => included };
  const folder = path.dirname(path.resolve(io.cwd, name));
  return {
    path: path.basename(name),
    read: (wanted) => readBelow(folder, wanted),
    nameOf: (included) => slashes(path.join(path.dirname(name), included)),
  };
}

/** Every file that a design was made of, its own first, as they are called on the command line. */
export function filesOf(name: string, place: DesignPlace, { reads }: Pick<Parsed, 'reads'>): readonly string[] {
  return [name, ...[...reads.keys()].map(place.nameOf)];
}

function isBelow(relative: string): boolean {
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function slashes(name: string): string {
  return name.split(path.sep).join('/');
}

/** Reads a file below a folder; links are followed, and refused where they lead out of it. */
function readBelow(folder: string, wanted: string): FileRead {
  try {
    const real = realpathSync.native(path.join(folder, ...wanted.split('/')));
    const relative = path.relative(realpathSync.native(folder), real);
    if (relative === '') return { kind: 'unreadable', why: 'it is a folder' };
    if (!isBelow(relative)) return { kind: 'outside' };
    const stats = statSync(real);
    if (stats.isDirectory()) return { kind: 'unreadable', why: 'it is a folder' };
    if (!stats.isFile()) return { kind: 'unreadable', why: 'it is no ordinary file' };
    if (stats.size > MAX_BYTES) return { kind: 'unreadable', why: `it has ${stats.size} bytes, which no design has` };
    return { kind: 'text', path: slashes(relative), text: decode(readFileSync(real)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    if (code === 'EACCES' || code === 'EPERM') return { kind: 'unreadable', why: 'permission denied' };
    return {
      kind: 'unreadable',
      why: code === 'ELOOP' ? 'its links go round in a circle' : `the system says ${String(code)}`,
    };
  }
}
