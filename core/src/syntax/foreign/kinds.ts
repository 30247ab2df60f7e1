import { wordFor } from '../foreignWords.js';
import { nearStatement } from '../nearStatement.js';
import { isReserved, STATEMENTS } from '../tokens.js';
import {
  isBracket,
  isFiller,
  isHarmless,
  isKnown,
  isSeparator,
  isTurning,
  type Known,
  NOTHING_KNOWN,
  type Wanted,
} from './known.js';
import { isJoint } from './links.js';
import { isMark, isName, lower, made, type Token } from './scan.js';
import { accessOf } from './operation.js';
import { choiceOf } from './storeMembers.js';
import { verdictOf } from './verdicts.js';

const BEFORE_KEYWORD: ReadonlySet<string> = new Set(
  'create declare define define: add new public private static export struct class given let const var val type'.split(
    ' ',
  ),
);

/** `there is a zone us`, `we have two clients: ann, bob`: the place of the keyword; 0 where it begins otherwise. */
function afterOpening(tokens: readonly Token[]): number {
  const [first, second] = tokens.slice(0, 2).map(lower);
  const isOpening =
    (first === 'there' && ['is', 'are'].includes(second ?? '')) || (first === 'we' && second === 'have');
  // `two zones us and eu`
  const isCount = (token: Token | undefined): boolean =>
    token !== undefined && wordFor('number', token.text) !== undefined;
  if (!isOpening && !(isCount(tokens[0]) && second?.endsWith('s') === true)) return 0;
  const at = isOpening ? (isCount(tokens[2]) ? 3 : 2) : 1;
  const keyword = tokens[at];
  return keyword !== undefined && keywordOf(keyword) !== undefined ? at : 0;
}

/** Words that begin the lines of a scenario. */
const STEPS: ReadonlySet<string> = new Set('then and but'.split(' '));

/** Without the words that begin every statement of another language, and its last `;`. */
export function stripped(tokens: readonly Token[]): readonly Token[] {
  let own = tokens;
  while (isMark(own[own.length - 1], ';', ',', '.')) own = own.slice(0, -1);
  while (isMark(own[0], '-', '*', '•', '+', ',')) own = own.slice(1);
  // (zone us (node us1))
  if (isMark(own[0], '(') && closeOf(own, 0) === own.length - 1) return stripped(own.slice(1, -1));
  // {zone, us, [us1, us2]}
  if (
    isMark(own[0], '{') &&
    isMark(own[2], ',') &&
    isMark(own.at(-1), '}') &&
    keywordOf(own[1] ?? made('')) !== undefined
  )
    return stripped([...own.slice(1, 2), ...own.slice(3, -1)]);
  // `1. operation …`
  if (own[0]?.kind === 'number' && isMark(own[1], '.', ')')) own = own.slice(2);
  const [first, second, third] = own;
  if (first === undefined) return own;
  // And pay from bob is error
  if (STEPS.has(lower(first)) && own.length > 3 && !isMark(second, ':', '=')) return stripped(own.slice(1));
  const opening = afterOpening(own);
  if (opening > 0) return own.slice(opening);
  const word = lower(first);
  // let us = zone(us1, us2)
  if (['let', 'const', 'var', 'val', 'type', 'alias'].includes(word) && isMark(third, '=') && second !== undefined) {
    const [kind, ...rest] = own.slice(own[3] !== undefined && lower(own[3]) === 'new' ? 4 : 3);
    // val safe = pay never lost
    if (rest.some((token) => verdictOf(token) !== undefined)) return own.slice(3);
    return kind === undefined ? own : namedFirst(kind, second, rest);
  }
  // us has node us1
  if (CONTAINS.has(lower(second ?? first)) && third !== undefined && keywordOf(third) === 'node') return own;
  // `machine Client app at a`, `component Store cart on a`: a noun before the kind.
  const isNoun = !isReserved(word) && keywordOf(first) !== undefined && second?.kind === 'word';
  if (isNoun && isReserved(lower(second)) && third !== undefined && isName(third)) return stripped(own.slice(1));
  // `wan link us -- eu`, `we accept …`
  const at = own.slice(0, 3).findIndex((token, i) => i > 0 && token.kind === 'word' && isReserved(token.text));
  if (at > 0 && keywordOf(first) === undefined && own.slice(0, at).every((token) => isHarmless(token, NOTHING_KNOWN)))
    return own.slice(at);
  // resource "netsplit_zone" "us" { … }
  if (word === 'resource' && second !== undefined) return [made(second.text.replace(/^.*_/, '')), ...own.slice(2)];
  // `the account is stored on a, b`
  if (word === 'the' && second !== undefined && isName(second)) {
    // `the account store is on a`
    const isAfter = third !== undefined && keywordOf(second) === undefined && keywordOf(third) !== undefined;
    return isAfter ? [third, second, ...own.slice(3)] : own.slice(1);
  }
  if (BEFORE_KEYWORD.has(word) && second !== undefined && keywordOf(second) !== undefined)
    return stripped(own.slice(1));
  const inner = aliased(own) ?? framed(own);
  if (inner !== undefined) return stripped(inner);
  // client<us> ann
  if (keywordOf(first) === 'client' && isMark(second, '<') && isMark(own[3], '>') && own.length === 5)
    return [first, ...own.slice(4), made('in'), ...own.slice(2, 3)];
  // Store<Account> account
  if (isMark(second, '<') && isMark(own[3], '>') && keywordOf(first) !== undefined) return [first, ...own.slice(4)];
  return assigned(own);
}

