import {
  allDiagnostics,
  modelText,
  parseDesign,
  resolve,
  type Diagnostic,
  type Edit,
  type FileRead,
  type Resolved,
  type Results,
  type Span,
} from '#core';
import type { Place } from '#protocol';
import {
  TextDocuments,
  type Connection,
  type Location,
  type Position,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EditorFiles, type FileHost } from './editorFiles.js';
import { Projects, type LocalFiles, type Project } from './project.js';

/**
 * One version of one document, with what is computed from its text and from those of the files that it includes.
 * Immutable: the editor's documents change under one's feet, and ranges must be those of the texts that were analysed.
 */
export class Snapshot {
  private said: { readonly results: Results | undefined; readonly diagnostics: readonly Diagnostic[] } | undefined;
  private readonly uris = new Map<string, string>();
  /**
   * Whether a file that it includes is on its way: there will be another snapshot of this version soon, and no verdicts
   * before.
   */
  readonly isAwaiting: boolean;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly resolved: Resolved,
    readonly project: Project,
  ) {
    const [own] = resolved.sources.files;
    for (const { path } of resolved.sources.files) this.uris.set(path, path === own?.path ? uri : project.uriOf(path));
    this.isAwaiting = [...resolved.reads.keys()].some((path) => project.isAwaited(path));
  }

  /** Equal for texts that differ in comments and layout only: what was found for one holds for the other. */
  get key(): string {
    return modelText(this.resolved.model).whole;
  }

  /**
   * Everything there is to say about this version, as the terminal says it. Made once: publishing and quick fixes ask
   * for the same.
   */
  diagnostics(results: Results | undefined): readonly Diagnostic[] {
    if (this.said === undefined || this.said.results !== results)
      this.said = { results, diagnostics: allDiagnostics(this.resolved, results) };
    return this.said.diagnostics;
  }

  /** The offset of a position in the document itself. */
  offset(position: Position): number {
    const { sources } = this.resolved;
    return sources.linesOf(sources.fileAt(0)).offset(position);
  }

  /** Where a span is in its file, whichever that is. */
  range(span: Span): Range {
    const { sources } = this.resolved;
    return { start: sources.position(span.start), end: sources.position(span.end) };
  }

  isOwn(span: Span): boolean {
    return this.resolved.sources.isOwn(span);
  }

  location(span: Span): Location {
    return { uri: this.uriAt(span), range: this.range(span) };
  }

  /** For our own client: a place in the document itself needs no uri. */
  place(span: Span): Place {
    return this.isOwn(span) ? this.range(span) : { ...this.range(span), uri: this.uriAt(span) };
  }

  uriAt({ start }: Span): string {
    return this.uriOf(this.resolved.sources.fileAt(start).path);
  }

  /** The uri of a file of this design. */
  uriOf(path: string): string {
    return this.uris.get(path) ?? this.project.uriOf(path);
  }

  /** The uris of the design's files and their texts, its own first. */
  get files(): readonly { readonly uri: string; readonly text: string; readonly start: number }[] {
    return this.resolved.sources.files.map(({ path, text, start }) => ({ uri: this.uriOf(path), text, start }));
  }

  /** The same for an editor that selects what is the author's to write. */
  snippetEdit(edits: readonly Edit[]): WorkspaceEdit {
    const uris = [...new Set(edits.map(({ span }) => this.uriAt(span)))];
    const of = (uri: string): SnippetTextEdit[] =>
      edits
        .filter(({ span }) => this.uriAt(span) === uri)
        .map(({ span, text, placeholder }) => ({
          range: this.range(span),
          snippet: { kind: 'snippet', value: snippet(text, placeholder) },
        }));
    return {
      documentChanges: uris.map((uri) => ({
        textDocument: { uri, version: uri === this.uri ? this.version : null },
        edits: of(uri),
      })),
    };
  }

  /** Edits of the design as edits of its files. */
  edit(edits: readonly Edit[]): WorkspaceEdit {
    const changes: Record<string, TextEdit[]> = {};
    for (const { span, text } of edits)
      (changes[this.uriAt(span)] ??= []).push({ range: this.range(span), newText: text });
    return { changes };
  }
}

/** In a snippet `$`, `}` and `\\` mean something. */
function snippet(text: string, { start, end } = { start: text.length, end: text.length }): string {
  const escaped = (part: string): string => part.replace(/[$}\\]/g, '\\$&');
  return start === end
    ? escaped(text)
    : `${escaped(text.slice(0, start))}\${1:${escaped(text.slice(start, end))}}${escaped(text.slice(end))}`;
}

/** The designs that a file is part of. */
export interface Designs {
  readonly snapshots: readonly Snapshot[];
  /** Whether every design that might include the file was looked at. */
  readonly isAll: boolean;
}

