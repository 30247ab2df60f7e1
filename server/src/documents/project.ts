import type { FileRead, Resolved } from '#core';
import { today } from '../clock.js';
import type { Arrivals } from './arrivals.js';
import type { EditorFiles } from './editorFiles.js';

/** The documents that are open in the editor: their texts win over those of the files. */
export interface OpenTexts {
  /** By uri. */
  readonly text: (uri: string) => string | undefined;
  readonly uris: () => readonly string[];
}

/**
 * The folder that a design may not leave, and the design's place in it: the workspace folder that it is in, or else its
 * own folder. An unsaved document is taken to lie in the first workspace folder.
 */
export interface Project {
  /** The design's path in the folder. */
  readonly path: string;
  readonly read: (wanted: string) => FileRead;
  /** The day, as in `Place`: that of the last edit, since a design is not read again at midnight. */
  readonly today: string;
  /** Whether a file that was read is on its way still: what `read` said of it does not hold for long. */
  readonly isAwaited: (path: string) => boolean;
  /** The uri of a file of the project; that of an open document where it is one. */
  readonly uriOf: (path: string) => string;
  /** The key of a file of the project: that of its uri, found without a look at what is open. */
  readonly keyOf: (path: string) => string;
  /** The designs that an editor may offer, and whether these are all. */
  readonly designs: () => { readonly paths: readonly string[]; readonly isAll: boolean };
}

/** Files that the server reaches by itself: those of a disk. A browser has none. */
export interface LocalFiles {
  /** Undefined for what does not lie there. */
  of(uri: string, workspaceFolders: readonly string[], open: OpenTexts): Project | undefined;
  /** The same for every uri of one file; undefined for what does not lie there. */
  key(uri: string): string | undefined;
  /** Something has happened to these: what is known of them holds no longer. */
  changed(uris: readonly string[]): void;
}

/** What is told of files that the server reaches by itself, after it was asked for them. */
export interface FileEvents {
  /** A text has come, another than that before, or the reason why there is none. */
  readonly arrived: (uri: string) => void;
  /** A file lies elsewhere than was thought: some uri is that of another file. */
  readonly moved: () => void;
}

export type StartLocalFiles = (arrivals: Arrivals, on: FileEvents) => LocalFiles;

/** Finds the projects of documents. Knows which folders the workspace has. */
export class Projects {
  /** Uris, as the client tells them. */
  folders: readonly string[] = [];
  /** Files that lie elsewhere, where the editor hands them out. */
  editor: EditorFiles | undefined;

  constructor(
    private readonly open: OpenTexts,
    readonly local: LocalFiles | undefined,
  ) {}

  of(uri: string): Project {
    return this.local?.of(uri, this.folders, this.open) ?? this.inEditor(uri);
  }

  /** The same for every uri of one file: clients spell them differently, and links have several names for one file. */
  key(uri: string): string {
    return this.local?.key(uri) ?? decoded(uri);
  }

  /** Without a disk there is what is open, and what the editor hands out. */
  private inEditor(uri: string): Project {
    const { editor, open } = this;
    const isUntitled = uri.startsWith('untitled:');
    const [first = 'untitled:'] = this.folders;
    const folder = isUntitled
      ? first
      : (this.folders.filter((one) => uri.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0] ??
        uri.slice(0, uri.lastIndexOf('/')));
    const lies = folder !== 'untitled:';
    const at = (wanted: string): string => `${folder}/${wanted.split('/').map(encodeURIComponent).join('/')}`;
    const openAt = (wanted: string): string | undefined =>
      open.uris().find((one) => decoded(one) === decoded(`${folder}/${wanted}`));
    const pathOf = (one: string): string => decoded(one.slice(folder.length + 1));
    return {
      path: isUntitled ? untitledPath(uri) : pathOf(uri),
      today: today(),
      read: (wanted) => {
        const text = open.text(openAt(wanted) ?? '');
        if (text !== undefined) return { kind: 'text', path: wanted, text };
        if (!lies)
          return {
            kind: 'unreadable',
            why: 'this design is not saved yet and lies in no folder; save it first',
            isUnknown: true,
          };
        return (
          editor?.read(at(wanted), wanted) ?? {
            kind: 'unreadable',
            why: 'there is no disk here to read it from; a file that is open in the editor is read from there',
            isUnknown: true,
          }
        );
      },
      isAwaited: (wanted) => editor?.isAwaited(at(wanted)) === true && openAt(wanted) === undefined,
      uriOf: (wanted) => openAt(wanted) ?? at(wanted),
      keyOf: (wanted) => decoded(at(wanted)),
      designs: () => {
        const { paths, isAll } = lies
          ? (editor?.list(folder) ?? { paths: [], isAll: false })
          : { paths: [], isAll: true };
        return {
          paths: [
            ...new Set([
              ...paths,
              ...open
                .uris()
                .filter((one) => one.startsWith(`${folder}/`))
                .map(pathOf),
            ]),
          ],
          isAll,
        };
      },
    };
  }
}

/** Where in its folder a document that is not saved yet would lie. */
export function untitledPath(uri: string): string {
  return decoded(uri.slice('untitled:'.length)).replace(/^\/+/, '');
}

export function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Whether every file that a design was made from says the same still. */
export function readsTheSame({ reads }: Pick<Resolved, 'reads'>, project: Project): boolean {
  for (const [path, before] of reads) if (!isSame(project.read(path), before)) return false;
  return true;
}

export function isSame(one: FileRead, other: FileRead): boolean {
  if (one.kind === 'text') return other.kind === 'text' && one.text === other.text && one.path === other.path;
  if (one.kind === 'unreadable') return other.kind === 'unreadable' && one.why === other.why;
  return one.kind === other.kind;
}
