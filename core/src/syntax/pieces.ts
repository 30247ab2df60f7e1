import type { IToken, TokenType } from 'chevrotain';
import type { Span } from '../base/span.js';
import { MOST_PER_STEP, run, type Steps } from '../base/steps.js';
import { lexed } from './lex.js';
import { Day, Name, Numeric, Quoted, STATEMENTS } from './tokens.js';

/** One token or comment of a text, as it is written. */
export interface Piece {
  /** `statement`: a reserved keyword; `word`: any other; `open comment`: one that runs to the end of the file. */
  readonly kind:
    | 'statement'
    | 'word'
    | 'quoted'
    | 'number'
    | 'punctuation'
    | 'line comment'
    | 'block comment'
    | 'open comment';
  readonly text: string;
  readonly span: Span;
}

/** All tokens and comments of a text in order, without blanks and invalid characters. Works for any text. */
export function piecesOf(text: string): readonly Piece[] {
  return run(piecesInSteps(text));
}

/** `piecesOf` in steps. `from`: where the text begins in the one that the spans are of. */
export function* piecesInSteps(text: string, from = 0): Steps<readonly Piece[]> {
  const { tokens, comments, open } = yield* lexed(text);
  const between = [...comments, ...open].sort((a, b) => a.startOffset - b.startOffset);
  const pieces: Piece[] = [];
  let next = 0;
  let size = 0;
  const add = (token: IToken): void => {
    pieces.push(pieceOf(token, from));
    size += token.image.length;
  };
  // Both are in order of position.
  for (const token of tokens) {
    for (let one = between[next]; one !== undefined && one.startOffset < token.startOffset; one = between[++next])
      add(one);
    add(token);
    if (size < MOST_PER_STEP) continue;
    yield size;
    size = 0;
  }
  for (const one of between.slice(next)) add(one);
  return pieces;
}

export function isComment({ kind }: Piece): boolean {
  return kind === 'line comment' || kind === 'block comment' || kind === 'open comment';
}

function pieceOf(token: IToken, from: number): Piece {
  const { image: text } = token;
  const start = from + token.startOffset;
  return { kind: kindOf(token.tokenType), text, span: { start, end: start + text.length } };
}

const STATEMENT_TYPES: ReadonlySet<TokenType> = new Set(Object.values(STATEMENTS));
const COMMENTS: ReadonlyMap<string, Piece['kind']> = new Map([
  ['LineComment', 'line comment'],
  ['BlockComment', 'block comment'],
  ['OpenComment', 'open comment'],
]);

function kindOf(type: TokenType): Piece['kind'] {
  const comment = COMMENTS.get(type.name);
  if (comment !== undefined) return comment;
  if (STATEMENT_TYPES.has(type)) return 'statement';
  if (type === Numeric || type === Day) return 'number';
  if (type === Quoted || type.name === 'OpenQuote') return 'quoted';
  return type === Name || (type.CATEGORIES?.includes(Name) ?? false) ? 'word' : 'punctuation';
}
