import type { ILexingError, IToken } from 'chevrotain';
import type { Steps } from '../base/steps.js';
import { lexer } from './tokens.js';

/** Everything in a text but blanks; each list in order of position. */
export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
  /** The comment that is not closed. */
  readonly open: readonly IToken[];
  readonly errors: readonly ILexingError[];
}

/** How much of a text is given to the lexer in one step, unless one token is longer. In UTF-16 code units. */
const SLICE = 8192;

/**
 * The tokens of a text, in steps: the same as in one. What a slice of the text ends with may go on after its end, and
 * so may what is before that, for the lexer looks ahead: the next slice begins with these two once more.
 */
export function* lexed(text: string): Steps<Lexed> {
  const found = {
    tokens: [] as IToken[],
    comments: [] as IToken[],
    open: [] as IToken[],
    errors: [] as ILexingError[],
  };
  let start = 0;
  let line = 0;
  for (let length = SLICE; ; ) {
    const isLast = start + length >= text.length;
    const { tokens, groups, errors } = lexer.tokenize(text.slice(start, start + length));
    const { comments = [], open = [] } = groups;
    yield Math.min(length, text.length - start);
    const lists = [tokens, comments, open];
    const starts = [...lists.flatMap(lastTwo), ...errors.slice(-2).map(({ offset }) => offset)].sort((a, b) => b - a);
    const end = isLast ? text.length - start + 1 : (starts[1] ?? 0);
    if (end === 0) {
      length *= 2;
      continue;
    }
    let next = line;
    const keep = (from: readonly IToken[], to: IToken[]): void => {
      for (const token of from) {
        if (token.startOffset < end) to.push(placed(token, start, line));
        else if (token.startOffset === end) next = line + (token.startLine ?? 1) - 1;
      }
    };
    keep(tokens, found.tokens);
    keep(comments, found.comments);
    keep(open, found.open);
    for (const error of errors) {
      if (error.offset < end) found.errors.push({ ...error, offset: error.offset + start });
      else if (error.offset === end) next = line + (error.line ?? 1) - 1;
    }
    if (isLast) return found;
    start += end;
    line = next;
    length = SLICE;
  }
}

function lastTwo(tokens: readonly IToken[]): number[] {
  return tokens.slice(-2).map(({ startOffset }) => startOffset);
}

/** The token with its place in the whole text. Nobody looks at its columns. */
function placed(token: IToken, start: number, line: number): IToken {
  if (start === 0) return token;
  token.startOffset += start;
  token.endOffset = (token.endOffset ?? 0) + start;
  token.startLine = (token.startLine ?? 0) + line;
  token.endLine = (token.endLine ?? 0) + line;
  return token;
}
