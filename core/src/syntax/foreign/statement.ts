import { didYouMean } from '../../base/didYouMean.js';
import { isForeignWord, wordFor } from '../foreignWords.js';
import { isReserved, isWord, STATEMENTS } from '../tokens.js';
import { readAcceptance, readExpectation } from './expect.js';
import { faultsOf, readPartition } from './faults.js';
import { isBracket, isFiller, isHarmless, isKnown, joined, type Known, NOTHING_KNOWN } from './known.js';
import { isJoint, type Meant, readLinks, readMesh } from './links.js';
import { readClient, readNode, readRouter, readZone } from './network.js';
import { readOperation } from './operation.js';
import { isMark, isName, lower, made, scan, type Token } from './scan.js';
import { readStore } from './store.js';
import { choiceOf } from './storeMembers.js';
import { verdictOf } from './verdicts.js';

/** What was meant by the text of one statement. */
export interface StatementMeant {
  readonly statements: readonly string[];
  /** A level that was said of a store, which belongs to its operations. */
  readonly level?: string;
}

const READERS: Readonly<Record<string, (tokens: readonly Token[], known: Known) => Meant>> = {
  zone: readZone,
  node: readNode,
  client: readClient,
  link: readLinks,
  operation: readOperation,
  partition: readPartition,
  expect: readExpectation,
  accept: readAcceptance,
  router: readRouter,
  mesh: readMesh,
  explore: readExploration,
  include: readInclude,
};

/** Lines that say nothing of a design. */
const EMPTY: ReadonlySet<string> = new Set(
  'end begin commit graph flowchart digraph direction title note skinparam version use'.split(' '),
);

/** The reserved words that may stand in the middle of a statement of a kind, in another language. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  zone: ['node'],
  node: [],
  link: ['node', 'zone'],
  store: ['node', 'zone', 'partition'],
  partition: ['link', 'node', 'zone', 'partition'],
};

/** Reads a statement that is not written in the language; undefined if it is not understood. */
export function readStatement(tokens: readonly Token[], known: Known): StatementMeant | undefined {
  const own = spokenName(withWholeNames(stripped(withoutOptions(withoutQuotes(tokens, known), known)), known), known);
  const [first] = own;
  if (first === undefined) return undefined;
  const { kind, rest } = kindOf(own, known);
  if (kind === undefined) return undefined;
  const inside = INSIDE[kind];
  if (rest.slice(1).some((token, i) => beginsAnother(token, rest[i + 2], inside))) return undefined;
  if (inside !== undefined && rest.slice(1).some((token) => isReserved(lower(token)) && !inside.includes(lower(token))))
    return undefined;
  if (kind === 'store') {
    const { meant, level } = readStore(rest, known);
    return meant === undefined ? undefined : { statements: meant, ...(level === undefined ? {} : { level }) };
  }
  const statements = READERS[kind]?.(spelt(kind, rest, known), known);
  return statements === undefined ? undefined : { statements };
}

/** `"zone": "us"`, `"pay": "write account from ann"`: quotes of JSON, around keys and around what is not a name. */
function withoutQuotes(tokens: readonly Token[], known: Known): readonly Token[] {
  return tokens.flatMap((token, i) => {
    if (token.kind !== 'quoted') return [token];
    if (isMark(tokens[i + 1], ':', '=') && isWord(token.text)) return [{ ...token, kind: 'word' as const }];
    const before = tokens[i - 1];
    // `test "pay from bob" fails`
    const isMarked = i === 1 || isMark(before, ':', '=', '(');
    if (!isMarked || isKnown(token.text, known)) return [token];
    const { tokens: inside } = scan(token.text);
    const isText = inside.length > 1 && inside.some(({ text }) => isKnown(text, known));
    return isText ? inside.map((one) => ({ ...one, start: token.start, end: token.end, beginsLine: false })) : [token];
  });
}

