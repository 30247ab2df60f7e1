import { isLevelOfParts, partsOf, wordFor } from '../foreignWords.js';
import { wordsOf } from '../language/index.js';
import { isFiller, isKnown, isSeparator, joined, type Known, NOTHING_KNOWN } from './known.js';
import type { Meant } from './links.js';
import { isMark, isName, lower, made, type Token, written } from './scan.js';

type Access = 'read' | 'write';

interface Step {
  readonly access: Access;
  readonly store: string;
}

const CLIENTS: ReadonlySet<string> = new Set(
  'from by client clients caller callers issued issuer user users'.split(' '),
);
const SETTINGS: ReadonlySet<string> = new Set(
  'level consistency needs need requires require guarantees quorum choose w r concern'.split(' '),
);
const NEEDS: ReadonlySet<string> = new Set('needs need requires require guarantees'.split(' '));
const LINKING: ReadonlySet<string> = new Set(
  'then and with at using store on into to type returns return do does step first next finally begin end'.split(' '),
);

const LETTERS: ReadonlyMap<string, Access> = new Map([
  ['r', 'read'],
  ['w', 'write'],
]);

export function accessOf(token: Token | undefined): Access | undefined {
  if (token === undefined) return undefined;
  const word = token.text.toLowerCase();
  return word === 'read' || word === 'write' ? word : (wordFor('access', word) as Access | undefined);
}

/** `get(k): read kv`, `put(key: string)`: what a function is called with says nothing of a request. */
function withoutArguments(tokens: readonly Token[], known: Known): readonly Token[] {
  const close = tokens.findIndex((token) => isMark(token, ')'));
  const inner = tokens.slice(2, close);
  const isCall = isMark(tokens[1], '(') && close > 2 && isMark(tokens[close + 1], ':', '=', '{');
  const isSaid = inner.some((token) => isKnown(token.text, known) || isMark(token, '{', '(') || accessOf(token));
  return isCall && !isSaid ? [...tokens.slice(0, 1), ...tokens.slice(close + 1)] : tokens;
}

/** `on error return`: a request ends there anyway. */
function withoutEnd(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((_, i) => END.test(joined(tokens.slice(i, i + 3))));
  return at < 0 ? tokens : withoutEnd([...tokens.slice(0, at), ...tokens.slice(at + 3)]);
}

const END = /^(on|if) (error|failure) (return|stop|abort|fail)$/i;

/** `get config: read config`: what is read is said again. */
function withoutObject(tokens: readonly Token[], { stores }: Known): readonly Token[] {
  const [name, object, mark, ...rest] = tokens;
  const isSaidAgain =
    rest.some(({ text }) => text === object?.text) && rest.some((token) => accessOf(token) !== undefined);
  const isObject = name !== undefined && object !== undefined && stores.has(object.text) && isMark(mark, ':', '=');
  return isObject && isSaidAgain && mark !== undefined ? [name, mark, ...rest] : tokens;
}

/** `operation pay { write account from ann }`, `operation add: ann writes cart`, `operation checkout: order, charge` */
export function readOperation(all: readonly Token[], known: Known): Meant {
  const tokens = withoutObject(withoutArguments(withoutEnd(all), known), known);
  const at = tokens.findIndex(
    (token, i) =>
      i > 0 &&
      (!isName(token) ||
        isFiller(token) ||
        LINKING.has(lower(token)) ||
        CLIENTS.has(lower(token)) ||
        accessOf(token) !== undefined ||
        (LETTERS.has(lower(token)) && known.stores.has(tokens[i + 1]?.text ?? '')) ||
        known.stores.has(token.text)),
  );
  const name = joined(tokens.slice(0, at < 0 ? undefined : at));
  if (name === '' || at < 0) return undefined;
  const { steps, clients, services, demands, isLost } = bodyOf(tokens.slice(at), tokens[0], known);
  if (isLost || steps.length === 0) return undefined;
  // Nobody in particular: every client of the design.
  if (clients.length === 0) clients.push(...[...known.places].flatMap(([one, kind]) => (kind === 'client' ? one : [])));
  if (clients.length === 0) return undefined;
  const through = services.length === 0 ? '' : ` through ${services.map(written).join(', ')}`;
  const from = `${clients.map(written).join(', ')}${through}`;
  const [only, second] = steps;
  const end = demands.length === 0 ? '' : ` ${demands.join(' ')}`;
  if (only !== undefined && second === undefined)
    return [`operation ${written(name)}: ${stepText(only)} from ${from}${end}`];
  return [`operation ${written(name)} from ${from} { ${steps.map((step) => `${stepText(step)}${end}`).join('; ')} }`];
}

