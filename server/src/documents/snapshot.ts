import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  Location,
  Position,
  Range,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  asLoud,
  type Loudness,
  type Diagnostic,
  type Edit,
  modelText,
  type Resolved,
  type Results,
  judgedInSteps,
  run,
  type Span,
  type Steps,
} from '#core';
import type { Place } from '#protocol';
import type { Project } from './project.js';

/**
 * One version of one document, with what is computed from its text and from those of the files that it includes.
 * Immutable: the editor's documents change under one's feet, and ranges must be those of the texts that were analysed.
 */
export class Snapshot {
  private said:
    | {
        readonly judged: readonly Diagnostic[];
        readonly loudness: Loudness;
        readonly diagnostics: readonly Diagnostic[];
      }
    | undefined;
  /** Without results, and with the newest: both are told, one after the other. */
  private readonly judged = new Map<Results | undefined, readonly Diagnostic[]>();
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
   * Everything there is to say about this version, as the terminal says it, as loudly as the
   * file beside the design wants it, or else this editor. Made once: publishing and quick fixes ask
   * for the same.
   */
  diagnostics(results: Results | undefined, loudness: Loudness): readonly Diagnostic[] {
    const judged = run(this.judgedInSteps(results));
    if (this.said === undefined || this.said.judged !== judged || this.said.loudness !== loudness)
      this.said = { judged, loudness, diagnostics: asLoud(this.resolved, judged, loudness) };
    return this.said.diagnostics;
  }

  /** What is found in the results, in steps. Made once for the newest, and once without any. */
  *judgedInSteps(results: Results | undefined): Steps<readonly Diagnostic[]> {
    const known = this.judged.get(results);
    if (known !== undefined) return known;
    const found = yield* judgedInSteps(this.resolved, results);
    if (results !== undefined) for (const old of this.judged.keys()) if (old !== undefined) this.judged.delete(old);
    this.judged.set(results, found);
    return found;
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

  /** The same; null where there is nothing in the text to point at. */
  placeOf(span: Span | undefined): Place | null {
    return span === undefined ? null : this.place(span);
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

  /** Edits of the design as edits of its files; `annotation`: what a preview of them says. */
  edit(edits: readonly Edit[], annotation?: ChangeAnnotation): WorkspaceEdit {
    const uris = [...new Set(edits.map(({ span }) => this.uriAt(span)))];
    const of = (uri: string): TextEdit[] =>
      edits
        .filter(({ span }) => this.uriAt(span) === uri)
        .map(({ span, text }) => ({ range: this.range(span), newText: text }));
    if (annotation === undefined) return { changes: Object.fromEntries(uris.map((uri) => [uri, of(uri)])) };
    const annotationId = 'fix';
    return {
      documentChanges: uris.map((uri) => ({
        textDocument: { uri, version: uri === this.uri ? this.version : null },
        edits: of(uri).map((edit): AnnotatedTextEdit => ({ ...edit, annotationId })),
      })),
      changeAnnotations: { [annotationId]: annotation },
    };
  }
}

/** In a snippet `$`, `}` and `\\` mean something. */
function snippet(text: string, { start, end } = { start: text.length, end: text.length }): string {
  const escaped = (part: string): string => part.replace(/[$}\\]/g, '\\$&');
  return start === end
    ? escaped(text)
    : `${escaped(text.slice(0, start))}\${1:${escaped(text.slice(start, end))}}${escaped(text.slice(end))}`;
}
