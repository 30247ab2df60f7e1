import type { Span } from '../base/span.js';
import { flatMapped, run, sizeOf, type Steps } from '../base/steps.js';
import type { Resolved, SymbolKind } from '../model/model.js';
import type { PercentileLiteral, SchemeArgument, Statement, Word } from '../syntax/ast.js';
import { LANGUAGE } from '../syntax/language/index.js';
import { piecesInSteps, type Piece } from '../syntax/pieces.js';

/** Names of the standard: every theme has colours for them. */
export type TokenType =
  | 'comment'
  | 'keyword'
  | 'number'
  | 'string'
  | 'operator'
  | 'enumMember'
  | 'parameter'
  | 'variable'
  | 'namespace'
  | 'interface'
  | 'event'
  | 'property'
  | 'struct'
  | 'class'
  | 'function'
  | 'macro';

/** The types of tokens in the order in which an editor numbers them. */
export const TOKEN_TYPES: readonly TokenType[] = [
  'comment',
  'keyword',
  'number',
  'string',
  'operator',
  'enumMember',
  'parameter',
  'variable',
  'namespace',
  'interface',
  'event',
  'property',
  'struct',
  'class',
  'function',
  'macro',
];

/** What one stretch of a text is; it stands on one line. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  /** Where a name is declared. */
  readonly isDeclaration: boolean;
}

const KINDS: Readonly<Record<SymbolKind, TokenType>> = {
  node: 'variable',
  zone: 'namespace',
  router: 'interface',
  client: 'event',
  link: 'property',
  store: 'struct',
  service: 'class',
  operation: 'function',
  partition: 'macro',
  risk: 'macro',
};

const OPERATORS: ReadonlySet<string> = new Set(['--', '->', '|', '=', '±', '+-']);

/**
 * What each word of a text is, in order of position: names by what they name, values, keywords, and what a grammar
 * tells as well. Names that are declared nowhere are left out, and so is what stands for itself, such as commas.
 */
export function semanticTokens(resolved: Resolved): readonly SemanticToken[] {
  return run(semanticTokensInSteps(resolved));
}

/** `semanticTokens` in steps. */
export function* semanticTokensInSteps(resolved: Resolved): Steps<readonly SemanticToken[]> {
  const names = new Map<number, { readonly type: TokenType; readonly isDeclaration: boolean }>();
  yield* flatMapped(
    resolved.symbols,
    ({ references }) => NAME_SIZE * (references.length + 1),
    ({ kind, word, references }) => {
      for (const { start } of references) names.set(start, { type: KINDS[kind], isDeclaration: false });
      names.set(word.span.start, { type: KINDS[kind], isDeclaration: true });
      return [];
    },
  );
  const found = yield* flatMapped(resolved.file.statements, sizeOf, valuesOf);
  const values = new Map<number, TokenType>(found.map(({ word, type }) => [word.span.start, type]));
  const pieces = yield* piecesInSteps(resolved.text);
  return yield* flatMapped(pieces, sizeOf, (piece): readonly SemanticToken[] => {
    const name = names.get(piece.span.start);
    if (name !== undefined) return [{ span: piece.span, ...name }];
    const type = values.get(piece.span.start) ?? typeOf(piece);
    return type === undefined ? [] : linesOf(piece).map((span) => ({ span, type, isDeclaration: false }));
  });
}

/** The work of noting where a name stands, in the units of a step. */
const NAME_SIZE = 4;

function typeOf({ kind, text }: Piece): TokenType | undefined {
  switch (kind) {
    case 'statement':
      return 'keyword';
    case 'word':
      return text in LANGUAGE.clause ? 'keyword' : undefined;
    case 'quoted':
      return 'string';
    case 'number':
      return 'number';
    case 'punctuation':
      return OPERATORS.has(text) ? 'operator' : undefined;
    case 'line comment':
    case 'block comment':
    case 'open comment':
      return 'comment';
  }
}

/** Words that are chosen from a table, such as schemes and verdicts. */
function valuesOf(statement: Statement): readonly { readonly word: Word; readonly type: TokenType }[] {
  const values = (
    ...words: readonly (Word | undefined)[]
  ): readonly { readonly word: Word; readonly type: TokenType }[] =>
    words.flatMap((word) => (word === undefined ? [] : [{ word, type: 'enumMember' as const }]));
  switch (statement.kind) {
    case 'store':
      return statement.clauses.flatMap((clause) => [
        ...values(...Object.values(clause).filter(isWord)),
        ...(clause.kind === 'replicate' ? clause.args.flatMap(valuesOfArgument) : []),
      ]);
    case 'operation':
      return statement.steps.flatMap(({ level, needs }) => values(level, ...needs.map(({ guarantee }) => guarantee)));
    case 'link':
    case 'mesh':
      return statement.spread?.kind === 'percentile' ? [asNumber(statement.spread.percentile)] : [];
    case 'expect':
      return [
        ...values(statement.verdict),
        ...(statement.within?.percentile === undefined ? [] : [asNumber(statement.within.percentile)]),
        ...(statement.under?.kind === 'any' ? values(...statement.under.counts.flatMap(({ units }) => units)) : []),
      ];
    case 'accept':
      return values(statement.verdict);
    case 'explore':
      return values(...statement.counts.flatMap(({ units }) => units));
    default:
      return [];
  }
}

/** `p99.9` */
function asNumber({ text, span }: PercentileLiteral): { readonly word: Word; readonly type: TokenType } {
  return { word: { name: text, span }, type: 'number' };
}

function valuesOfArgument(arg: SchemeArgument): readonly { readonly word: Word; readonly type: TokenType }[] {
  switch (arg.kind) {
    case 'word':
      return [{ word: arg.word, type: 'enumMember' }];
    case 'setting':
      return [{ word: arg.name, type: 'parameter' }];
    case 'number':
    case 'duration':
    case 'comma':
      return [];
  }
}

function isWord(part: unknown): part is Word {
  return typeof part === 'object' && part !== null && 'name' in part;
}

/** The lines of a piece, each by itself: not every editor takes a token that goes over several. */
function linesOf({ text, span }: Piece): readonly Span[] {
  const spans: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g))
    spans.push({ start: span.start + index, end: span.start + index + line.length });
  return spans;
}
