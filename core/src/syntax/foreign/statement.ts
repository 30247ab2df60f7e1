import { didYouMean } from '../../base/didYouMean.js';
import { isForeignWord } from '../foreignWords.js';
import { isReserved } from '../tokens.js';
import { type Fallback, withoutFallback } from './derived.js';
import { readAcceptance } from './accept.js';
import { readExpectation } from './expect.js';
import { faultsOf } from './families.js';
import { readPartition } from './faults.js';
import { CONTAINS, FAULT_FIRST, keywordOf, kindOf, stripped } from './kinds.js';
import { isFiller, isKnown, type Known } from './known.js';
import { type Meant, readLinks, readMesh } from './links.js';
import { readClient, readNode, readRouter, readService, readZone } from './network.js';
import { readOperation } from './operation.js';
import { namedTokens, plainTokens, TITLED, withoutTitle } from './plainTokens.js';
import { isMark, isName, lower, made, type Token } from './scan.js';
import { readResembling } from './resembling.js';
import { type Levels, readStore } from './store.js';
import { KEYS } from './storeKeys.js';

/** What was meant by the text of one statement. */
export interface StatementMeant {
  readonly statements: readonly string[];
  /** A level that was said of a store, which belongs to its operations. */
  readonly levels?: Levels;
  /** Another reading of the same words. */
  readonly or?: readonly string[];
  /** Where a copy does not answer, its source is read: its store says so. It belongs to the last reading. */
  readonly fallback?: Fallback;
}

const READERS: Readonly<Record<string, (tokens: readonly Token[], known: Known) => Meant>> = {
  zone: readZone,
  node: readNode,
  client: readClient,
  link: readLinks,
  partition: readPartition,
  expect: readExpectation,
  accept: readAcceptance,
  router: readRouter,
  service: readService,
  mesh: readMesh,
  explore: readExploration,
  include: readInclude,
};

/** Lines that say nothing of a design. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'end begin commit graph flowchart digraph direction title note skinparam version use syntax ' +
    'rankdir layout splines'
  ).split(' '),
);

/** The reserved words that may stand in the middle of a statement of a kind, in another language. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  zone: ['node', 'router', 'zone'],
  node: [],
  link: ['node', 'zone'],
  store: ['node', 'zone', 'partition'],
  partition: ['link', 'node', 'zone', 'partition'],
};

/** Reads a statement that is not written in the language; undefined if it is not understood. */
export function readStatement(tokens: readonly Token[], known: Known): StatementMeant | undefined {
  const plain = plainTokens(tokens, known);
  const own = readOfKind(namedTokens(stripped(plain), known), known);
  if (own !== undefined) return own;
  const statements = readResembling(namedTokens(plain, known), known);
  return statements === undefined ? undefined : { statements };
}

function readOfKind(own: readonly Token[], known: Known): StatementMeant | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const { kind, rest: titled } = kindOf(own, known);
  if (kind === undefined) return undefined;
  const rest = TITLED.has(kind) ? withoutTitle(titled, known) : titled;
  const inside = INSIDE[kind];
  if (rest.slice(1).some((token, i) => beginsAnother(token, rest[i + 2], inside))) return undefined;
  if (inside !== undefined && rest.slice(1).some((token) => isReserved(lower(token)) && !inside.includes(lower(token))))
    return undefined;
  if (kind === 'store') {
    const { meant, ...more } = readStore(spelt(kind, rest, known), known);
    return meant && { statements: meant, ...more };
  }
  const words = spelt(kind, rest, known);
  if (kind === 'operation') return operationMeant(words, known);
  const statements = READERS[kind]?.(words, known);
  const [only, more] = statements ?? [];
  if (only === undefined || more !== undefined) return statements && { statements };
  // A machine that is offline is stopped, or has no network.
  const isOff = ({ text }: Token, i: number): boolean =>
    known.places.get(text) !== 'zone' && known.places.has(text) && lower(words[i + 1] ?? first) === 'offline';
  if (kind === 'partition' && words.some(isOff))
    return { statements: [only], or: [only.replace(' down ', ' isolate ')] };
  // `available 99.9% under any 1 link`: a share of time is that of all faults.
  const [share, under] = [/( at least| at most)? [\d.]+%/, / under .*/].map((one) => only.replace(one, ''));
  const isEither = kind === 'expect' && share !== only && under !== only;
  return isEither ? { statements: [under ?? ''], or: [share ?? ''] } : { statements: [only] };
}

