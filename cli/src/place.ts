import path from 'node:path';
import type { Parsed, Place } from '#core';
import { isBelow, readBelow, slashes } from '#disk';
import { type Io, STDIN } from './io.js';

/** Where a design lies, how its includes are read, and what they are called in what is printed. */
export interface DesignPlace extends Place {
  readonly nameOf: (path: string) => string;
}

/**
 * The place of a design by its name on the command line. It may include what lies below the working directory; a design
 * that lies elsewhere, what lies below its own folder. Standard input is taken to lie in the working directory.
 */
export function placeOf(io: Pick<Io, 'cwd' | 'today'>, name: string): DesignPlace {
  const { today } = io;
  if (name === STDIN)
    return { path: '<stdin>', today, read: (wanted) => readBelow(io.cwd, wanted), nameOf: (included) => included };
  const relative = path.relative(io.cwd, path.resolve(io.cwd, name));
  if (isBelow(relative))
    return {
      path: slashes(relative),
      today,
      read: (wanted) => readBelow(io.cwd, wanted),
      nameOf: (included) => included,
    };
  const folder = path.dirname(path.resolve(io.cwd, name));
  return {
    path: path.basename(name),
    today,
    read: (wanted) => readBelow(folder, wanted),
    nameOf: (included) => slashes(path.join(path.dirname(name), included)),
  };
}

/** Every file that a design was made of, its own first, as they are called on the command line. */
export function filesOf(name: string, place: DesignPlace, { reads }: Pick<Parsed, 'reads'>): readonly string[] {
  return [name, ...[...reads.keys()].map(place.nameOf)];
}
