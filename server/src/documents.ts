import { allDiagnostics, LineIndex, parse, resolve, type Diagnostic, type Resolved, type Results, type Span } from '#core';
import { TextDocuments, type Connection, type Position, type Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * One version of one document, with what is computed from its text at once. Immutable: the editor's document changes under
 * one's feet, and ranges must be those of the text that was analysed.
 */
export class Snapshot {
  private lineIndex: LineIndex | undefined;
  private modelKey: string | undefined;
  private said: { readonly results: Results | undefined; readonly diagnostics: readonly Diagnostic[] } | undefined;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly resolved: Resolved,
  ) {}

  /** Equal for texts that differ in comments and layout only: what was found for one holds for the other. */
  get key(): string {
    return (this.modelKey ??= JSON.stringify(this.resolved.model));
  }

  /** Everything there is to say about this version, as the terminal says it. Made once: publishing and quick fixes ask for the same. */
  diagnostics(results: Results | undefined): readonly Diagnostic[] {
    if (this.said === undefined || this.said.results !== results) this.said = { results, diagnostics: allDiagnostics(this.resolved, results) };
    return this.said.diagnostics;
  }

  offset(position: Position): number {
    return this.lines.offset(position);
  }

  range(span: Span): Range {
    return { start: this.lines.position(span.start), end: this.lines.position(span.end) };
  }

  private get lines(): LineIndex {
    return (this.lineIndex ??= new LineIndex(this.resolved.text));
  }
}

/** The open documents as the editor has them, unsaved edits included. */
export class Documents {
  private readonly texts = new TextDocuments(TextDocument);
  private readonly snapshots = new Map<string, Snapshot>();

  /** Events carry the uri. */
  listen(connection: Connection, on: { readonly changed: (uri: string) => void; readonly closed: (uri: string) => void }): void {
    this.texts.onDidChangeContent(({ document }) => on.changed(document.uri));
    this.texts.onDidClose(({ document }) => {
      this.snapshots.delete(document.uri);
      on.closed(document.uri);
    });
    this.texts.listen(connection);
  }

  /** Of every open document. */
  get uris(): readonly string[] {
    return this.texts.keys();
  }

  /** The newest version, parsed at the first call; undefined where the document is not open. */
  get(uri: string): Snapshot | undefined {
    const document = this.texts.get(uri);
    if (document === undefined) return undefined;
    const known = this.snapshots.get(uri);
    // A document that was closed and opened again may carry an old version number with a new text: both are compared.
    if (known?.version === document.version && known.resolved.text === document.getText()) return known;
    const fresh = new Snapshot(uri, document.version, resolve(parse(document.getText())));
    this.snapshots.set(uri, fresh);
    return fresh;
  }
}