function operationMeant(words: readonly Token[], known: Known): StatementMeant | undefined {
  const statements = readOperation(words, known);
  const { rest, fallback, isSaid } = withoutFallback(words, known);
  const alone = fallback === undefined ? undefined : readOperation(rest, known);
  if (fallback !== undefined && alone !== undefined && isSaid === true) return { statements: alone, fallback };
  if (statements === undefined) return undefined;
  // `readConcern majority` asks the primary or one copy, and neither answers what a majority has.
  const [one = ''] = statements;
  const isConcern = words.some((token) => /^read[-_]?concern$/.test(lower(token)));
  if (isConcern && one.endsWith(' quorum')) {
    const asked = one.slice(0, -'quorum'.length);
    return { statements: [`${asked}leader`], or: [`${asked}local`] };
  }
  return fallback === undefined || alone === undefined ? { statements } : { statements, or: alone, fallback };
}

/** Does a keyword begin another statement on its line? As the name of a setting it does not. */
function beginsAnother(token: Token, next: Token | undefined, inside: readonly string[] | undefined): boolean {
  const { beginsLine, text } = token;
  return beginsLine && isReserved(text) && inside?.includes(text) !== true && !isMark(next, '=', ':', '==');
}

/** In these statements a list may go on with these words. */
const UNITS: readonly string[] = ['node', 'zone', 'link', 'partition'];
const COUNTING: readonly string[] = ['expect', 'explore', 'partition', 'store'];

/** `client ann in us, client bob in eu`: a keyword after a comma or the end of a body begins another statement. */
export function statementsIn(all: readonly Token[]): (readonly Token[])[] {
  const tokens = isMark(all[0], '*', '•') ? all.slice(1) : all;
  const items = itemsIn(tokens);
  if (items.length > 1) return items;
  const found: Token[][] = [[]];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    const last = found[found.length - 1];
    const before = tokens[i - 1];
    const kind = last?.[0] === undefined ? '' : (keywordOf(last[0]) ?? '');
    const isInside = COUNTING.includes(kind) ? UNITS.includes(token.text) : kind === 'zone' && token.text === 'node';
    const isEnd = isMark(before, ',', ';', '}', '.') || (before !== undefined && lower(before) === 'and');
    const isKeyword = token.kind === 'word' && isReserved(lower(token)) && !isMark(tokens[i + 1], '=', ':', ',');
    // `ann is a client in us. bob is a client in eu.`
    const isSentence = isMark(before, '.') && last !== undefined && last.length > 2 && (before?.end ?? 0) < token.start;
    // `if ocean is cut, expect pay ok`
    const isClaim = lower(token) === 'expect' && last?.[0] !== undefined && FAULT_FIRST.has(lower(last[0]));
    const isNext = (isKeyword && isEnd && !isInside && kind !== '') || isSentence || (isEnd && saysOther(tokens, i));
    if (isNext && !isClaim && depth === 0) {
      if (lower(last?.at(-1) ?? token) === 'and') last?.pop();
      found.push([token]);
    } else if (!isClaim || !isEnd) last?.push(token);
    if (isMark(token, '{', '(', '[')) depth++;
    if (isMark(token, '}', ')', ']')) depth--;
  }
  return found;
}

/** `stores: account (a, b; CP), cart (a; AP)`: a statement for each name with its brackets. */
function itemsIn(tokens: readonly Token[]): (readonly Token[])[] {
  const [keyword, colon] = tokens;
  if (keyword === undefined || keywordOf(keyword) === undefined) return [];
  const found: Token[][] = [];
  let depth = 0;
  let isNext = true;
  for (const token of tokens.slice(isMark(colon, ':') ? 2 : 1)) {
    if (isNext) found.push([keyword, token]);
    isNext = depth === 0 && isMark(token, ',', ';');
    if (found.at(-1)?.at(-1) !== token && !isNext) found.at(-1)?.push(token);
    if (isMark(token, '(')) depth++;
    if (isMark(token, ')')) depth--;
  }
  const isItem = ([, name, open]: readonly Token[]): boolean => name !== undefined && isName(name) && isMark(open, '(');
  return found.every((item) => isItem(item) && isMark(item.at(-1), ')')) ? found : [];
}

/** `us has nodes a, b, eu has node c`, `ann is a client in us and bob is a client in eu`: another sentence begins. */
function saysOther(tokens: readonly Token[], i: number): boolean {
  const from = keywordOf(tokens[i] ?? made('')) === 'zone' ? i + 1 : i;
  const [name, verb, third, noun] = tokens.slice(from, from + 5).filter((token) => token.text !== 'the');
  if (name === undefined || verb === undefined || third === undefined || !isName(name)) return false;
  if (CONTAINS.has(lower(verb))) return keywordOf(third) === 'node';
  if (lower(verb) === 'is' && ['in', 'at'].includes(lower(third)) && noun !== undefined && isName(noun)) return true;
  return (
    lower(verb) === 'is' && ['a', 'an'].includes(lower(third)) && noun !== undefined && keywordOf(noun) !== undefined
  );
}

