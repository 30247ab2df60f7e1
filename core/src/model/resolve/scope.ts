import { didYouMean, type Effort, NearNames } from '../../base/didYouMean.js';
import type { Fix } from '../../base/edit.js';
import { countLeading } from '../../base/sorted.js';
import type { Sources } from '../../base/sources.js';
import type { Span } from '../../base/span.js';
import { flatMapped, sizeOf, type Steps } from '../../base/steps.js';
import { type Diagnostic, diagnosticOf, type Related } from '../../checks/diagnostic.js';
import type { CheckRow } from '../../checks/index.js';
import { NAMES } from '../../checks/names.js';
import { TEXT } from '../../checks/text.js';
import { FOREIGN_GROUPS, wordFor } from '../../syntax/foreignWords.js';
import type {
  DurationLiteral,
  NodeStatement,
  Parsed,
  ProbabilityLiteral,
  Statement,
  Word,
  ZoneStatement,
} from '../../syntax/ast.js';
import type { DeclaredSymbol, SymbolKind, VertexId } from '../model.js';
import { nameText } from '../nameText.js';
import { declaredTwice, saidAgain } from './declaredTwice.js';

/** A declared name. References are added while the statements are resolved, `index` once its list is complete. */
export interface Entry {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly word: Word;
  readonly statement: Span;
  readonly references: Span[];
  index?: number;
}

/**
 * Nodes, zones, routers and clients share one namespace, because they mix in lists. Stores and services share one too,
 * because both can be required, but are looked up apart. The others have one each.
 */
type Space = 'place' | 'link' | 'store' | 'service' | 'operation' | 'partition' | 'risk';

