import type { Fix } from '../../base/edit.js';
import type { Span } from '../../base/span.js';
import type { CheckRow } from '../../checks/index.js';
import { TEXT } from '../../checks/text.js';
import type { SchemeArgument, Word } from '../../syntax/ast.js';
import type { VertexId } from '../model.js';

/** What a reader of `replicate` arguments needs of the file around them. */
export interface ReplicationContext {
  readonly store: string;
  readonly replicas: readonly VertexId[];
  /** The primary where none is named: a preset's text knows no names. */
  readonly unnamedPrimary?: VertexId;
  /** The replica that a word names for a role in its store; reports a node that is not one. */
  replica(word: Word, role: ReplicaRole): VertexId | undefined;
  /** The node that a word names; reports where it is none. */
  node(word: Word): VertexId | undefined;
  value<T extends string>(word: Word, values: readonly T[], what: string): T | undefined;
  report(check: CheckRow, span: Span, message: string, fixes?: readonly Fix[]): void;
}

/** What a scheme calls the replica that leads, and the diagnostic of another node in its place. */
export interface ReplicaRole {
  readonly name: string;
  readonly notReplica: CheckRow;
}

/** The words that a scheme takes, each with what reads the arguments after it. */
type Readers = Readonly<Record<string, (span: Span) => unknown>>;

/** Walks over the arguments of one `replicate`. */
export class Arguments {
  private next = 0;
  private known: ReadonlyMap<string, (span: Span) => unknown> = new Map();

  constructor(
    private readonly args: readonly SchemeArgument[],
    /** The whole clause. */
    readonly span: Span,
    readonly context: ReplicationContext,
  ) {}

  word(): Word | undefined {
    const arg = this.args[this.next];
    if (arg?.kind !== 'word') return undefined;
    this.next++;
    return arg.word;
  }

  /** Names with commas between them. */
  words(): Word[] {
    const words: Word[] = [];
    for (let word = this.word(); word !== undefined; word = this.comma() ? this.word() : undefined) words.push(word);
    return words;
  }

  /** The same, unless the next word is one that the scheme takes. */
  names(): Word[] {
    const arg = this.args[this.next];
    return arg?.kind === 'word' && this.known.has(arg.word.name) ? [] : this.words();
  }

  /** Takes the next word if it is this one. */
  take(word: string): boolean {
    const arg = this.args[this.next];
    if (arg?.kind !== 'word' || arg.word.name !== word) return false;
    this.next++;
    return true;
  }

  private comma(): boolean {
    if (this.args[this.next]?.kind !== 'comma') return false;
    this.next++;
    return true;
  }

  number(): { readonly value: number; readonly span: Span } | undefined {
    const arg = this.args[this.next];
    if (arg?.kind !== 'number') return undefined;
    this.next++;
    return arg;
  }

  /** Reports that something must follow the argument that was read last. */
  missing(what: string): void {
    const last = this.args[this.next - 1];
    this.context.report(TEXT.syntaxError, last?.span ?? this.span, `Something is missing after this: ${what}.`);
  }

  /** Calls the reader of each word; anything else is one diagnostic. `expected` ends its sentence. */
  each(expected: string, readers: Readers, setting?: (name: Word, value: number, span: Span) => void): void {
    this.known = new Map(Object.entries(readers));
    for (let arg = this.args[this.next]; arg !== undefined; arg = this.args[this.next]) {
      this.next++;
      if (arg.kind === 'word') {
        const read = this.known.get(arg.word.name);
        if (read === undefined) this.context.value(arg.word, [...this.known.keys()], 'word for this scheme');
        else read(arg.span);
      } else if (arg.kind === 'setting' && setting !== undefined) setting(arg.name, arg.value, arg.span);
      else this.context.report(TEXT.syntaxError, arg.span, `Did not expect this here: expected ${expected}.`);
    }
  }
}
