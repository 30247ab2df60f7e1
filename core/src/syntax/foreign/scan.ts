import { isReserved, isWord } from '../tokens.js';

/** A word, number or mark of a text that is not written in the language, with its place in that text. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'number' | 'arrow' | 'mark';
  /** Without quotes; a number without blanks and `~`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Is it the first of its line? */
  readonly beginsLine: boolean;
}

const UNITS =
  '(?:[mµu]?s|min|h|secs?|seconds?|мс|сек|msecs?|millis|milliseconds?|minutes?|hours?)(?![\\p{L}\\p{N}_]|-(?!-))';

/** Letters that follow a number at once: a unit, or what only looks like one. */
const WORD = '\\p{L}+(?![\\p{L}\\p{N}_]|-(?!-)|\\.[\\p{L}\\p{N}])';

/** `can't` is one word. */
const SHORTENED = "['’](?:t|s|re|ll)(?!\\p{L})";

/** Several words that are one: `C + P`, `data centre`. */
const SEVERAL = '\\b(?:[AC][ \\t]?[+&][ \\t]?P|[Dd]ata cent(?:er|re)s?|[Aa]vailability zones?|[Rr]eplica sets?)\\b';

/** `45,5ms` */
const DECIMAL = ',\\d+(?=[ \\t]?UNIT)';

/** Text in the quotes that word processors and other keyboards write. */
const TYPOGRAPHIC = '[„“”][^„“”\\r\\n]*[“”]|«[^»\\r\\n]*»|‘[^’\\r\\n]*’|‹[^›\\r\\n]*›';

const PATTERN = new RegExp(
  [
    /(?<comment>\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$))/,
    // `:us` and `%{` of Ruby and Elixir, `write!` of Lisp, the icon and title of `us(cloud)[US]` in a picture.
    /(?<sigil>(?<![^\s[({,]):(?=[\p{L}_])|%(?=\{)|(?<=\p{L})!(?=[\s()]|$)|(?<=[\p{L}\d])\(\w+\)\[[^\]\r\n]*\])/u,
    /(?<quoted>"(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'|`[^`\r\n]*`|QUOTED)/,
    // The unit of a number may follow it after a blank.
    /(?<number>~?(?<![\p{L}\p{N}_])\d+(?:\.\d+|DECIMAL)?(?:%|µs|WORD|[ \t]+UNIT|\.UNIT)?)/u,
    /(?<word>\\in(?!\p{L})|SEVERAL|[\p{L}\p{Nl}_\p{N}]REST*(?:[-.]REST+)*(?:END)?)/u,
    /(?<arrow><?-{1,3}\[[^\]\d\r\n]{0,40}\]-{1,3}>?|[<>=~\-–—↔→←⇔⇒⟷]+)/u,
    /(?<mark>\|\||&&|!=|:=|\.{2,3}|[^\s])/u,
  ]
    .map(({ source }) =>
      source
        .replace('DECIMAL', DECIMAL)
        .replace('WORD', WORD)
        .replaceAll('UNIT', UNITS)
        .replace('QUOTED', TYPOGRAPHIC)
        .replace('SEVERAL', SEVERAL)
        .replaceAll('REST', '[\\p{L}\\p{Nl}\\p{N}\\p{M}_]')
        .replace('END', SHORTENED),
    )
    .join('|'),
  'gu',
);

/** Longer texts than this are not read again: a statement is a few lines. In UTF-16 code units. */
export const MOST_READ = 4000;

/** The tokens of a text, and its comments. */
export function scan(text: string): { readonly tokens: readonly Token[]; readonly comments: readonly string[] } {
  const tokens: Token[] = [];
  const comments: string[] = [];
  let end = 0;
  for (const found of text.matchAll(PATTERN)) {
    const { groups = {}, index: start } = found;
    const [whole] = found;
    const beginsLine = tokens.length === 0 || /[\r\n]/.test(text.slice(end, start));
    if (groups['comment'] !== undefined) {
      comments.push(whole.trim());
      continue;
    }
    const kind = (['quoted', 'number', 'word', 'arrow', 'mark'] as const).find((one) => groups[one] !== undefined);
    if (kind === undefined) continue;
    end = start + whole.length;
    tokens.push({ kind, text: textOf(kind, whole), start, end, beginsLine });
  }
  return { tokens, comments };
}

/** Marks of other keyboards, and those that they stand for. */
const MARKS: Readonly<Record<string, string>> = {
  ':=': '=',
  '¦': '|',
  '│': '|',
  '｜': '|',
  '，': ',',
  '、': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
};

function unquoted(text: string): string {
  const isOpen = text.length < 2 || !CLOSING.includes(text.slice(-1));
  const inner = text.slice(1, isOpen ? undefined : -1);
  return text.startsWith('«') ? inner.trim() : inner;
}

const CLOSING = `"'\`“”’»›`;

function textOf(kind: Token['kind'], whole: string): string {
  if (kind === 'quoted') return unquoted(whole);
  if (kind === 'mark') return MARKS[whole] ?? whole;
  if (kind === 'word') return /[+&]/.test(whole) ? `${whole[0]}P` : whole.replace(' ', '-');
  // `us -[fibre]-> eu`
  if (kind === 'arrow') return whole.replace(/\[[^\]]{0,40}\]/, '');
  return kind === 'number' ? whole.replace(/[\s~]|\.(?=\p{L})/gu, '').replace(',', '.') : whole;
}

/** A token that this code writes itself. */
export function made(text: string, kind: Token['kind'] = 'word'): Token {
  return { kind, text, start: 0, end: 0, beginsLine: false };
}

export function isName({ kind }: Token): boolean {
  return kind === 'word' || kind === 'quoted';
}

/** A word in small letters; empty for anything else. */
export function lower({ kind, text }: Token): string {
  return kind === 'word' ? text.toLowerCase() : '';
}

/** Is it a mark or an arrow of this text? */
export function isMark(token: Token | undefined, ...marks: readonly string[]): boolean {
  return token !== undefined && (token.kind === 'mark' || token.kind === 'arrow') && marks.includes(token.text);
}

/** A name as a design has it. */
export function written(name: string): string {
  const isPlain = isWord(name) && !isReserved(name.toLowerCase());
  return isPlain ? name : `"${name.replace(/[\\"]/g, '\\$&').replaceAll('\n', ' ')}"`;
}

export function list(names: readonly string[]): string {
  return names.map(written).join(', ');
}
