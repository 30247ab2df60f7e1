import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileRead } from '#core';
import { isBelow, slashes, type Disk } from './disk.js';

/** The documents that are open in the editor: their texts win over the disk. */
export interface OpenTexts {
  /** By uri. */
  readonly text: (uri: string) => string | undefined;
  readonly uris: () => readonly string[];
}

/**
 * The folder that a design may not leave, and the design's place in it: the workspace folder that it is in, or else its own folder. What is not saved yet is
 * taken to lie in the first workspace folder.
 */
export interface Project {
  /** The design's path in the folder. */
  readonly path: string;
  readonly read: (wanted: string) => FileRead;
  /** The uri of a file of the project; that of an open document where it is one. */
  readonly uriOf: (path: string) => string;
  /** The designs that an editor may offer, and whether these are all. */
  readonly designs: () => { readonly paths: readonly string[]; readonly isAll: boolean };
}

/** Finds the projects of documents. Knows which folders the workspace has. */
export class Projects {
  /** Uris, as the client tells them. */
  folders: readonly string[] = [];

  constructor(private readonly open: OpenTexts, private readonly disk: Disk) {}

  of(uri: string): Project {
    const file = fileOf(uri);
    if (file !== undefined) {
      const inner = this.diskFolders().filter((folder) => isBelow(path.relative(folder, file))).sort((a, b) => b.length - a.length)[0];
      const folder = inner ?? path.dirname(file);
      return this.onDisk(folder, slashes(path.relative(folder, file)));
    }
    const [first] = this.diskFolders();
    if (uri.startsWith('untitled:') && first !== undefined) return this.onDisk(first, decoded(uri.slice('untitled:'.length)).replace(/^\/+/, ''));
    return this.inEditor(uri);
  }

  /** The same for every uri of one file: clients spell them differently, and links have several names for one file. */
  key(uri: string): string {
    const file = fileOf(uri);
    return file === undefined ? decoded(uri) : this.disk.real(file);
  }

  private diskFolders(): string[] {
    return this.folders.flatMap((folder) => fileOf(folder) ?? []);
  }

  private onDisk(folder: string, own: string): Project {
    const { disk, open } = this;
    const absolute = (wanted: string): string => path.join(folder, ...wanted.split('/'));
    const openAt = (file: string): string | undefined => open.uris().find((uri) => this.key(uri) === file);
    return {
      path: own,
      read: (wanted) => {
        const real = disk.real(absolute(wanted));
        const text = open.text(openAt(real) ?? '');
        const relative = path.relative(disk.real(folder), real);
        if (text !== undefined && isBelow(relative)) return { kind: 'text', path: slashes(relative), text };
        return disk.read(folder, wanted);
      },
      uriOf: (wanted) => openAt(disk.real(absolute(wanted))) ?? pathToFileURL(absolute(wanted)).toString(),
      designs: () => disk.designs(folder),
    };
  }

  /** Without a disk, what is open is all that there is. */
  private inEditor(uri: string): Project {
    const { open } = this;
    const folder = this.folders.filter((one) => uri.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0] ?? uri.slice(0, uri.lastIndexOf('/'));
    const openAt = (wanted: string): string | undefined => open.uris().find((one) => decoded(one) === decoded(`${folder}/${wanted}`));
    const pathOf = (one: string): string => decoded(one.slice(folder.length + 1));
    return {
      path: pathOf(uri),
      read: (wanted) => {
        const text = open.text(openAt(wanted) ?? '');
        return text === undefined ? { kind: 'unreadable', why: 'there is no disk here to read it from; a file that is open in the editor is read from there' } : { kind: 'text', path: wanted, text };
      },
      uriOf: (wanted) => openAt(wanted) ?? `${folder}/${wanted.split('/').map(encodeURIComponent).join('/')}`,
      designs: () => ({ paths: open.uris().filter((one) => one.startsWith(`${folder}/`)).map(pathOf), isAll: false }),
    };
  }
}

function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // A host on a system that has none, or an escape that is none: nothing on this disk.
    return undefined;
  }
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
