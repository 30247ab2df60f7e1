import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileRead } from '#core';
import { isBelow, slashes } from '#disk';
import { today } from '../clock.js';
import { Answers, type Arrivals } from '../documents/arrivals.js';
import {
  type FileEvents,
  isSame,
  type LocalFiles,
  type OpenTexts,
  type Project,
  untitledPath,
} from '../documents/project.js';
import type { DesignsBelow, Disk } from './disk.js';

/** A file that a design wants, by the name that it has in the design's folder. */
interface Wanted {
  readonly folder: string;
  readonly wanted: string;
}

/** What a look at it found: where it and its folder really lie, and what is in it. */
interface Looked {
  readonly real: string;
  readonly root: string;
  readonly read: FileRead;
}

const AWAITED: FileRead = { kind: 'unreadable', why: 'it is still being read', isUnknown: true };
const NO_DESIGNS: DesignsBelow = { paths: [], isAll: false };

/**
 * The projects of files that lie on a disk of this machine. A disk may be slow: nothing here waits for it. A design is
 * parsed without what is not read yet, and again when that has come. What is known holds until a look finds something
 * else; what the editor says has changed holds no longer.
 */
export class DiskProjects implements LocalFiles {
  private readonly files: Answers<Wanted, Looked>;
  /** Where files really lie. */
  private readonly places: Answers<string, string>;
  private readonly lists: Answers<string, DesignsBelow>;

  constructor(disk: Disk, arrivals: Arrivals, on: FileEvents) {
    this.files = new Answers(arrivals, {
      keyOf: ({ folder, wanted }) => `${folder}\0${wanted}`,
      look: async ({ folder, wanted }) => {
        const file = absolute(folder, wanted);
        const [real, root, read] = await Promise.all([disk.real(file), disk.real(folder), disk.read(folder, wanted)]);
        return { real, root, read };
      },
      told: ({ folder, wanted }) => on.arrived(pathToFileURL(absolute(folder, wanted)).toString()),
      isSame: (one, other) => one.real === other.real && one.root === other.root && isSame(one.read, other.read),
      changes: 'looked',
    });
    this.places = new Answers(arrivals, {
      keyOf: (file) => file,
      look: (file) => disk.real(file),
      told: (file, real, before = file) => {
        if (real !== before) on.moved();
      },
      isSame: (one, other) => one === other,
      changes: 'looked',
    });
    this.lists = new Answers(arrivals, {
      keyOf: (folder) => folder,
      look: (folder) => disk.designs(folder),
      told: () => undefined,
      isSame: () => false,
      changes: 'each',
    });
  }

  of(uri: string, workspaceFolders: readonly string[], open: OpenTexts): Project | undefined {
    const folders = workspaceFolders.flatMap((folder) => fileOf(folder) ?? []);
    const file = fileOf(uri);
    if (file !== undefined) {
      const inner = folders
        .filter((folder) => isBelow(path.relative(folder, file)))
        .sort((a, b) => b.length - a.length)[0];
      const folder = inner ?? path.dirname(file);
      return this.onDisk(folder, slashes(path.relative(folder, file)), open);
    }
    const [first] = folders;
    return uri.startsWith('untitled:') && first !== undefined ? this.onDisk(first, untitledPath(uri), open) : undefined;
  }

  key(uri: string): string | undefined {
    const file = fileOf(uri);
    return file === undefined ? undefined : this.real(file);
  }

  changed(uris: readonly string[]): void {
    const changed = uris.flatMap((uri) => fileOf(uri) ?? []);
    const hasChanged = (file: string): boolean =>
      changed.some((one) => one === file || isBelow(path.relative(one, file)));
    this.files.forget(
      ({ folder, wanted }, known) =>
        hasChanged(absolute(folder, wanted)) || (known !== undefined && hasChanged(known.real)),
    );
  }

  /** As long as nothing else is known, a file is taken to lie where its name says. */
  private real(file: string): string {
    return this.places.known(file) ?? file;
  }

  private onDisk(folder: string, own: string, open: OpenTexts): Project {
    const openAt = (file: string): string | undefined => open.uris().find((uri) => this.key(uri) === file);
    return {
      path: own,
      today: today(),
      read: (wanted) => {
        const looked = this.files.get({ folder, wanted });
        if (looked === undefined) return AWAITED;
        const { real, root, read } = looked;
        const text = open.text(openAt(real) ?? '');
        const relative = path.relative(root, real);
        return text !== undefined && isBelow(relative) ? { kind: 'text', path: slashes(relative), text } : read;
      },
      isAwaited: (wanted) => this.files.isAwaited({ folder, wanted }),
      uriOf: (wanted) => {
        const file = absolute(folder, wanted);
        return openAt(this.real(file)) ?? pathToFileURL(file).toString();
      },
      keyOf: (wanted) => this.real(absolute(folder, wanted)),
      designs: () => this.lists.get(folder) ?? NO_DESIGNS,
    };
  }
}

function absolute(folder: string, wanted: string): string {
  return path.join(folder, ...wanted.split('/'));
}

function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // A host on a system without hosts, or an invalid escape: nothing on this disk.
    return undefined;
  }
}