function stepText({ access, store }: Step): string {
  return `${access} ${written(store)}`;
}

interface Body {
  readonly steps: Step[];
  readonly clients: string[];
  readonly services: string[];
  readonly demands: string[];
  /** A part is not understood. */
  isLost: boolean;
}

function bodyOf(tokens: readonly Token[], name: Token | undefined, known: Known): Body {
  const body: Body = { steps: [], clients: [], services: [], demands: [], isLost: false };
  const waiting: string[] = [];
  let access: Access | undefined;
  let inClients = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const word = lower(token);
    // `w account`, `r account`
    const next = tokens[i + 1];
    const letter = next !== undefined && known.stores.has(next.text) ? LETTERS.get(word) : undefined;
    if (letter !== undefined && !isKnown(token.text, known)) {
      access = letter;
      inClients = false;
      continue;
    }
    const isSetting = SETTINGS.has(word) && !known.stores.has(token.text);
    if (isSetting || isLevelAt(tokens, i, known) || isLevelPhrase(tokens, i, known)) {
      i = demandAt(tokens, i, body);
      inClients = false;
    } else if (word === 'through' || word === 'via') {
      i = servicesAt(tokens, i, body);
      // Which service of this machine is meant is not known.
      if (body.services.some((service) => known.places.has(service))) body.isLost = true;
      inClients = false;
    } else if (known.operations.has(token.text) && !known.stores.has(token.text) && !isAccess(token, tokens, known)) {
      body.steps.push(...(known.operations.get(token.text) ?? []).flatMap(stepOf));
    } else if (known.services.has(token.text) && !known.stores.has(token.text)) {
      body.services.push(token.text);
    } else if (CLIENTS.has(word) && !known.stores.has(token.text)) {
      inClients = !isStoreNext(tokens, i, known);
    } else if (inClients && isEveryone(token)) {
      body.clients.push(...[...known.places].flatMap(([one, kind]) => (kind === 'client' ? one : [])));
      const next = tokens[i + 1];
      // `from all players`
      if (next !== undefined && isClientWord(next) && !isNamed(next, known)) i++;
    } else if (accessOf(token) !== undefined && !isNamed(token, known)) {
      access = accessOf(token);
      inClients = false;
      body.steps.push(...waiting.splice(0).map((store): Step => ({ access: access ?? 'read', store })));
    } else if (isNamed(token, known) || isUnknownName(token)) {
      placeName(token, { body, waiting, access, inClients }, known);
    } else if (isSeparator(token) && word === '' && inClients && accessOf(tokens[i + 1]) !== undefined)
      inClients = false;
  }
  const fallback = accessOf(name) ?? flowOf(tokens, known);
  for (const store of waiting)
    if (fallback === undefined) body.isLost = true;
    else body.steps.push({ access: fallback, store });
  return body;
}

/** `through gateway, api`: the place of the last of them. */
function servicesAt(tokens: readonly Token[], at: number, { services }: Body): number {
  let i = at + 1;
  for (let token = tokens[i]; token !== undefined && isUnknownName(token); token = tokens[i]) {
    services.push(token.text);
    const next = tokens[i + 1];
    i += next !== undefined && isSeparator(next) ? 2 : 1;
    if (next === undefined || !isSeparator(next)) break;
  }
  return i - 1;
}

/** What an arrow between a client and a store says: data flows along it. */
function flowOf(tokens: readonly Token[], known: Known): Access | undefined {
  const at = tokens.findIndex(({ kind, text }) => kind === 'arrow' && /[<>←→⇒]/.test(text));
  const arrow = tokens[at];
  if (arrow === undefined) return undefined;
  const isStoreAfter = tokens.slice(at).some(({ text }) => known.stores.has(text));
  return isStoreAfter !== /[<←]/.test(arrow.text) ? 'write' : 'read';
}

/** `from everyone` */
export function isEveryone(token: Token): boolean {
  return (
    isMark(token, '*') ||
    ['everyone', 'everybody', 'anyone', 'anybody', 'everywhere', 'all', 'any'].includes(lower(token))
  );
}

function isClientWord(token: Token): boolean {
  const word = lower(token);
  return CLIENTS.has(word) || wordFor('statement', word.replace(/s$/, '')) === 'client';
}

