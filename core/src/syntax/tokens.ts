import { createToken, Lexer, type TokenType } from 'chevrotain';
import { LANGUAGE } from './language/index.js';
import type { WordRow } from './language/word.js';

/** Every token that may stand as a name: names and soft keywords. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA });

// A hyphen or a dot joins two letters of one word (`read-your-writes`, `us.east`); `a -- b` and `a->b` are names with
// an arrow between.
const WORD = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}]*(?:[-.][\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}]+)*/uy;

/** Whether a text is one word, which a design writes without quotes. */
export function isWord(text: string): boolean {
  WORD.lastIndex = 0;
  return WORD.exec(text)?.[0] === text;
}

/**
 * The characters that a word may begin with, roughly. With such a hint for every pattern, the lexer tries few patterns
 * at each character. Codes from 256 on are hinted in blocks of 255, as the lexer keeps them.
 */
const WORD_STARTS: readonly (string | number)[] = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
  ...Array.from({ length: 128 }, (_, i) => 128 + i),
  ...Array.from({ length: 256 }, (_, block) => 256 + 255 * block),
];

const DIGITS = [...'0123456789'];

// Each pattern says which characters it begins with and whether it goes over several lines: else the lexer finds that
// out at every start, from the pattern, which takes longer than all the rest.

export const Identifier = createToken({
  name: 'Identifier',
  pattern: {
    exec(text: string, offset: number) {
      WORD.lastIndex = offset;
      return WORD.exec(text);
    },
  },
  line_breaks: false,
  start_chars_hint: [...WORD_STARTS],
  categories: [Name],
});

/** A quoted name or text, on one line. */
export const Quoted = createToken({
  name: 'Quoted',
  pattern: /"(?:[^"\\\r\n]|\\.)*"/,
  line_breaks: false,
  start_chars_hint: ['"'],
  categories: [Name],
});

/** Rules of the grammar begin in lower case, tokens in upper case. */
function tokenName(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Begins a statement: reserved, so that a mistake in one statement never swallows the next. */
function statement(word: string): TokenType {
  return createToken({ name: tokenName(word), pattern: word, longer_alt: Identifier });
}

/** A word with a meaning in its place only; elsewhere it is a name. */
function soft(word: string): TokenType {
  return createToken({ name: tokenName(word), pattern: word, longer_alt: Identifier, categories: [Name] });
}

function tokensOf<T extends Readonly<Record<string, WordRow>>>(rows: T, make: (word: string) => TokenType) {
  return Object.fromEntries(Object.keys(rows).map((word) => [word, make(word)])) as Readonly<
    Record<keyof T & string, TokenType>
  >;
}

export const STATEMENTS = tokensOf(LANGUAGE.statement, statement);
export const SOFT = tokensOf(LANGUAGE.clause, soft);

/** Is it a word that begins a statement, so that a name that is spelt like it stands in quotes? */
export function isReserved(word: string): boolean {
  return Object.hasOwn(STATEMENTS, word);
}

export const Arrow = createToken({ name: 'Arrow', pattern: '->' });
export const Both = createToken({ name: 'Both', pattern: '--' });
/** Between a round trip and its standard deviation. */
export const PlusMinus = createToken({
  name: 'PlusMinus',
  pattern: /±|\+-/,
  line_breaks: false,
  start_chars_hint: ['±', '+'],
});
export const Open = createToken({ name: 'Open', pattern: '{' });
export const Close = createToken({ name: 'Close', pattern: '}' });
export const Comma = createToken({ name: 'Comma', pattern: ',' });
export const Colon = createToken({ name: 'Colon', pattern: ':' });
export const Semicolon = createToken({ name: 'Semicolon', pattern: ';' });
export const Bar = createToken({ name: 'Bar', pattern: '|' });
export const Equals = createToken({ name: 'Equals', pattern: '=' });

/** A day; whether the calendar has it is looked at when it is bound. */
export const Day = createToken({
  name: 'Day',
  pattern: /\d{4}-\d{2}-\d{2}(?![\w-])/,
  line_breaks: false,
  start_chars_hint: DIGITS,
});

/**
 * A number with any letters after it; a unit of time may follow after a blank. Units are looked up when the tree is
 * made, so that a wrong unit gets a clear message.
 */
export const Numeric = createToken({
  name: 'Numeric',
  pattern: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?:%|[a-zA-Zµ]+|[ \t]+(?:ms|s|us|µs|min|h)(?![\w-]))?/,
  line_breaks: false,
  start_chars_hint: ['-', ...DIGITS],
});

export const Space = createToken({
  name: 'WhiteSpace',
  pattern: /[ \t\r\n\f\v\u00a0\ufeff\u2028\u2029]+/,
  line_breaks: true,
  start_chars_hint: [...' \t\r\n\f\v\u00a0\ufeff\u2028\u2029'],
  group: Lexer.SKIPPED,
});
export const LineComment = createToken({
  name: 'LineComment',
  pattern: /\/\/[^\r\n]*/,
  line_breaks: false,
  start_chars_hint: ['/'],
  group: 'comments',
});
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: /\/\*[^]*?\*\//,
  line_breaks: true,
  start_chars_hint: ['/'],
  group: 'comments',
});
/** A comment that runs to the end of the file: reported once, and none of it is read as statements. */
export const OpenComment = createToken({
  name: 'OpenComment',
  pattern: /\/\*[^]*/,
  line_breaks: true,
  start_chars_hint: ['/'],
  group: 'open',
});
/** A quoted text that is not closed ends with its line. */
export const OpenQuote = createToken({
  name: 'OpenQuote',
  pattern: /"(?:[^"\\\r\n]|\\.)*/,
  line_breaks: false,
  start_chars_hint: ['"'],
  categories: [Name],
});

export const ALL_TOKENS: readonly TokenType[] = [
  Space,
  LineComment,
  BlockComment,
  OpenComment,
  Quoted,
  OpenQuote,
  Both,
  PlusMinus,
  Day,
  Numeric,
  Arrow,
  Open,
  Close,
  Comma,
  Colon,
  Semicolon,
  Bar,
  Equals,
  // Longer words first: the lexer takes the first that matches, and `detect` begins `detecting`.
  ...Object.entries<TokenType>({ ...STATEMENTS, ...SOFT })
    .sort(([a], [b]) => b.length - a.length)
    .map(([, token]) => token),
  Identifier,
  Name,
];

/** With `isChecked`, it is checked as well, which takes as long as to make it: a test does that. */
export function makeLexer(isChecked = false): Lexer {
  return new Lexer([...ALL_TOKENS], {
    positionTracking: 'full',
    ensureOptimizations: true,
    skipValidations: !isChecked,
  });
}

export const lexer = makeLexer();