const SPACE_NAMES: Readonly<Record<Space, string>> = {
  place: 'node, zone, router or client',
  link: 'link',
  store: 'store',
  service: 'service',
  operation: 'operation',
  partition: 'partition',
  risk: 'risk',
};
/** "client", where only a client can stand; "node or zone". */
function namesOf(kinds: readonly SymbolKind[]): string {
  const [last = '', ...others] = kinds.toReversed();
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`;
}

const SPACES = Object.keys(SPACE_NAMES) as Space[];
/** A name of the one is not free for the other. */
const SHARED: Readonly<Partial<Record<Space, Space>>> = { store: 'service', service: 'store' };

/**
 * What the comparisons of all unknown names with the declared ones may cost, in letters: some milliseconds. Names
 * beyond it are reported without a suggestion.
 */
const MOST_COMPARED = 100_000;

/** A round trip or a wait of more than a day is a mistake. */
const MAX_DURATION_MS = 24 * 3_600_000;

/** What a diagnostic may have besides its message. */
interface More {
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/**
 * The names of a design, and what was said about it so far. Nothing else changes while a design is resolved: each
 * statement's function asks this for names and values, and reports here.
 */
export class Scope {
  private readonly found: Diagnostic[];
  private readonly entries: Entry[] = [];
  private readonly spaces: Readonly<Record<Space, Map<string, Entry>>> = {
    place: new Map(),
    link: new Map(),
    store: new Map(),
    service: new Map(),
    operation: new Map(),
    partition: new Map(),
    risk: new Map(),
  };

  private readonly near = new Map<Space, NearNames>();
  private readonly effort: Effort = { left: MOST_COMPARED };
  /** Those of the parser by where they begin, of which `broken` asks for each statement. */
  private readonly broke: readonly Span[];

  /** By node: the statement that declares it outside of a zone. */
  private readonly outside = new Map<string, NodeStatement>();
  private readonly sources: Sources;

  private constructor(parsed: Parsed) {
    this.sources = parsed.sources;
    this.found = [...parsed.diagnostics];
    this.broke = parsed.diagnostics.map(({ span }) => span).sort((a, b) => a.start - b.start);
  }

  /** Every name is declared, so that names resolve in any order. */
  static *of(parsed: Parsed): Steps<Scope> {
    const scope = new Scope(parsed);
    yield* flatMapped(parsed.statements, sizeOf, (statement) => {
      scope.declare(statement);
      return [];
    });
    return scope;
  }

  textOf(span: Span): string {
    return this.sources.textOf(span);
  }

  /** In order of declaration. */
  get symbols(): readonly DeclaredSymbol[] {
    return this.entries;
  }

  /** Those of the parser first, then in the order in which they were reported. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  private declare(statement: Statement): void {
    switch (statement.kind) {
      case 'node':
        this.declareNodes(statement, statement.names);
        for (const { name } of statement.names) this.outside.set(name, statement);
        break;
      case 'router':
      case 'client':
        for (const word of statement.names) this.declareOne('place', statement.kind, word, statement.span);
        break;
      case 'zone':
        if (statement.name !== undefined) this.declareOne('place', 'zone', statement.name, statement.span);
        this.declareNodes(statement, statement.nodes);
        break;
      case 'link':
      case 'store':
      case 'service':
      case 'operation':
      case 'partition':
      case 'risk':
        if (statement.name !== undefined)
          this.declareOne(statement.kind, statement.kind, statement.name, statement.span);
        break;
      case 'mesh':
      case 'expect':
      case 'accept':
      case 'explore':
      case 'include':
        break;
    }
  }

  private declareNodes(statement: NodeStatement | ZoneStatement, words: readonly Word[]): void {
    const again = words.filter(({ name }) => this.spaces.place.get(name)?.kind === 'node');
    const [first] = again;
    const twice = first && declaredTwice(statement, again, (name) => this.outside.get(name), this.sources);
    if (first !== undefined && twice !== undefined) {
      const known = this.spaces.place.get(first.name);
      const related = known === undefined ? [] : [{ span: known.word.span, message: 'first declared here' }];
      this.report(NAMES.duplicateName, first.span, twice.message, { related, fixes: [twice.fix] });
    }
    for (const word of words)
      if (twice === undefined || !again.includes(word)) this.declareOne('place', 'node', word, statement.span);
  }

  private declareOne(space: Space, kind: SymbolKind, word: Word, statement: Span): void {
    const other = SHARED[space];
    const known =
      this.spaces[space].get(word.name) ?? (other === undefined ? undefined : this.spaces[other].get(word.name));
    if (known !== undefined) {
      const article = known.kind === 'operation' ? 'an' : 'a';
      this.report(
        NAMES.duplicateName,
        word.span,
        `${quote(word.name)} is declared already, as ${article} ${known.kind}: give one of the two another name.`,
        {
          related: [{ span: known.word.span, message: 'first declared here' }],
          fixes: saidAgain(statement, known.statement, this.sources),
        },
      );
      return;
    }
    if (word.name.trim() === '') {
      this.report(TEXT.syntaxError, word.span, 'A name has at least one character that can be seen.');
      return;
    }
    const entry: Entry = { kind, name: word.name, word, statement, references: [] };
    this.spaces[space].set(word.name, entry);
    this.entries.push(entry);
  }

  /** The entry that this very word declares; a duplicate has none. */
  own(space: Space, word: Word): Entry | undefined {
    const entry = this.spaces[space].get(word.name);
    return entry?.word === word ? entry : undefined;
  }

  /** The parts of one list of the model are complete: their names stand for their indices from now on. */
  number<T extends { readonly entry?: Entry | undefined }>(parts: readonly T[], first = 0): readonly T[] {
    parts.forEach(({ entry }, i) => {
      if (entry !== undefined) entry.index = first + i;
    });
    return parts;
  }

  has(space: Space, { name }: Word): boolean {
    return this.spaces[space].has(name);
  }

  /** The entry that a word refers to; reports an unknown name. */
  find(space: Space, word: Word, what = SPACE_NAMES[space]): Entry | undefined {
    const entry = this.spaces[space].get(word.name);
    if (entry === undefined) this.unknownName(space, word, what);
    else entry.references.push(word.span);
    return entry;
  }

  /** The store or service that a word refers to; reports an unknown name. */
  findRequired(word: Word): Entry | undefined {
    return this.find(this.spaces.service.has(word.name) ? 'service' : 'store', word);
  }

  private unknownName(space: Space, word: Word, what: string): void {
    const meant = this.nearName(space, word.name);
    const fixes = meant === undefined ? [] : [replacement(word.span, nameText(meant))];
    const hint = meant === undefined ? this.elsewhere(space, word) : `: did you mean ${quote(meant)}?`;
    const message = `There is no ${what} ${quote(word.name)}${hint}`;
    this.report(NAMES.unknownName, word.span, message, { fixes });
  }

  private nearName(space: Space, name: string): string | undefined {
    const known = this.near.get(space) ?? new NearNames(this.spaces[space].keys());
    this.near.set(space, known);
    return known.nearest(name, this.effort);
  }

  /** The end of a sentence about an unknown name: what has this name instead. */
  private elsewhere(space: Space, { name }: Word): string {
    const [other] = SPACES.flatMap((one) => (one === space ? [] : (this.spaces[one].get(name) ?? [])));
    return other === undefined ? ': declare it, or correct the name.' : `; ${quote(name)} is a ${other.kind}.`;
  }

  /** The vertex that a word names; reports where there is none, or one of another kind. `why` ends a sentence. */
  place(
    word: Word,
    kinds: readonly SymbolKind[],
    why: string,
    fixes: (kind: string) => readonly Fix[] = () => [],
  ): VertexId | undefined {
    const entry = this.find('place', word, namesOf(kinds));
    if (entry === undefined || kinds.includes(entry.kind)) return entry?.index;
    this.report(
      NAMES.wrongKind,
      word.span,
      `${quote(word.name)} is a ${entry.kind}, not a ${kinds.join(' or ')}: ${why}.`,
      { related: [{ span: entry.word.span, message: `${word.name} is declared here` }], fixes: fixes(entry.kind) },
    );
    return undefined;
  }

  /** The value that a word stands for; reports a word that is not one of them. `what` names them: "merge rule". */
  value<T extends string>(word: Word, values: readonly T[], what: string): T | undefined {
    const found = values.find((value) => value === word.name) ?? inOtherLetters(word.name, values);
    if (found !== undefined) return found;
    const meant = foreignValue(word.name, values) ?? didYouMean(word.name, values);
    const hint = meant === undefined ? `; ${oneOf(values)}` : `: did you mean ${quote(meant)}?`;
    const fixes = meant === undefined ? [] : [replacement(word.span, meant)];
    this.report(NAMES.unknownValue, word.span, `${quote(word.name)} is not a ${what}${hint}`, { fixes });
    return undefined;
  }

  /** From 0 to 1; reports one that is not. */
  share(literal: ProbabilityLiteral | undefined): { readonly fails?: number } {
    if (literal === undefined) return {};
    if (literal.value >= 0 && literal.value <= 1) return { fails: literal.value };
    const message = `A share of time lies between 0 and 1 (0% and 100%), this one is ${literal.value}.`;
    this.report(NAMES.numberOutOfRange, literal.span, message);
    return {};
  }

  /** In milliseconds; reports one of more than a day. `what` begins a sentence: "A round trip". */
  duration(literal: DurationLiteral, what: string): number | undefined {
    if (literal.ms >= 0 && literal.ms <= MAX_DURATION_MS) return literal.ms;
    this.report(NAMES.numberOutOfRange, literal.span, `${what} lies between 0 and 24 h.`);
    return undefined;
  }

  /** Whether the parser has complained inside: then it has said already what is missing there. */
  broken(span: Span): boolean {
    let next = countLeading(this.broke, ({ start }) => start < span.start);
    for (let one = this.broke[next]; one !== undefined && one.start <= span.end + 1; one = this.broke[++next])
      if (one.end <= span.end + 1) return true;
    return false;
  }

  report(check: CheckRow, span: Span, message: string, { related, fixes = [] }: More = {}): void {
    this.found.push(
      diagnosticOf(check, span, message, {
        ...(related === undefined ? {} : { related }),
        // What is not written there can't be replaced.
        ...(fixes.length === 0 || span.start === span.end ? {} : { fixes }),
      }),
    );
  }
}

/** `OK` is `ok`, where one value only is spelt like that. */
export function inOtherLetters<T extends string>(word: string, values: readonly T[]): T | undefined {
  const [only, ...others] = values.filter((value) => value.toLowerCase() === word.toLowerCase());
  return others.length === 0 ? only : undefined;
}

/** What the word is called here, if it is one of another language: `fails` is `error`. */
export function foreignValue<T extends string>(word: string, values: readonly T[]): T | undefined {
  const meant = FOREIGN_GROUPS.map((group) => wordFor(group, word));
  return values.find((value) => meant.includes(value));
}

/** The end of a sentence: what to write instead. */
export function oneOf(values: readonly string[]): string {
  const [only] = values;
  if (only === undefined) return 'remove it.';
  return values.length === 1 ? `use ${quote(only)}.` : `use one of ${values.map(quote).join(', ')}.`;
}

export function quote(name: string): string {
  return `\`${name}\``;
}

export function replacement(span: Span, text: string): Fix {
  return { title: `Change to \`${text}\``, edits: [{ span, text }] };
}