function stepOf(text: string): Step[] {
  const [access, ...store] = text.split(' ');
  return access === 'read' || access === 'write' ? [{ access, store: store.join(' ') }] : [];
}

/** An operation may be called like what is done: `get` is a step where a store is named. */
function isAccess(token: Token, tokens: readonly Token[], known: Known): boolean {
  return accessOf(token) !== undefined && tokens.some(({ text }) => known.stores.has(text));
}

function isNamed(token: Token, known: Known): boolean {
  return isName(token) && (known.stores.has(token.text) || known.places.get(token.text) === 'client');
}

function isUnknownName(token: Token): boolean {
  const word = lower(token);
  return isName(token) && !isFiller(token) && !isSeparator(token) && !LINKING.has(word);
}

function isStoreNext(tokens: readonly Token[], i: number, known: Known): boolean {
  const next = tokens.slice(i + 1).find(isName);
  return next !== undefined && known.stores.has(next.text);
}

interface Reading {
  readonly body: Body;
  readonly waiting: string[];
  readonly access: Access | undefined;
  readonly inClients: boolean;
}

function placeName(token: Token, { body, waiting, access, inClients }: Reading, known: Known): void {
  const { text } = token;
  if (known.places.get(text) === 'client' && !known.stores.has(text)) body.clients.push(text);
  // `from kiosk on replica`: no machine issues an operation.
  else if (known.places.has(text) && !known.stores.has(text)) body.isLost = true;
  else if (inClients && !known.stores.has(text)) body.clients.push(text);
  else if (known.stores.has(text) || (access !== undefined && body.steps.length === 0)) {
    if (access === undefined) waiting.push(text);
    else body.steps.push({ access, store: text });
  } else body.isLost = true;
}

/** `read cart from ann @ ONE`, `(QUORUM)`: a level without a word before it. */
function isLevelAt(tokens: readonly Token[], i: number, known: Known): boolean {
  const [token, next, value] = tokens.slice(i, i + 3);
  if (token === undefined || next === undefined) return false;
  // `readPreference: nearest`
  const isSetting = token.kind === 'word' && isMark(next, ':', '=') && !isKnown(token.text, known) && i > 0;
  if (isSetting && value !== undefined && isOwnLevel(value) && !isKnown(value.text, known)) return true;
  if (isKeyOfLevel(tokens, i, known)) return true;
  const isLevel = isOwnLevel(next) && !isKnown(next.text, known);
  const isAdverb = value !== undefined && CONSISTENT.has(lower(value));
  const close = tokens[i + (isAdverb ? 3 : 2)];
  if (isMark(token, '@', '(', '[')) return isLevel && (isMark(token, '@') || isMark(close, ')', ']'));
  // `from bob at nearest replica`, `via leader`
  return (
    isLevel &&
    !SETTINGS.has(lower(next)) &&
    ['at', 'on', 'any', 'via', 'through', 'with', 'using'].includes(lower(token)) &&
    // `at ONE`
    (!MANY.has(lower(next)) || next.text === next.text.toUpperCase())
  );
}

/** `readConcern local`, `consistency-level ONE`: a name of several words before a level. */
function isKeyOfLevel(tokens: readonly Token[], i: number, known: Known): boolean {
  const [token, next] = tokens.slice(i, i + 2);
  if (token?.kind !== 'word' || next === undefined || isKnown(token.text, known) || i === 0) return false;
  const parts = partsOf(token.text);
  const isKey = parts.length > 1 && parts.some((one) => OF_LEVELS.has(one));
  return isKey && isOwnLevel(next) && !isKnown(next.text, known);
}

const OF_LEVELS: ReadonlySet<string> = new Set('concern preference consistency level mode staleness'.split(' '));

/** A level of two words, or a word made of several, needs no word before it: no client is called like that. */
function isLevelPhrase(tokens: readonly Token[], i: number, known: Known): boolean {
  const [token, next] = tokens.slice(i, i + 2);
  if (token?.kind !== 'word' || isKnown(token.text, known) || i === 0 || !isOwnLevel(token)) return false;
  // `from ann, bob consistent`: right after a client.
  if (known.places.get(tokens[i - 1]?.text ?? '') === 'client' && !MANY.has(lower(token))) return true;
  if (wordFor('level', token.text) === undefined) return false;
  const isMadeOfSeveral = isLevelOfParts(token.text);
  const isTwo = next?.kind === 'word' && CONSISTENT.has(lower(next)) && !isKnown(next.text, known);
  return isMadeOfSeveral || isTwo || isBoundNext(tokens, i);
}