/** `zone us --nodes us1`: without the dashes of a command line. */
function withoutOptions(tokens: readonly Token[], { places }: Known): readonly Token[] {
  return tokens.filter((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (!isMark(token, '--', '-') || before === undefined || next?.kind !== 'word' || next.text.length < 2) return true;
    return before.end === token.start || next.start > token.end || places.has(next.text);
  });
}

/** Names of several words as one token, and `web*` as the names that begin like that. */
function withWholeNames(tokens: readonly Token[], known: Known): readonly Token[] {
  const several = namesOf(known).filter((name) => name.includes(' '));
  const found: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = tokens.slice(i, i + 2);
    if (token === undefined) break;
    const name = several.find((one) => joined(tokens.slice(i, i + one.split(' ').length)) === one);
    const last = tokens[i + (name?.split(' ').length ?? 1) - 1];
    if (name !== undefined && last !== undefined) {
      found.push({ ...token, kind: 'quoted', text: name, end: last.end });
      i += name.split(' ').length - 1;
    } else if (token.kind === 'word' && isPort(tokens, i)) {
      // `db1:5432` is a machine and its port.
      found.push(token);
      i += 2;
    } else if (token.kind === 'word' && isMark(next, '*') && next?.start === token.end) {
      const all = [...known.places.keys()].filter((one) => one.startsWith(token.text));
      found.push(
        ...(all.length === 0 ? [token] : all.flatMap((one, k) => [...(k > 0 ? [made(',', 'mark')] : []), made(one)])),
      );
      i += all.length === 0 ? 0 : 1;
    } else found.push(token);
  }
  return found;
}

function isPort(tokens: readonly Token[], i: number): boolean {
  const [name, colon, port] = tokens.slice(i, i + 3);
  const isJoined = name?.end === colon?.start && colon?.end === port?.start;
  return isJoined && isMark(colon, ':') && port?.kind === 'number' && /^\d{2,5}$/.test(port.text);
}

function namesOf({ places, stores, operations, partitions }: Known): readonly string[] {
  return [...places.keys(), ...stores, ...operations.keys(), ...partitions.keys()];
}

/** A sentence begins with a capital letter, its name does not. */
function spokenName(tokens: readonly Token[], { places }: Known): readonly Token[] {
  const [first, ...rest] = tokens;
  if (first === undefined || first.kind !== 'word' || places.has(first.text)) return tokens;
  const text = `${first.text.slice(0, 1).toLowerCase()}${first.text.slice(1)}`;
  return places.has(text) ? [{ ...first, text }, ...rest] : tokens;
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
export function statementsIn(tokens: readonly Token[]): (readonly Token[])[] {
  const found: Token[][] = [[]];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    const last = found[found.length - 1];
    const before = tokens[i - 1];
    const kind = last?.[0] === undefined ? '' : (keywordOf(last[0]) ?? '');
    const isInside = COUNTING.includes(kind) ? UNITS.includes(token.text) : kind === 'zone' && token.text === 'node';
    const isEnd = isMark(before, ',', ';', '}', '.') || (before !== undefined && lower(before) === 'and');
    const isKeyword = token.kind === 'word' && isReserved(lower(token)) && !isMark(tokens[i + 1], '=', ':', ',');
    if (isKeyword && isEnd && depth === 0 && !isInside && kind !== '') found.push([token]);
    else last?.push(token);
    if (isMark(token, '{', '(', '[')) depth++;
    if (isMark(token, '}', ')', ']')) depth--;
  }
  return found;
}

/** The words of a kind of statement, which may be misspelt in it. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  zone: ['node'],
  operation: ['read', 'write', 'from', 'level', 'needs'],
  expect: ['from', 'never', 'under', 'available', 'error', 'stale', 'conflict', 'unknown', 'lost'],
};

/** `at most 5min a year`: not `lost`. */
const BOUNDS: ReadonlySet<string> = new Set(['most', 'least']);