/** The words of a kind of statement, which may be misspelt in it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  zone: ['node'],
  store: ['choose', 'like', 'replicate', 'merge', 'witness', 'observer'],
  partition: ['cut', 'isolate', 'down', 'destroy'],
  operation: ['read', 'write', 'from', 'level', 'needs'],
  expect: ['from', 'never', 'under', 'available', 'error', 'stale', 'conflict', 'unknown', 'lost'],
};

/** The words before a place. */
const PLACING: Readonly<Record<string, readonly string[]>> = { client: ['in', 'at', 'via'], store: ['on'] };

/** Shortened to one letter. */
const INITIALS: Readonly<Record<string, string>> = { i: 'in', n: 'in', a: 'at', o: 'on' };

/** `at most 5min a year`: not `lost`. */
const BOUNDS: ReadonlySet<string> = new Set(['most', 'least']);

/** With misspelt words as they are spelt, where no name is meant. */
function spelt(kind: string, tokens: readonly Token[], known: Known): readonly Token[] {
  const words = WORDS[kind];
  const places = PLACING[kind];
  const open = tokens.findIndex((token) => isMark(token, '{'));
  return tokens.map((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    const word = lower(token);
    if (i === 0 || word === '' || isKnown(token.text, known) || known.issuers.has(token.text)) return token;
    if (isForeignWord(word) || isFiller(token) || BOUNDS.has(word)) return token;
    const isNameNext = next !== undefined && isName(next) && isKnown(next.text, known);
    // `client bob im eu`
    const isPlaceNext = isNameNext && known.places.has(next.text) && before !== undefined && isName(before);
    if (places !== undefined && isPlaceNext && ![...places, 'on'].includes(word)) {
      const initial = places.find((one) => one === INITIALS[word]);
      const preposition = initial ?? didYouMean(word, places);
      if (preposition !== undefined) return { ...token, text: preposition };
    }
    const isFree = kind === 'zone' ? isMark(before, '{') && !isMark(next, ',', '}') : kind !== 'store' || i > open;
    if (words === undefined || !isFree || word.length < (isNameNext || kind === 'zone' ? 3 : 4)) return token;
    if (kind === 'store' && (open < 0 || KEYS.has(word))) return token;
    const meant = didYouMean(word, words);
    return meant === undefined ? token : { ...token, text: meant };
  });
}

/** `explore any two links and 1 node` */
function readExploration(tokens: readonly Token[], known: Known): Meant {
  const faults = faultsOf(tokens, known);
  const counts = faults?.startsWith(' under any ') === true ? faults.slice(' under any '.length) : undefined;
  return counts === undefined ? undefined : [`explore ${counts}`];
}

/** `import 'topology.cap'` */
function readInclude(tokens: readonly Token[]): Meant {
  const [path, more] = tokens.filter(isName);
  return path === undefined || more !== undefined ? undefined : [`include ${JSON.stringify(path.text)}`];
}

/** What the zones are called is said where their nodes are. */
const ZONES_ARE =
  /^(there are|we have)( \w+)? (zones|regions|sites|datacent(er|re)s)[,:]?( (?!(with|of|has|in)\b)[\w-]+,?)+\.?$/;

/** `====`, `---- MODULE lock ----`, `*** links ***` */
const HEADING = /^([-=~*_])\1\1+( [\w ]{1,40} \1\1\1+)?$/;

export function saysNothing(text: string): boolean {
  const line = text.trim().toLowerCase();
  const [word = ''] = line.split(/\W/, 1);
  // What the elements of a drawing are, and how they look.
  if (/^(specification|views?|styles?|classes|legend|theme)[^{}]*\{[^]*\}$/.test(line)) return true;
  if (line.includes('\n') || line.endsWith('{')) return false;
  return (
    (EMPTY.has(word) && !/\son\s/.test(line)) ||
    ZONES_ARE.test(line) ||
    /^(feature|scenario|background|rule|example|given)( outline)?: [\w ,'-]*$/.test(line) ||
    // `package shop;` with nothing in it
    /^(package|namespace|module) [\w.]+;?$/.test(line) ||
    HEADING.test(line) ||
    line === ';' ||
    line.startsWith('@start') ||
    line.startsWith('@end') ||
    /^[}\])]+;?$/.test(line)
  );
}
