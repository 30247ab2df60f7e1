import type { FileRead } from '#core';
import type { DesignsAnswer, FileAnswer } from '#protocol';
import { Answers, type Arrivals } from './arrivals.js';

/** The editor as far as it hands out files that lie on no disk of ours. Rejects where the connection ends. */
export interface FileHost {
  readonly readFile: (uri: string) => Promise<FileAnswer>;
  readonly listDesigns: (folder: string) => Promise<DesignsAnswer>;
}

const AWAITED: FileRead = { kind: 'unreadable', why: 'the editor is still fetching it', isUnknown: true };
/** Where the editor fails to answer. */
const UNANSWERED: FileRead = { kind: 'unreadable', why: 'the editor did not hand it out', isUnknown: true };
const NO_LIST: DesignsAnswer = { paths: [], isAll: false };

/** A file of the editor's, and how the project calls it. */
interface Wanted {
  readonly uri: string;
  readonly path: string;
}

/**
 * Files that only the editor reaches: those of a browser, or of a repository that is not checked out. Designs are
 * parsed at once and files arrive later: a missing file is asked for, and the caller that parsed without it is told
 * when it comes. Files are kept until the editor says that something has changed. An editor that fails to answer is not
 * asked again before.
 */
export class EditorFiles {
  private readonly files: Answers<Wanted, FileRead>;
  private readonly lists: Answers<string, DesignsAnswer>;

  /**
   * `keyOf` makes one of the spellings of a uri; `arrived` hears the uri of each file whose text has come, or its
   * refusal.
   */
  constructor(
    host: FileHost,
    private readonly keyOf: (uri: string) => string,
    arrivals: Arrivals,
    arrived: (uri: string) => void,
  ) {
    const answer = async ({ uri, path }: Wanted): Promise<FileRead> => fileRead(await host.readFile(uri), path);
    this.files = new Answers(arrivals, {
      keyOf: ({ uri }) => keyOf(uri),
      look: (wanted) => answer(wanted).catch(() => UNANSWERED),
      told: ({ uri }) => arrived(uri),
      isSame: () => false,
      changes: 'told',
    });
    this.lists = new Answers(arrivals, {
      keyOf: (folder) => folder,
      look: (folder) => host.listDesigns(folder).catch(() => NO_LIST),
      told: () => undefined,
      isSame: () => false,
      changes: 'told',
    });
  }

  read(uri: string, path: string): FileRead {
    return this.files.get({ uri, path }) ?? AWAITED;
  }

  /** Whether a file that was asked for is on its way. */
  isAwaited(uri: string): boolean {
    return this.files.isAwaited({ uri, path: '' });
  }

  /** The designs below a folder. */
  list(folder: string): DesignsAnswer {
    return this.lists.get(folder) ?? NO_LIST;
  }

  /** Something may have happened to these files: their texts, and whether they are there. */
  changed(uris: readonly string[]): void {
    const keys = new Set(uris.map((uri) => this.keyOf(uri)));
    this.files.forget(({ uri }) => keys.has(this.keyOf(uri)));
    this.lists.forget(() => true);
  }
}

function fileRead(answer: FileAnswer, path: string): FileRead {
  return answer.kind === 'text' ? { kind: 'text', path, text: answer.text } : answer;
}
