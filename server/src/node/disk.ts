import { realpath as realpathOf } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type FileRead, Recent } from '#core';
import { readBelowLater } from '#disk';

/**
 * The file system as far as designs need it. Handed in, so that an editor without one can leave it out. Nothing
 * rejects, and however slow it is, the thread goes on.
 */
export interface Disk {
  /** Reads a file below a folder; links are followed, and refused where they lead out of it. */
  read(folder: string, wanted: string): Promise<FileRead>;
  /** The designs below a folder, relative to it, and whether these are all. */
  designs(folder: string): Promise<DesignsBelow>;
  /** Where a file really lies; of one that does not exist, where it would. */
  real(file: string): Promise<string>;
}

export interface DesignsBelow {
  readonly paths: readonly string[];
  readonly isAll: boolean;
}

const realpath = promisify(realpathOf.native);

/** At most this many designs of a folder are looked at, in at most this many folders. */
const MAX_DESIGNS = 500;
const MAX_FOLDERS = 2000;

/** Read at each edit of a design: a text is kept while the file's time, size and number are the same. */
const KEPT_TEXTS = 256;

export class NodeDisk implements Disk {
  private readonly texts = new Recent<string, { readonly state: string; readonly text: string }>(KEPT_TEXTS);

  read(folder: string, wanted: string): Promise<FileRead> {
    return readBelowLater(folder, wanted, {
      get: (file, state) => {
        const known = this.texts.get(file);
        return known?.state === state ? known.text : undefined;
      },
      set: (file, state, text) => this.texts.set(file, { state, text }),
    });
  }

  async designs(folder: string): Promise<DesignsBelow> {
    const paths: string[] = [];
    const folders = [''];
    // Nearest first, so that what is left out of a large project lies deep in it.
    for (const [i, one] of folders.entries()) {
      if (i >= MAX_FOLDERS || paths.length >= MAX_DESIGNS) return { paths: paths.slice(0, MAX_DESIGNS), isAll: false };
      for (const entry of await entriesOf(path.join(folder, one))) {
        const name = one === '' ? entry.name : `${one}/${entry.name}`;
        // Hidden folders and installed packages hold no designs of the project; links could go round in circles.
        if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') folders.push(name);
        if (entry.isFile() && entry.name.endsWith('.cap')) paths.push(name);
      }
    }
    return { paths: paths.slice(0, MAX_DESIGNS), isAll: paths.length <= MAX_DESIGNS };
  }

  async real(file: string): Promise<string> {
    try {
      return await realpath(file);
    } catch {
      const folder = path.dirname(file);
      return folder === file ? file : path.join(await this.real(folder), path.basename(file));
    }
  }
}

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}

/** In order of their names; a folder that can't be read has none. */
async function entriesOf(folder: string): Promise<Entry[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