/** `GRANT WRITE ON account TO ann AS pay`: the name stands at the end. */
function aliased(tokens: readonly Token[]): readonly Token[] | undefined {
  const [as, name] = tokens.slice(-2);
  const [first] = tokens;
  const done = tokens.findIndex((token) => accessOf(token) !== undefined);
  const isAlias = as !== undefined && lower(as) === 'as' && done >= 0 && done < 2;
  if (!isAlias || name === undefined || first === undefined || isReserved(lower(first))) return undefined;
  return [name, made(':', 'mark'), ...tokens.slice(lower(first) === 'grant' ? done : 0, -2)];
}

/** `spec Safe observes pay { assert pay never lost }` */
function framed(tokens: readonly Token[]): readonly Token[] | undefined {
  const open = tokens.findIndex((token) => isMark(token, '{'));
  const [first, claim] = [tokens[0], tokens[open + 1]];
  const isFrame = first !== undefined && [undefined, 'expect'].includes(keywordOf(first)) && isMark(tokens.at(-1), '}');
  if (!isFrame || open < 1 || claim === undefined) return undefined;
  return ['expect', 'accept'].includes(keywordOf(claim) ?? '') ? tokens.slice(open + 1, -1) : undefined;
}

/** The place of the bracket that closes the one at a place. */
function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  return tokens.findIndex((token, i) => {
    if (i < open) return false;
    if (isMark(token, '(')) depth++;
    return isMark(token, ')') && --depth === 0;
  });
}

function isOwnKeyword(token: Token): boolean {
  return isReserved(lower(token)) && token.kind === 'word';
}

/** `us = zone(us1, us2)`, `ann: client in us`, `cart is a store on a, b`: the keyword, the name, and the rest. */
function assigned(tokens: readonly Token[]): readonly Token[] {
  const [name, mark, ...after] = tokens;
  if (name === undefined || mark === undefined || !isName(name) || isOwnKeyword(name)) return tokens;
  const isMarked = isMark(mark, '=', ':', ':=', '<-') || ['is', 'as'].includes(lower(mark));
  const from = ['new', 'a', 'an', 'the'].includes(lower(after[0] ?? name)) ? 1 : 0;
  const [kind, ...rest] = after.slice(from);
  const keyword = kind === undefined || !isMarked ? undefined : keywordOf(kind);
  // `pay: write account from ann` names no keyword; an access is none.
  const isOwn = kind !== undefined && ['operation', 'partition'].includes(lower(kind));
  if (kind === undefined || keyword === undefined || !(ASSIGNED.has(keyword) || isOwn)) return tokens;
  return namedFirst(kind, name, rest);
}

