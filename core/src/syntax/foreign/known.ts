import { isForeignWord } from '../foreignWords.js';
import { WORDS } from '../language/index.js';
import { isMark, isName, lower, type Token } from './scan.js';

export type PlaceKind = 'node' | 'zone' | 'router' | 'client';

/** What the statements that use a name take it for; `unclear` where they do not agree. */
export type Wanted = 'node' | 'zone' | 'client' | 'store' | 'service' | 'operation' | 'partition' | 'unclear';

/** The names of a file, as far as they can be read: they tell which word of a statement stands for what. */
export interface Known {
  readonly places: ReadonlyMap<string, PlaceKind>;
  readonly stores: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  /** The links that have a name. */
  readonly links: ReadonlySet<string>;
  /** Of each store that is made from another one, that other one. */
  readonly derived: ReadonlyMap<string, string>;
  /** The clients of operations that the grammar finds declared nowhere. */
  readonly issuers: ReadonlySet<string>;
  /** Names that statements use, by what they take them for: `client ann at phone` takes `phone` for a node. */
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** The clients that are declared without a place. */
  readonly free: ReadonlySet<string>;
  /** Each with its steps, such as `write orders`. */
  readonly operations: ReadonlyMap<string, readonly string[]>;
  /** Each with its sides, or with what else it breaks, as `brokenBy` writes it. */
  readonly partitions: ReadonlyMap<string, string>;
  /** By zone: its nodes that are declared outside of it, in another language. */
  readonly homes: ReadonlyMap<string, readonly string[]>;
}

export const NOTHING_KNOWN: Known = {
  places: new Map(),
  stores: new Set(),
  services: new Set(),
  links: new Set(),
  derived: new Map(),
  issuers: new Set(),
  wanted: new Map(),
  free: new Set(),
  operations: new Map(),
  partitions: new Map(),
  homes: new Map(),
};

const FILLERS: ReadonlySet<string> = new Set(
  (
    'the an is are be of with has have having contains contain containing that which it its by as also then should ' +
    'must will shall can may to for'
  ).split(' '),
);

/** A word of a sentence that says nothing here. */
export function isFiller(token: Token): boolean {
  return FILLERS.has(lower(token));
}

/** Words that turn or limit what a sentence says: nothing is understood of one that is read without them. */
const TURNING: ReadonlySet<string> = new Set(
  (
    'not never no none nobody nothing without except unless only but instead neither nor until than half most least ' +
    'fewer less more other others rather first last before after every each all any some both when whenever if ' +
    'while during under given unless with normally usually typically mostly often sometimes otherwise rarely maybe ' +
    'perhaps possibly almost hardly likely probably'
  ).split(' '),
);

export function isTurning(token: Token): boolean {
  return TURNING.has(lower(token));
}

/** Can a word of a sentence be left out? It stands for nothing here, and it turns nothing around. */
export function isHarmless(token: Token, known: Known): boolean {
  const word = lower(token);
  if (word.length < 2 || TURNING.has(word) || word.endsWith("n't")) return false;
  if (WORDS.has(word) || isForeignWord(word) || /[\d_.-]/.test(word)) return false;
  return !isKnown(token.text, known);
}

export function isKnown(name: string, { places, stores, services, operations, partitions }: Known): boolean {
  return places.has(name) || stores.has(name) || services.has(name) || operations.has(name) || partitions.has(name);
}

const BRACKETS: readonly string[] = ['[', ']', '(', ')', '{', '}'];

export function isBracket(token: Token | undefined): boolean {
  return token !== undefined && isMark(token, ...BRACKETS);
}

/** Is it what separates the names of a list? */
export function isSeparator(token: Token): boolean {
  return isMark(token, ',', '&', '&&', '+', ';') || ['and', 'plus', 'or'].includes(lower(token));
}

/**
 * The names in tokens that are a list, with any separators and brackets. Words side by side are one name if they
 * are declared as one, and several otherwise. Undefined where something else stands between them.
 */
export function namesIn(tokens: readonly Token[], declared: (name: string) => boolean): string[] | undefined {
  const found: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    if (token === undefined) break;
    const range = rangeAt(tokens, i);
    if (range !== undefined) {
      found.push(...range.names);
      i += range.length;
    } else if (isName(token) && !isSeparator(token)) {
      let length = runAt(tokens, i);
      while (length > 1 && !declared(joined(tokens.slice(i, i + length)))) length--;
      found.push(joined(tokens.slice(i, i + length)));
      i += length;
    } else if (isSeparator(token) || isBracket(token) || isMark(token, '-', '*', '•', '=', ':')) i++;
    else return undefined;
  }
  return found;
}

export function joined(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

function runAt(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let token = tokens[end]; token !== undefined && isName(token) && !isSeparator(token); token = tokens[++end]);
  return Math.min(end - from, 4);
}

/** More names than this are not written out. */
const MOST_NAMES = 64;

/** `n1..n3`, `n1 … n3`, `n[1-3]`, `n{1..3}`: the names written out, and how many tokens that were. */
export function rangeAt(
  tokens: readonly Token[],
  i: number,
): { readonly names: string[]; readonly length: number } | undefined {
  const [a, mark, b] = tokens.slice(i, i + 3);
  if (a === undefined || !isName(a)) return undefined;
  const first = stemOf(a.text);
  const last = b === undefined ? undefined : stemOf(b.text);
  if (
    first !== undefined &&
    last !== undefined &&
    isMark(mark, '..', '...', '…') &&
    [first.stem, ''].includes(last.stem)
  )
    return numbered(first.stem, first.number, last.number, 3);
  const inside = tokens.slice(i + 2, i + 5);
  if (!isMark(mark, '[', '{') || mark?.start !== a.end) return undefined;
  const span = inside.map(({ text }) => text).join('');
  const numbers = /^(\d+)(?:-|\.\.|…|:)(\d+)[\]}]?/.exec(span);
  if (numbers === null) return undefined;
  const close = tokens.findIndex((token, at) => at > i + 1 && isMark(token, ']', '}'));
  return close < 0 ? undefined : numbered(a.text, Number(numbers[1]), Number(numbers[2]), close + 1 - i);
}

/** `us` and 12 of `us12`. */
function stemOf(name: string): { readonly stem: string; readonly number: number } | undefined {
  const digits = /(?<!\d)\d+$/.exec(name);
  return digits === null ? undefined : { stem: name.slice(0, digits.index), number: Number(digits[0]) };
}

function numbered(
  stem: string,
  from: number,
  to: number,
  length: number,
): { readonly names: string[]; readonly length: number } | undefined {
  if (to < from || to - from >= MOST_NAMES) return undefined;
  return { names: Array.from({ length: to - from + 1 }, (_, k) => `${stem}${from + k}`), length };
}

/** The names `zone1`, `zone2`, … of that many nodes. */
export function counted(stem: string, count: number): string[] {
  return count > 0 && count <= MOST_NAMES ? Array.from({ length: count }, (_, k) => `${stem}${k + 1}`) : [];
}