/** `eventually consistent`: the first word says how. */
const CONSISTENT: ReadonlySet<string> = new Set('consistent consistency read reads'.split(' '));

/** `stale up to 10s` */
function isBoundNext(tokens: readonly Token[], i: number): boolean {
  const bound = tokens
    .slice(i + 1, i + 4)
    .findIndex(({ kind, text }) => kind === 'number' && /\d(ms|s|min|h)$/.test(text));
  const between = tokens.slice(i + 1, i + 1 + Math.max(0, bound)).map(lower);
  return bound >= 0 && lower(tokens[i] ?? made('')) === 'stale' && between.every((one) => BOUNDING.has(one));
}

const BOUNDING: ReadonlySet<string> = new Set('up to at most by for max'.split(' '));

/** These levels are words of other meanings too. */
const MANY: ReadonlySet<string> = new Set('all any one two'.split(' '));

function isOwnLevel({ text }: Token): boolean {
  return wordsOf('level').includes(text.toLowerCase()) || wordFor('level', text) !== undefined;
}

/** `level: all`, `with consistency ONE`, `needs linearizable, causal`: the place of its last token. */
function demandAt(tokens: readonly Token[], at: number, { demands }: Body): number {
  if (isBoundNext(tokens, at)) {
    const end = tokens.findIndex((token, k) => k > at && token.kind === 'number');
    demands.push(`level bounded ${tokens[end]?.text}`);
    return end;
  }
  const opening = tokens[at];
  const isKey = isKeyOfLevel(tokens, at, NOTHING_KNOWN);
  if (opening?.kind === 'word' && !isKey && !SETTINGS.has(lower(opening)) && isOwnLevel(opening)) {
    const next = tokens[at + 1];
    const [mark, answer] = tokens.slice(at + 1, at + 3);
    const isAnswered = isMark(mark, '=', ':') && answer !== undefined && ['true', 'yes'].includes(lower(answer));
    demands.push(`level ${levelOf(opening)}`);
    return isAnswered ? at + 2 : next !== undefined && CONSISTENT.has(lower(next)) ? at + 1 : at;
  }
  let i = at + 1;
  const said = tokens[i];
  if (
    said !== undefined &&
    isUnknownName(said) &&
    !isOwnLevel(said) &&
    tokens[i + 1] !== undefined &&
    ['with', 'using'].includes(lower(opening ?? said))
  )
    i++;
  const word = lower(tokens[at] ?? { kind: 'mark', text: '', start: 0, end: 0, beginsLine: false });
  while (i < tokens.length && (isMark(tokens[i], '=', ':', '(', '==', '@') || lower(tokens[i] as Token) === 'level'))
    i++;
  const value = tokens[i];
  if (word === 'quorum' && (value === undefined || !isName(value) || isOtherPart(value))) {
    demands.push('level quorum');
    return at;
  }
  if (value === undefined) return at;
  if (!NEEDS.has(word)) {
    const level = levelOf(value);
    demands.push(`level ${level}${boundAfter(tokens, i)}`);
    // `nearest replica` is one level.
    const next = tokens[i + 1];
    if (next?.kind === 'word' && isOwnLevel(next) && (levelOf(next) === level || CONSISTENT.has(lower(next))))
      return i + 1;
    return boundAfter(tokens, i) === '' ? i : i + 1;
  }
  const needs = tokens.slice(i).filter((token) => !['staleness', 'consistency', 'reads'].includes(lower(token)));
  const last = needs.map((token) =>
    token.kind === 'number' ? ` ${token.text}` : isName(token) ? `, ${token.text}` : '',
  );
  if (last.length > 0) demands.push(`needs ${last.join('').slice(2)}`);
  return tokens.length;
}

/** Does another part of the operation begin here? */
function isOtherPart(token: Token): boolean {
  return CLIENTS.has(lower(token)) || LINKING.has(lower(token)) || accessOf(token) !== undefined;
}

function boundAfter(tokens: readonly Token[], i: number): string {
  const next = tokens[i + 1];
  return next?.kind === 'number' ? ` ${next.text}` : '';
}

/** One of our levels in small letters; any other word may be a level of a product. */
export function levelOf({ text, kind }: Token): string {
  const own = wordsOf('level').find((level) => level === text.toLowerCase());
  return own ?? wordFor('level', text) ?? (kind === 'number' ? text : written(text));
}