/** A link or a mesh needs no name; what is called like a keyword has none. */
function namedFirst(kind: Token, name: Token, rest: readonly Token[]): readonly Token[] {
  const isNameless = ['link', 'mesh'].includes(keywordOf(kind) ?? '') && keywordOf(name) !== undefined;
  // const us = new Zone("us", { … })
  const [open, again, comma, ...more] = rest;
  const isSaidAgain = isMark(open, '(') && again?.text === name.text && isMark(comma, ',') && isMark(more.at(-1), ')');
  const own = isSaidAgain ? more.slice(0, -1) : rest;
  return isNameless ? [kind, ...own] : [kind, name, ...own];
}

const ASSIGNED: ReadonlySet<string> = new Set('zone node router client store link partition mesh service'.split(' '));

/** The keyword that a word stands for at the beginning of a statement. */
export function keywordOf(token: Token): string | undefined {
  if (token.kind !== 'word') return undefined;
  const word = lower(token);
  if (Object.hasOwn(STATEMENTS, word)) return word;
  const foreign = wordFor('statement', word) ?? wordFor('statement', word.replace(/s$/, ''));
  if (foreign !== undefined) return foreign;
  return (word.length < 4 ? undefined : nearStatement(word)) ?? ofLastWord(token.text);
}

/** `deploymentNode`, `availabilityZone` */
export function ofLastWord(word: string): string | undefined {
  const last = /\p{Ll}(\p{Lu}\p{Ll}+)$/u.exec(word)?.[1]?.toLowerCase() ?? '';
  const kind = isReserved(last) ? last : wordFor('statement', last);
  return ['zone', 'node', 'client', 'store'].find((one) => one === kind);
}

/** The kind of a statement, and its words after the keyword. */
export function kindOf(
  tokens: readonly Token[],
  known: Known,
): { readonly kind: string | undefined; readonly rest: readonly Token[] } {
  const [first, second, third] = tokens;
  if (first === undefined) return { kind: undefined, rest: tokens };
  const inferred = kindWithoutKeyword(tokens, known);
  // `ann -> add: write cart`
  const [operation, colon] = tokens.slice(2);
  const isIssued = inferred === 'operation' && second !== undefined && isJoint(second) && isMark(colon, ':', '=');
  if (isIssued && operation !== undefined) return { kind: inferred, rest: [...tokens.slice(2), made('from'), first] };
  const message = messageOf(tokens, known);
  if (message !== undefined) return { kind: 'operation', rest: message };
  // `event pay: write account`
  if (
    inferred === 'operation' &&
    third !== undefined &&
    isMark(third, ':') &&
    isPlainWord(first) &&
    second?.kind === 'word'
  )
    return { kind: inferred, rest: tokens.slice(1) };
  const keyword = inferred === undefined ? (kindByUse(tokens, known) ?? keywordOf(first)) : undefined;
  if (keyword === undefined) {
    const shaped = inferred === undefined ? kindByShape(tokens, known) : undefined;
    return shaped === undefined ? { kind: inferred, rest: tokens } : { kind: shaped, rest: tokens.slice(1) };
  }
  // zone("us", nodes=["us1"])
  // `network rack-a { container r1 }` is a place, `network us -- eu` a link.
  const isPlace = lower(first) === 'network' && isMark(third, '{') && !tokens.some(isJoint);
  const kind = isPlace ? 'zone' : keyword;
  const rest = isMark(second, '(') ? withoutCall(tokens.slice(1)) : tokens.slice(isMark(second, ':', ',', '=') ? 2 : 1);
  // zone, us, us1, us2
  const [name, comma, ...others] = rest;
  if (kind === 'zone' && isMark(second, ',') && name !== undefined && isMark(comma, ','))
    return { kind, rest: [name, made('{', 'mark'), ...others, made('}', 'mark')] };
  return { kind, rest };
}

function isPlainWord(token: Token): boolean {
  return token.kind === 'word' && isHarmless(token, NOTHING_KNOWN);
}

