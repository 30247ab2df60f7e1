import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isBelow, slashes } from '#disk';
import { today } from '../clock.js';
import { type LocalFiles, type OpenTexts, type Project, untitledPath } from '../documents/project.js';
import type { Disk } from './disk.js';

/** The projects of files that lie on a disk of this machine. */
export class DiskProjects implements LocalFiles {
  /** Real paths, for as long as one message is answered: every open design is asked for those of all others. */
  private readonly known = new Map<string, string>();

  constructor(private readonly disk: Disk) {}

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

  private real(file: string): string {
    if (this.known.size === 0) setImmediate(() => this.known.clear());
    const real = this.known.get(file) ?? this.disk.real(file);
    this.known.set(file, real);
    return real;
  }

  private onDisk(folder: string, own: string, open: OpenTexts): Project {
    const { disk } = this;
    const absolute = (wanted: string): string => path.join(folder, ...wanted.split('/'));
    const openAt = (file: string): string | undefined => open.uris().find((uri) => this.key(uri) === file);
    return {
      path: own,
      today: today(),
      read: (wanted) => {
        const real = this.real(absolute(wanted));
        const text = open.text(openAt(real) ?? '');
        const relative = path.relative(this.real(folder), real);
        if (text !== undefined && isBelow(relative)) return { kind: 'text', path: slashes(relative), text };
        return disk.read(folder, wanted);
      },
      isAwaited: () => false,
      uriOf: (wanted) => openAt(this.real(absolute(wanted))) ?? pathToFileURL(absolute(wanted)).toString(),
      designs: () => disk.designs(folder),
    };
  }
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