/** The open documents as the editor has them, unsaved edits included, and the files that they include. */
export class Documents {
  private readonly texts = new TextDocuments(TextDocument);
  private readonly snapshots = new Map<string, { readonly snapshot: Snapshot; checked: number }>();
  readonly projects: Projects;
  /** Grows with everything that may have changed a file. */
  private generation = 0;
  /** Of a file that the editor hands out, and that was not there when it was asked for. */
  private arrived: (uri: string) => void = () => undefined;

  constructor(local: LocalFiles | undefined) {
    this.projects = new Projects(
      { text: (uri) => this.texts.get(uri)?.getText(), uris: () => this.texts.keys() },
      local,
    );
  }

  /** Events carry the uri: of a document, or of one that includes what has changed. */
  listen(
    connection: Connection,
    on: { readonly changed: (uri: string) => void; readonly closed: (uri: string) => void },
  ): void {
    const includersChanged = (changed: readonly string[]): void => {
      this.generation++;
      const keys = new Set(changed.map((uri) => this.projects.key(uri)));
      for (const uri of this.texts.keys()) if (!changed.includes(uri) && this.reads(uri, keys)) on.changed(uri);
    };
    this.arrived = (uri) => includersChanged([uri]);
    const filesChanged = (changed: readonly string[]): void => {
      this.projects.editor?.changed(changed);
      includersChanged(changed);
    };
    this.texts.onDidChangeContent(({ document }) => {
      this.generation++;
      on.changed(document.uri);
      includersChanged([document.uri]);
    });
    this.texts.onDidClose(({ document }) => {
      this.snapshots.delete(document.uri);
      on.closed(document.uri);
      filesChanged([document.uri]);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(changes.map(({ uri }) => uri)));
    this.texts.listen(connection);
  }

  /** The editor hands out the files that are on no disk of ours. */
  useFilesOf(host: FileHost): void {
    this.projects.editor = new EditorFiles(
      host,
      (uri) => this.projects.key(uri),
      (uri) => this.arrived(uri),
    );
  }

  /** The result of a computation to which no file was missing that is on its way. It may run several times. */
  async complete<T>(compute: () => T): Promise<T> {
    return this.projects.editor === undefined ? compute() : this.projects.editor.complete(compute);
  }

  /** The workspace has other folders: what a design may include has changed. */
  foldersChanged(folders: readonly string[], changed: (uri: string) => void): void {
    this.projects.folders = folders.map((folder) => folder.replace(/\/+$/, ''));
    this.generation++;
    for (const { snapshot } of this.snapshots.values())
      if (snapshot.resolved.reads.size > 0 || snapshot.resolved.includes.length > 0) changed(snapshot.uri);
    this.snapshots.clear();
  }

  /** Of every open document. */
  get uris(): readonly string[] {
    return this.texts.keys();
  }

  /** The newest version, parsed at the first call; undefined where the document is not open. */
  get(uri: string): Snapshot | undefined {
    const document = this.texts.get(uri);
    if (document === undefined) return undefined;
    const text = document.getText();
    const known = this.snapshots.get(uri);
    // A document that was closed and opened again may carry an old version number with a new text: both are compared.
    if (known?.snapshot.version === document.version && known.snapshot.resolved.text === text && this.isFresh(known))
      return known.snapshot;
    const fresh = this.made(uri, document.version, text, known?.snapshot.resolved);
    this.snapshots.set(uri, { snapshot: fresh, checked: this.generation });
    return fresh;
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
      const snapshot = this.made(other, 0, read.text);
      return snapshot.files.some((file) => this.projects.key(file.uri) === key) ? [snapshot] : [];
    });
    return { snapshots: [...open, ...closed], isAll };
  }

  private made(uri: string, version: number, text: string, before?: Resolved): Snapshot {
    const project = this.projects.of(uri);
    return new Snapshot(uri, version, resolve(parseDesign(project.path, text, project.read, before)), project);
  }

  /**
   * Whether every file that the snapshot was made from says the same still. Looked at once after each change of
   * anything.
   */
  private isFresh(known: { readonly snapshot: Snapshot; checked: number }): boolean {
    const { snapshot } = known;
    // What is on its way is asked for each time, so that `complete` knows of it.
    if (known.checked === this.generation && !snapshot.isAwaiting) return true;
    for (const [path, before] of snapshot.resolved.reads)
      if (!isSame(snapshot.project.read(path), before)) return false;
    known.checked = this.generation;
    return true;
  }

  /** Does the document, as it was last looked at, ask for one of these files, there or not? */
  private reads(uri: string, keys: ReadonlySet<string>): boolean {
    const known = this.snapshots.get(uri)?.snapshot;
    return (
      known !== undefined &&
      [...known.resolved.reads.keys()].some((path) => keys.has(this.projects.key(known.project.uriOf(path))))
    );
  }
}

function isSame(one: FileRead, other: FileRead): boolean {
  if (one.kind === 'text') return other.kind === 'text' && one.text === other.text && one.path === other.path;
  if (one.kind === 'unreadable') return other.kind === 'unreadable' && one.why === other.why;
  return one.kind === other.kind;
}