/** `ann -> account : pay (write)`: a message of a drawing that has a name and says what is done. */
function messageOf(
  [client, arrow, store, colon, ...label]: readonly Token[],
  known: Known,
): readonly Token[] | undefined {
  const isMessage = client !== undefined && arrow !== undefined && isJoint(arrow) && isMark(colon, ':');
  if (!isMessage || known.places.get(client.text) !== 'client' || !known.stores.has(store?.text ?? ''))
    return undefined;
  const words = label.filter((token) => isName(token) && !isFiller(token));
  const done = words.filter((token) => accessOf(token) !== undefined);
  const [access = words[0], name, more] = [...done.slice(0, 1), ...words.filter((token) => !done.includes(token))];
  if (done.length !== 1 || access === undefined || store === undefined || name === undefined || more !== undefined)
    return undefined;
  return [name, made(':', 'mark'), access, store, made('from'), client];
}

function withoutCall(tokens: readonly Token[]): readonly Token[] {
  const last = tokens[tokens.length - 1];
  return isMark(last, ')') ? tokens.slice(1, -1) : tokens.slice(1);
}

export const LINKED: ReadonlySet<string> = new Set('linked connected joined connects'.split(' '));

/** `under ocean, pay from ann is ok` */
export const FAULT_FIRST: ReadonlySet<string> = new Set('when given under if during while'.split(' '));

/** `us: { us1 us2 }`: a body of new names belongs to a zone. */
function isBodyOfNames([name, ...rest]: readonly Token[], known: Known): boolean {
  const body = isMark(rest[0], ':', '=') ? rest.slice(1) : rest;
  const inner = body.slice(1, -1);
  const isBody = name !== undefined && isMark(body[0], '{') && isMark(body.at(-1), '}') && inner.some(isName);
  const isNew = (token: Token): boolean =>
    isSeparator(token) ||
    (isName(token) && !isFiller(token) && keywordOf(token) === undefined && choiceOf(token) === undefined);
  const kind = known.places.get(name?.text ?? '');
  const isOther = kind !== undefined ? kind !== 'zone' : isKnown(name?.text ?? '', known);
  // `us: { us1: node }`
  const isTyped = (token: Token, i: number): boolean =>
    isMark(token, ':', '=') && keywordOf(inner[i + 1] ?? token) === 'node';
  const isSaid = (token: Token, i: number): boolean =>
    isNew(token) || isTyped(token, i) || isTyped(inner[i - 1] ?? token, i - 1);
  return isBody && !isOther && inner.every(isSaid);
}

const USES: ReadonlySet<string> = new Set('uses joins enters'.split(' '));

export const CONTAINS: ReadonlySet<string> = new Set('has have contains holds includes'.split(' '));

const CHOOSING: ReadonlySet<string> = new Set('choose like replicate'.split(' '));

/** `nemesis halves { a, b | c }` begins with an unknown word: its kind by the words after its name. */
function kindByShape(tokens: readonly Token[], known: Known): string | undefined {
  const [word, name, ...rest] = tokens;
  if (word?.kind !== 'word' || name === undefined || !isName(name) || isFiller(name)) return undefined;
  if (isKnown(word.text, known) || known.places.has(name.text) || !isHarmless(word, NOTHING_KNOWN)) return undefined;
  const words = rest.map(lower);
  const [next] = rest;
  // What others take the name for is said by `kindByUse`.
  if (words.includes('on') && words.some((one) => CHOOSING.has(one))) return 'store';
  const isDone = words.some((one) => one === 'read' || one === 'write');
  return isDone && (isMark(next, ':', '=') || words.includes('from')) ? 'operation' : undefined;
}

/**
 * `hostname a, b`, `device phone`, `silo us { … }`: what other statements take the name after a word for tells what is
 * declared, where the word is none of the language, and says no better.
 */
