import type { FileRead } from '#core';
import type { DesignsAnswer, FileAnswer } from '#protocol';

/** The editor as far as it hands out files that lie on no disk of ours. Rejects where the connection ends. */
export interface FileHost {
  readonly readFile: (uri: string) => Promise<FileAnswer>;
  readonly listDesigns: (folder: string) => Promise<DesignsAnswer>;
}

/** What was asked for: without an answer, it is on its way. */
interface Asked<Answer> {
  answer?: Answer;
  readonly arrival: Promise<void>;
}

const AWAITED: FileRead = { kind: 'unreadable', why: 'the editor is still fetching it', isUnknown: true };
/** Where the editor fails to answer. */
const UNANSWERED: FileRead = { kind: 'unreadable', why: 'the editor did not hand it out', isUnknown: true };
const NO_LIST: DesignsAnswer = { paths: [], isAll: false };

/**
 * Files that only the editor reaches: those of a browser, or of a repository that is not checked out. Designs are
 * parsed at once and files arrive later: a missing file is asked for, and the caller that parsed without it is told
 * when it comes. Files are kept until the editor says that something has changed.
 */
export class EditorFiles {
  private readonly files = new Map<string, Asked<FileRead>>();
  private readonly lists = new Map<string, Asked<DesignsAnswer>>();
  private missed = new Set<Promise<void>>();

  /**
   * `keyOf` makes one of the spellings of a uri; `arrived` hears the uri of each file whose text has come, or its
   * refusal.
   */
  constructor(
    private readonly host: FileHost,
    private readonly keyOf: (uri: string) => string,
    private readonly arrived: (uri: string) => void,
  ) {}

  read(uri: string, path: string): FileRead {
    const key = this.keyOf(uri);
    const answer = async (): Promise<FileRead> => fileRead(await this.host.readFile(uri), path);
    const asked =
      this.files.get(key) ??
      this.ask(
        this.files,
        key,
        answer().catch(() => UNANSWERED),
        () => this.arrived(uri),
      );
    return this.known(asked) ?? AWAITED;
  }

  /** Whether a file that was asked for is on its way. */
  isAwaited(uri: string): boolean {
    const asked = this.files.get(this.keyOf(uri));
    return asked !== undefined && asked.answer === undefined;
  }

  /** The designs below a folder. */
  list(folder: string): DesignsAnswer {
    const asked =
      this.lists.get(folder) ??
      this.ask(
        this.lists,
        folder,
        this.host.listDesigns(folder).catch(() => NO_LIST),
        () => undefined,
      );
    return this.known(asked) ?? NO_LIST;
  }

  /** Something may have happened to these files: their texts, and whether they are there. */
  changed(uris: readonly string[]): void {
    for (const uri of uris) this.files.delete(this.keyOf(uri));
    this.lists.clear();
  }

  /**
   * The result of a computation that had everything it asked for: it is done again when what it missed has come, each
   * time once what it needs is `ready`.
   */
  async complete<T>(compute: () => T, ready?: () => Promise<void>): Promise<T> {
    for (;;) {
      if (ready !== undefined) await ready();
      this.missed = new Set();
      const result = compute();
      if (this.missed.size === 0) return result;
      await Promise.all(this.missed);
    }
  }

  private known<Answer>(asked: Asked<Answer>): Answer | undefined {
    if (asked.answer === undefined) this.missed.add(asked.arrival);
    return asked.answer;
  }

  /** Remembers what was asked. An editor that fails to answer is not asked again until something changes. */
  private ask<Answer>(
    all: Map<string, Asked<Answer>>,
    key: string,
    answered: Promise<Answer>,
    told: () => void,
  ): Asked<Answer> {
    const asked: Asked<Answer> = {
      arrival: answered.then((answer) => {
        asked.answer = answer;
        // An answer to a question that was taken back is nobody's.
        if (all.get(key) === asked) told();
      }),
    };
    all.set(key, asked);
    return asked;
  }
}

function fileRead(answer: FileAnswer, path: string): FileRead {
  return answer.kind === 'text' ? { kind: 'text', path, text: answer.text } : answer;
}
