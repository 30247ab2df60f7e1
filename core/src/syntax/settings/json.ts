import { createToken, EmbeddedActionsParser, type IToken, Lexer } from 'chevrotain';
import type { Span } from '../../base/span.js';

/** A value of JSON (RFC 8259) with its place, so that what is wrong with it can be shown there. */
export type JsonValue =
  /** `value`: of a string, number, `true`, `false` or `null`. */
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: string | number | boolean | null }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonValue[] }
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] };

/** `"name": value` */
export interface JsonMember {
  readonly name: string;
  /** With its quotes. */
  readonly nameSpan: Span;
  readonly value: JsonValue;
}

/** The first thing that JSON does not have there; `found` is empty at the end of the text. */
export interface JsonMistake {
  readonly span: Span;
  readonly found: string;
}

/** Deeper nesting is not looked at: no setting needs it. */
const MAX_DEPTH = 100;

const Blank = createToken({ name: 'Blank', pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED, line_breaks: true });
const OpenBrace = createToken({ name: 'OpenBrace', pattern: '{' });
const CloseBrace = createToken({ name: 'CloseBrace', pattern: '}' });
const OpenBracket = createToken({ name: 'OpenBracket', pattern: '[' });
const CloseBracket = createToken({ name: 'CloseBracket', pattern: ']' });
const Comma = createToken({ name: 'Comma', pattern: ',' });
const Colon = createToken({ name: 'Colon', pattern: ':' });
const Text = createToken({
  name: 'Text',
  pattern: /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/,
});
const Scalar = createToken({ name: 'Scalar', pattern: /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/ });
const TOKENS = [Blank, OpenBrace, CloseBrace, OpenBracket, CloseBracket, Comma, Colon, Text, Scalar];

/** `isChecked`: tokens and grammar are checked as well, which takes longer than to make them: a test does that. */
function makeLexer(isChecked: boolean): Lexer {
  return new Lexer(TOKENS, { positionTracking: 'onlyOffset', skipValidations: !isChecked });
}

/** An editor may begin a file with it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function spanFrom(first: IToken, last: IToken = first): Span {
  return { start: first.startOffset, end: last.startOffset + last.image.length };
}

class JsonGrammar extends EmbeddedActionsParser {
  constructor(isChecked: boolean) {
    super(TOKENS, { skipValidations: !isChecked });
    this.performSelfAnalysis();
  }

  readonly value = this.RULE(
    'value',
    (): JsonValue =>
      this.OR([
        { ALT: () => this.SUBRULE(this.object) },
        { ALT: () => this.SUBRULE(this.array) },
        { ALT: () => scalar(this.CONSUME(Text)) },
        { ALT: () => scalar(this.CONSUME(Scalar)) },
      ]),
  );

  private readonly object = this.RULE('object', (): JsonValue => {
    const members: JsonMember[] = [];
    const open = this.CONSUME(OpenBrace);
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        const name = this.CONSUME(Text);
        this.CONSUME(Colon);
        const value = this.SUBRULE(this.value);
        this.ACTION(() => members.push({ name: JSON.parse(name.image) as string, nameSpan: spanFrom(name), value }));
      },
    });
    const close = this.CONSUME(CloseBrace);
    return { kind: 'object', span: spanFrom(open, close), members };
  });

  private readonly array = this.RULE('array', (): JsonValue => {
    const items: JsonValue[] = [];
    const open = this.CONSUME(OpenBracket);
    this.MANY_SEP({
      SEP: Comma,
      DEF: () => {
        items.push(this.SUBRULE(this.value));
      },
    });
    const close = this.CONSUME(CloseBracket);
    return { kind: 'array', span: spanFrom(open, close), items };
  });
}

function scalar(token: IToken): JsonValue {
  // While the grammar is recorded, there is no text.
  const value = token.image === '' ? null : scalarOf(token.image);
  return { kind: 'scalar', span: spanFrom(token), value };
}

function scalarOf(image: string): string | number | boolean | null {
  try {
    return JSON.parse(image) as string | number | boolean | null;
  } catch {
    return null;
  }
}

interface Reader {
  readonly lexer: Lexer;
  readonly grammar: JsonGrammar;
}

export function makeReader(isChecked = false): Reader {
  return { lexer: makeLexer(isChecked), grammar: new JsonGrammar(isChecked) };
}

let reader: Reader | undefined;

/** The value that a text is, or the first mistake in it. Never throws. */
export function parseJson(text: string): JsonValue | JsonMistake {
  // Most designs have no settings beside them, and it takes milliseconds to make one.
  reader ??= makeReader();
  const { lexer, grammar } = reader;
  const { tokens, errors } = lexer.tokenize(text.replace(BYTE_ORDER_MARK, ' '));
  const deep = tooDeep(tokens);
  grammar.input = deep === undefined ? tokens : [];
  const value = grammar.value();
  const [failed] = grammar.errors;
  const wrong = deep ?? failed?.token ?? tokens.find((_, i) => i >= 0 && failed !== undefined);
  const places = [
    ...errors.map(({ offset }) => ({ start: offset, end: offset + 1 })),
    ...(failed === undefined && deep === undefined ? [] : [placeOf(wrong, text)]),
  ].sort((a, b) => a.start - b.start);
  const [first] = places;
  return first === undefined ? value : { span: first, found: text.slice(first.start, first.end) };
}

function placeOf(token: IToken | undefined, text: string): Span {
  return token === undefined || Number.isNaN(token.startOffset) || token.image === ''
    ? { start: text.length, end: text.length }
    : spanFrom(token);
}

/** The token that opens more than may be open. */
function tooDeep(tokens: readonly IToken[]): IToken | undefined {
  let depth = 0;
  return tokens.find(({ tokenType }) => {
    if (tokenType === OpenBrace || tokenType === OpenBracket) depth++;
    if (tokenType === CloseBrace || tokenType === CloseBracket) depth--;
    return depth > MAX_DEPTH;
  });
}