/** With misspelt words as they are spelt, where no name is meant. */
function spelt(kind: string, tokens: readonly Token[], known: Known): readonly Token[] {
  const words = WORDS[kind];
  if (words === undefined) return tokens;
  return tokens.map((token, i) => {
    const before = tokens[i - 1];
    const word = lower(token);
    const isFree = kind !== 'zone' || (isMark(before, '{') && !isMark(tokens[i + 1], ',', '}'));
    if (i === 0 || word.length < 4 || !isFree || isKnown(token.text, known)) return token;
    if (isForeignWord(word) || isFiller(token) || BOUNDS.has(word)) return token;
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

export function saysNothing(text: string): boolean {
  const line = text.trim().toLowerCase();
  const [word = ''] = line.split(/\W/, 1);
  if (line.includes('\n') || line.endsWith('{')) return false;
  return (
    EMPTY.has(word) ||
    ZONES_ARE.test(line) ||
    line === '---' ||
    line === ';' ||
    line.startsWith('@start') ||
    line.startsWith('@end') ||
    /^[}\])]+;?$/.test(line)
  );
}

const BEFORE_KEYWORD: ReadonlySet<string> = new Set(
  'create declare define define: add new public private static export struct class given let const var val'.split(' '),
);

/** `there is a zone us`, `we have two clients: ann, bob`: the place of the keyword; 0 where it begins otherwise. */
function afterOpening(tokens: readonly Token[]): number {
  const [first, second] = tokens.slice(0, 2).map(lower);
  const isOpening =
    (first === 'there' && ['is', 'are'].includes(second ?? '')) || (first === 'we' && second === 'have');
  if (!isOpening) return 0;
  const third = tokens[2];
  const at = third !== undefined && wordFor('number', third.text) !== undefined ? 3 : 2;
  const keyword = tokens[at];
  return keyword !== undefined && keywordOf(keyword) !== undefined ? at : 0;
}

/** Without the words that begin every statement of another language, and its last `;`. */
export function stripped(tokens: readonly Token[]): readonly Token[] {
  let own = tokens;
  while (isMark(own[own.length - 1], ';', ',', '.')) own = own.slice(0, -1);
  while (isMark(own[0], '-', '*', '•', '+', ',')) own = own.slice(1);
  // `1. operation …`
  if (own[0]?.kind === 'number' && isMark(own[1], '.', ')')) own = own.slice(2);
  const [first, second, third] = own;
  if (first === undefined) return own;
  const opening = afterOpening(own);
  if (opening > 0) return own.slice(opening);
  const word = lower(first);
  // a link connects us and eu
  if (['a', 'an', 'the'].includes(word) && second !== undefined && keywordOf(second) !== undefined) return own.slice(1);
  // `wan link us -- eu`, `we accept …`
  const at = own.slice(0, 3).findIndex((token, i) => i > 0 && token.kind === 'word' && isReserved(token.text));
  if (at > 0 && own.slice(0, at).every((token) => isHarmless(token, NOTHING_KNOWN))) return own.slice(at);
  // CP store account on a, b
  if (second !== undefined && choiceOf(first) !== undefined && keywordOf(second) === 'store')
    return [...own.slice(1), first];
  // resource "netsplit_zone" "us" { … }
  if (word === 'resource' && second !== undefined) return [made(second.text.replace(/^.*_/, '')), ...own.slice(2)];
  if (BEFORE_KEYWORD.has(word) && second !== undefined && keywordOf(second) !== undefined) return own.slice(1);
  // let us = zone(us1, us2)
  if (['let', 'const', 'var', 'val'].includes(word) && isMark(third, '=') && second !== undefined) {
    const [kind, ...rest] = own.slice(3);
    return kind === undefined ? own : [kind, second, ...rest];
  }
  return assigned(own);
}

