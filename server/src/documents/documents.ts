import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDesignInSteps, type Resolved, resolveInSteps, run, settingsBeside, type Steps } from '#core';
import type { Clock } from '../clock.js';
import { inSlices } from '../inSlices.js';
import { type DocumentConnection, wellFormed } from './wellFormed.js';
import { Arrivals, type Completing } from './arrivals.js';
import { EditorFiles, type FileHost } from './editorFiles.js';
import { Projects, readsTheSame, type StartLocalFiles } from './project.js';
import { Snapshot } from './snapshot.js';

/** The designs that a file is part of. */
export interface Designs {
  readonly snapshots: readonly Snapshot[];
  /** Whether every design that might include the file was looked at. */
  readonly isAll: boolean;
}

/** `checked`: the generation in which the files were last looked at. */
interface Known {
  readonly snapshot: Snapshot;
  checked: number;
}

/** The open documents as the editor has them, unsaved edits included, and the files that they include. */
export class Documents {
  private readonly texts = new TextDocuments(TextDocument);
  private readonly snapshots = new Map<string, Known>();
  /** By uri: who waits for a version that is being parsed. */
  private readonly waiting = new Map<string, (() => void)[]>();
  readonly projects: Projects;
  /** Grows with everything that may have changed a file. */
  private generation = 0;
  private readonly arrivals = new Arrivals();
  /** Of a file that was not there when it was asked for, or was another one. */
  private arrived: (uri: string) => void = () => undefined;
  private moved: () => void = () => undefined;

  constructor(
    startLocal: StartLocalFiles | undefined,
    private readonly clock: Clock,
  ) {
    const local = startLocal?.(this.arrivals, {
      arrived: (uri) => this.arrived(uri),
      moved: () => this.moved(),
    });
    this.projects = new Projects(
      { text: (uri) => this.texts.get(uri)?.getText(), uris: () => this.texts.keys() },
      local,
    );
  }