function kindByUse([word, name, ...rest]: readonly Token[], { wanted, places }: Known): string | undefined {
  if (word?.kind !== 'word' || name === undefined || !isName(name) || isReserved(lower(word))) return undefined;
  const use = (token: Token): Wanted | undefined => wanted.get(token.text);
  const kind = use(name);
  const said = keywordOf(word);
  // It may have been declared by this statement itself, as what the word says.
  if (kind === undefined || kind === 'unclear' || ![kind, said].includes(places.get(name.text) ?? kind))
    return undefined;
  const areSame = said === kind || (PLACES.has(kind) && PLACES.has(said ?? ''));
  // `database tickets on a { choose CP }` is a store, whatever others take `tickets` for.
  const isChosen = said === 'store' && rest.some((token) => CHOOSING.has(lower(token)));
  const isOther = said === undefined ? !isHarmless(word, NOTHING_KNOWN) : !DECLARING.has(said) || isChosen;
  if (areSame || isOther) return said;
  // `hostname a, b`: whatever the names of a list are
  const names = rest.filter((token) => isName(token) && !isSeparator(token));
  const isList = rest.every((token) => isName(token) || isSeparator(token)) && names.every((one) => use(one) === kind);
  // A title may stand between.
  const isBody = isMark(rest[rest[0]?.kind === 'quoted' ? 1 : 0], '{', ':', '=', '(');
  return isList || isBody || kind === 'client' || lower(rest[0] ?? name) === 'on' ? kind : said;
}

const PLACES: ReadonlySet<string> = new Set(['node', 'zone']);
const DECLARING: ReadonlySet<string> = new Set('zone node router client store service operation partition'.split(' '));

/** `ann --> us`, where nothing declares `ann`, and operations are issued from there. */
function isIssuerAt([name, , place, more]: readonly Token[], { issuers, free, places }: Known): boolean {
  if (name === undefined || place === undefined || more !== undefined) return false;
  const isPlace = ['zone', 'node'].includes(places.get(place.text) ?? '');
  return isPlace && issuers.has(name.text) && !free.has(name.text);
}

/** The kind of a statement that begins with no keyword: `us -- eu`, `pay: write account from ann`. */
function kindWithoutKeyword(tokens: readonly Token[], known: Known): string | undefined {
  const [first, second, third] = tokens;
  if (first === undefined || second === undefined) return undefined;
  const isNameThere = isName(first) && (known.places.has(first.text) || keywordOf(first) === undefined);
  if (!isNameThere && !FAULT_FIRST.has(lower(first))) return undefined;
  // `get kv: read kv from ann [stale]`
  const isDone = tokens.some((token, i) => isMark(tokens[i - 1], ':', '=') && ['read', 'write'].includes(lower(token)));
  const isJudged = tokens.some((token) => verdictOf(token) !== undefined);
  if (isJudged && !isDone && tokens.some(({ text }) => known.operations.has(text))) return 'expect';
  // ann -> add: write cart
  const isIssued =
    known.places.get(first.text) === 'client' && isJoint(second) && isDone && !known.stores.has(third?.text ?? '');
  if (isIssued) return 'operation';
  if (isName(first) && isJoint(second) && tokens.slice(2).some(isName))
    return isIssuerAt(tokens, known) ? 'client' : 'link';
  // every node is connected to every other node with 2ms
  const isAll = ['all', 'every', 'each'].includes(lower(first)) && keywordOf(second) === 'node';
  if (isAll && tokens.some((token) => LINKED.has(lower(token)))) return 'mesh';
  const places = tokens.filter(({ text }) => known.places.has(text));
  // `every write of account …`: no operation is called so.
  const isSentence = (isTurning(first) || isFiller(first) || lower(first) === 'a') && !isMark(second, ':', '=', '{');
  if (!isSentence && tokens.slice(1, 4).some((token) => ['read', 'write'].includes(lower(token)))) return 'operation';
  // us has nodes us1 and us2
  if (CONTAINS.has(lower(second)) && third !== undefined && keywordOf(third) === 'node') return 'zone';
  const hasStore = tokens.some(({ text }) => known.stores.has(text));
  // `paying updates the account`
  if (
    hasStore &&
    places[0] !== first &&
    tokens.slice(1, 3).some((token) => wordFor('access', lower(token)) !== undefined)
  )
    return 'operation';
  if (isBodyOfNames(tokens, known)) return 'zone';
  const isParted = isBracket(second) || (isMark(second, ':', '=') && places[0] !== first && places.length > 1);
  if (isParted && tokens.some((token) => isMark(token, '|'))) return 'partition';
  if (USES.has(lower(second)) && tokens.length === 3 && places.at(-1) === third) return 'client';
  return undefined;
}