/** `us = zone(us1, us2)`, `ann: client in us`, `cart is a store on a, b`: the keyword, the name, and the rest. */
function assigned(tokens: readonly Token[]): readonly Token[] {
  const [name, mark, ...after] = tokens;
  if (name === undefined || mark === undefined || !isName(name) || keywordOf(name) !== undefined) return tokens;
  const isMarked = isMark(mark, '=', ':', ':=', '<-') || ['is', 'as'].includes(lower(mark));
  const from = ['new', 'a', 'an', 'the'].includes(lower(after[0] ?? name)) ? 1 : 0;
  const [kind, ...rest] = after.slice(from);
  const keyword = kind === undefined || !isMarked ? undefined : keywordOf(kind);
  // `pay: write account from ann` names no keyword; an access is none.
  if (kind === undefined || keyword === undefined || !ASSIGNED.has(keyword)) return tokens;
  return [kind, name, ...rest];
}

const ASSIGNED: ReadonlySet<string> = new Set('zone node router client store link partition mesh service'.split(' '));

/** The keyword that a word stands for at the beginning of a statement. */
export function keywordOf(token: Token): string | undefined {
  if (token.kind !== 'word') return undefined;
  const word = lower(token);
  if (Object.hasOwn(STATEMENTS, word)) return word;
  const foreign = wordFor('statement', word) ?? wordFor('statement', word.replace(/s$/, ''));
  if (foreign !== undefined) return foreign;
  return word.length < 4 ? undefined : didYouMean(word, Object.keys(STATEMENTS));
}

function kindOf(
  tokens: readonly Token[],
  known: Known,
): { readonly kind: string | undefined; readonly rest: readonly Token[] } {
  const [first, second, third] = tokens;
  if (first === undefined) return { kind: undefined, rest: tokens };
  const inferred = kindWithoutKeyword(tokens, known);
  const keyword = inferred === undefined ? keywordOf(first) : undefined;
  if (keyword === undefined)
    return { kind: inferred, rest: inferred === 'expect' && lower(first) === 'when' ? tokens : tokens };
  // zone("us", nodes=["us1"])
  // `network rack-a { container r1 }` is a place, `network us -- eu` a link.
  const isPlace = lower(first) === 'network' && isMark(third, '{') && !tokens.some(isJoint);
  const kind = isPlace ? 'zone' : keyword;
  const rest = isMark(second, '(') ? withoutCall(tokens.slice(1)) : tokens.slice(isMark(second, ':', ',') ? 2 : 1);
  return { kind, rest };
}

function withoutCall(tokens: readonly Token[]): readonly Token[] {
  const last = tokens[tokens.length - 1];
  return isMark(last, ')') ? tokens.slice(1, -1) : tokens.slice(1);
}

const LINKED: ReadonlySet<string> = new Set('linked connected joined connects'.split(' '));

/** The kind of a statement that begins with no keyword: `us -- eu`, `pay: write account from ann`. */
function kindWithoutKeyword(tokens: readonly Token[], known: Known): string | undefined {
  const [first, second, third] = tokens;
  if (first === undefined || second === undefined) return undefined;
  const isNameThere = isName(first) && (known.places.has(first.text) || keywordOf(first) === undefined);
  if (!isNameThere && !['when', 'given'].includes(lower(first))) return undefined;
  if (tokens.some((token) => verdictOf(token) !== undefined) && tokens.some(({ text }) => known.operations.has(text)))
    return 'expect';
  if (isName(first) && isJoint(second) && tokens.slice(2).some(isName)) return 'link';
  // every node is connected to every other node with 2ms
  const isAll = ['all', 'every', 'each'].includes(lower(first)) && keywordOf(second) === 'node';
  if (isAll && tokens.some((token) => LINKED.has(lower(token)))) return 'mesh';
  const places = tokens.filter(({ text }) => known.places.has(text));
  // paris and tokyo are linked
  if (places[0] === first && places.length > 1 && tokens.some((token) => LINKED.has(lower(token)))) return 'link';
  if (tokens.slice(1, 4).some((token) => ['read', 'write'].includes(lower(token)))) return 'operation';
  if (isBracket(second) && tokens.some((token) => isMark(token, '|'))) return 'partition';
  if (lower(second) === 'in' && third !== undefined && known.places.has(third.text) && tokens.length === 3)
    return 'client';
  return undefined;
}