  /** Events carry the uri: of a document, or of one that includes what has changed. */
  listen(
    connection: DocumentConnection,
    on: { readonly changed: (uri: string) => void; readonly closed: (uri: string) => void },
  ): void {
    const includersChanged = (changed: readonly string[]): void => {
      this.generation++;
      const keys = new Set(changed.map((uri) => this.projects.key(uri)));
      for (const uri of this.texts.keys()) if (!changed.includes(uri) && this.reads(uri, keys)) on.changed(uri);
    };
    this.arrived = (uri) => includersChanged([uri]);
    this.moved = () => this.readersChanged(on.changed);
    const filesChanged = (changed: readonly string[]): void => {
      this.arrivals.changed();
      this.projects.editor?.changed(changed);
      this.projects.local?.changed(changed);
      includersChanged(changed);
    };
    this.texts.onDidChangeContent(({ document }) => {
      this.generation++;
      this.arrivals.changed();
      on.changed(document.uri);
      includersChanged([document.uri]);
    });
    this.texts.onDidClose(({ document }) => {
      this.snapshots.delete(document.uri);
      on.closed(document.uri);
      filesChanged([document.uri]);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(changes.map(({ uri }) => uri)));
    this.texts.listen(wellFormed(connection));
  }

  /** The editor hands out the files that are on no disk of ours. */
  useFilesOf(host: FileHost): void {
    this.projects.editor = new EditorFiles(
      host,
      (uri) => this.projects.key(uri),
      this.arrivals,
      (uri) => this.arrived(uri),
    );
  }

  /**
   * The result of a computation about a document, parsed, to which no file was missing that is on its way. It may run
   * several times. `isNewest`: it edits files, or nobody says when one that it reads has changed. It waits until these
   * were looked at once more; another takes them as they were, and is told later if that was wrong.
   */
  complete<T>(uri: string, compute: () => T, { isNewest = false }: Pick<Completing, 'isNewest'> = {}): Promise<T> {
    const whole = (): T => {
      if (isNewest) this.generation++;
      return compute();
    };
    return this.arrivals.complete(whole, { ready: () => this.whenAllParsed(uri), isNewest });
  }

  /** The workspace has other folders: the set of files that a design may include has changed. */
  foldersChanged(folders: readonly string[], changed: (uri: string) => void): void {
    this.projects.folders = folders.map((folder) => folder.replace(/(?<!\/)\/+$/, ''));
    this.arrivals.changed();
    this.readersChanged(changed);
    this.snapshots.clear();
  }

  /** Whatever a design reads may be another file. */
  private readersChanged(changed: (uri: string) => void): void {
    this.generation++;
    for (const { snapshot } of this.snapshots.values())
      if (snapshot.resolved.reads.size > 0 || snapshot.resolved.includes.length > 0) changed(snapshot.uri);
  }

  /** Of every open document. */
  get uris(): readonly string[] {
    return this.texts.keys();
  }

  /** The newest version as the editor has it, parsed or not; undefined where the document is not open. */
  newest(uri: string): { readonly version: number; readonly text: string } | undefined {
    const document = this.texts.get(uri);
    return document === undefined ? undefined : { version: document.version, text: document.getText() };
  }

  /**
   * The newest version, parsed at the first call; undefined where the document is not open. Parsing a long text takes
   * its time: see `whenParsed`.
   */
  get(uri: string): Snapshot | undefined {
    const newest = this.newest(uri);
    if (newest === undefined) return undefined;
    return this.current(uri, newest) ?? run(this.made(uri, newest));
  }

  /**
   * Calls once the newest version is parsed, so that `get` has it, or the document is not open any more: at once where
   * that takes no longer than a slice, and otherwise between messages. Edits meanwhile begin anew.
   */
  whenParsed(uri: string, then: () => void): void {
    const waiting = this.waiting.get(uri);
    if (waiting !== undefined) waiting.push(then);
    else if (this.isParsed(uri)) then();
    else {
      this.waiting.set(uri, [then]);
      this.parse(uri);
    }
  }

  private parse(uri: string): void {
    const newest = this.newest(uri);
    if (newest === undefined || this.isParsed(uri)) {
      this.parsed(uri);
      return;
    }
    const { generation } = this;
    const project = this.projects.of(uri);
    // The last file that every design reads: it comes while a long text is parsed.
    project.read(settingsBeside(project.path));
    const isWanted = (): boolean => this.generation === generation || isSameVersion(this.newest(uri), newest);
    inSlices(this.made(uri, newest), this.clock, isWanted, ({ kind }) => {
      if (kind === 'given up') this.parse(uri);
      // What failed fails again for those who want it, and they say so.
      else this.parsed(uri);
    });
  }

  private parsed(uri: string): void {
    const waiting = this.waiting.get(uri) ?? [];
    this.waiting.delete(uri);
    for (const then of waiting) then();
  }

  private isParsed(uri: string): boolean {
    const newest = this.newest(uri);
    return newest === undefined || this.current(uri, newest) !== undefined;
  }

  /** The document, and the open designs that include it. */
  private async whenAllParsed(uri: string): Promise<void> {
    const keys = new Set([this.projects.key(uri)]);
    const all = [uri, ...this.texts.keys().filter((one) => one !== uri && this.reads(one, keys))];
    for (const one of all)
      if (!this.isParsed(one)) await new Promise<void>((parsed) => this.whenParsed(one, () => parsed()));
  }

  private current(
    uri: string,
    { version, text }: { readonly version: number; readonly text: string },
  ): Snapshot | undefined {
    const known = this.snapshots.get(uri);
    // A document that was closed and opened again may carry an old version number with a new text: both are compared.
    return known?.snapshot.version === version &&
      known.snapshot.resolved.text === text &&
      isFresh(known, this.generation)
      ? known.snapshot
      : undefined;
  }

  /** Whether an open design includes the file, as it was last looked at. */
  isIncluded(uri: string): boolean {
    const keys = new Set([this.projects.key(uri)]);
    return this.texts.keys().some((one) => one !== uri && this.reads(one, keys));
  }

  /** The open designs that include a file, without the file itself. */
  including(uri: string): readonly Snapshot[] {
    const key = this.projects.key(uri);
    return this.texts.keys().flatMap((one) => {
      const snapshot = one === uri || !this.reads(one, new Set([key])) ? undefined : this.get(one);
      return snapshot?.files.some((file) => this.projects.key(file.uri) === key) === true ? [snapshot] : [];
    });
  }

  /**
   * Every design of the project that a file belongs to, open or not: the file itself first, then those that include it.
   */
  designsWith(uri: string, seenFrom: Snapshot): Designs {
    const open = [...(this.get(uri) === undefined ? [] : [this.get(uri)]), ...this.including(uri)].flatMap(
      (one) => one ?? [],
    );
    const key = this.projects.key(uri);
    const { paths, isAll } = seenFrom.project.designs();
    const isOpen = new Set(this.texts.keys().map((one) => this.projects.key(one)));
    const closed = paths.flatMap((path): Snapshot[] => {
      const other = seenFrom.project.uriOf(path);
      const otherKey = this.projects.key(other);
      if (isOpen.has(otherKey)) return [];
      const read = seenFrom.project.read(path);
      if (read.kind !== 'text' || (otherKey !== key && !/\binclude\b/.test(read.text))) return [];
      const snapshot = run(this.resolved(other, { version: 0, text: read.text }));
      return snapshot.files.some((file) => this.projects.key(file.uri) === key) ? [snapshot] : [];
    });
    return { snapshots: [...open, ...closed], isAll };
  }

  /** The version is the document's newest from then on. */
  private *made(uri: string, newest: { readonly version: number; readonly text: string }): Steps<Snapshot> {
    const checked = this.generation;
    const snapshot = yield* this.resolved(uri, newest, this.snapshots.get(uri)?.snapshot.resolved);
    this.snapshots.set(uri, { snapshot, checked });
    return snapshot;
  }

  private *resolved(
    uri: string,
    { version, text }: { readonly version: number; readonly text: string },
    before?: Resolved,
  ): Steps<Snapshot> {
    const project = this.projects.of(uri);
    const parsed = yield* parseDesignInSteps(project, text, before);
    return new Snapshot(uri, version, yield* resolveInSteps(parsed), project);
  }

  /** Does the document, as it was last looked at, ask for one of these files, there or not? */
  private reads(uri: string, keys: ReadonlySet<string>): boolean {
    const known = this.snapshots.get(uri)?.snapshot;
    return known !== undefined && [...known.resolved.reads.keys()].some((path) => keys.has(known.project.keyOf(path)));
  }
}

/**
 * Whether every file that the snapshot was made from says the same still. Looked at once after each change of anything,
 * which is a new generation.
 */
function isFresh(known: Known, generation: number): boolean {
  const { snapshot } = known;
  // A file on its way is asked for each time, so that `complete` knows of it.
  if (known.checked === generation && !snapshot.isAwaiting) return true;
  if (!readsTheSame(snapshot.resolved, snapshot.project)) return false;
  known.checked = generation;
  return true;
}

function isSameVersion(
  one: { readonly version: number; readonly text: string } | undefined,
  other: { readonly version: number; readonly text: string },
): boolean {
  return one?.version === other.version && one.text === other.text;
}
