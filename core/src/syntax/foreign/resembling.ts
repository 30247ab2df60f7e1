import { isReserved } from '../tokens.js';
import { readAcceptance } from './accept.js';
import { readExpectation } from './expect.js';
import { isOfFaults, readPartition } from './faults.js';
import { keywordOf, LINKED } from './kinds.js';
import { isFiller, isHarmless, isKnown, isSeparator, type Known, NOTHING_KNOWN } from './known.js';
import { isJoint, type Meant, readLinks } from './links.js';
import { readClient, readNode, readZone } from './network.js';
import { accessOf, readOperation } from './operation.js';
import { isMark, isName, lower, made, type Token } from './scan.js';
import { readStore } from './store.js';
import { presetOf } from './products.js';
import { choiceOf } from './storeMembers.js';
import { verdictOf } from './verdicts.js';

/** What a word or mark of a line resembles. A name that the design declares is that; `fresh` may be a new one. */
const ROLES = [
  'place',
  'client',
  'store',
  'operation',
  'partition',
  'verdict',
  'access',
  'number',
  'joint',
  'fresh',
  'other',
] as const;

type Role = (typeof ROLES)[number];

/** The words of one line by what they resemble, in their order. */
interface Sorted {
  readonly tokens: readonly Token[];
  /** The kind of statement that the first word names which stands for a keyword. */
  readonly keyword: string | undefined;
  readonly of: Readonly<Record<Role, readonly Token[]>>;
}

/** A form of the language: its tokens, in the order of the language. */
interface Form {
  readonly read: (tokens: readonly Token[], known: Known) => Meant;
  readonly tokens: readonly Token[];
  /** Words of the line that it takes in too. */
  readonly also: readonly Token[];
}

type Try = (sorted: Sorted, known: Known) => Form | undefined;

/** A line has no more words than this. */
const MOST_WORDS = 60;

/**
 * A line that no reader of its kind understands: the forms of the language are tried in turn, and the one that takes
 * most of the words is meant. Nothing where two forms take as many, or where a word is left that may turn the meaning.
 */
export function readResembling(tokens: readonly Token[], known: Known): Meant {
  if (tokens.length > MOST_WORDS || tokens.some((token, i) => i > 0 && token.beginsLine)) return undefined;
  const sorted = sortedBy(tokens, known);
  const found = FORMS.flatMap((form) => form(sorted, known) ?? []).flatMap(({ read, tokens: own, also }) => {
    const left = tokens.filter((token) => isSaid(token) && !own.includes(token) && !also.includes(token));
    // What another statement needs is declared by this one, or it is not understood.
    if (left.some(({ text }) => known.wanted.has(text))) return [];
    // `ann -> api -> read account` goes through it.
    if (left.some((token) => isBesideJoint(token, tokens))) return [];
    if (!left.every((token) => isLeftOut(token, sorted.keyword, known))) return [];
    const texts = read(own, known);
    return texts === undefined ? [] : [{ texts, left: left.filter((token) => !isFiller(token)).length }];
  });
  const least = Math.min(...found.map(({ left }) => left));
  const [best, other] = found.filter(({ left }) => left === least);
  return best === undefined || other !== undefined ? undefined : best.texts;
}

function isBesideJoint(token: Token, tokens: readonly Token[]): boolean {
  const at = tokens.indexOf(token);
  // `--latency` is an option.
  const isNear = (one: Token | undefined): boolean => one !== undefined && isJoint(one) && one.end !== token.start;
  return isNear(tokens[at - 1]) || isNear(tokens[at + 1]);
}

function isSaid(token: Token): boolean {
  return isName(token) || token.kind === 'number';
}

/** May a word be left out? A keyword says the kind, which the form says too. */
function isLeftOut(token: Token, keyword: string | undefined, known: Known): boolean {
  if (token.kind === 'number') return false;
  // `writer` may be a name.
  const kind = keywordOf(token);
  const isSame = kind !== undefined && [lower(token).replace(/s$/, ''), keyword].includes(kind);
  const isKind = isSame && !isKnown(token.text, known);
  const isBetween = LINKED.has(lower(token)) || BETWEEN.has(lower(token));
  return isKind || isBetween || isFiller(token) || isSeparator(token) || isHarmless(token, known);
}

/** Words between names, which the order of the language has as well. */
const BETWEEN: ReadonlySet<string> = new Set(
  'a an and apart at away between by from in into latency on onto over round rtt takes through to trip via'.split(' '),
);

function sortedBy(tokens: readonly Token[], known: Known): Sorted {
  const of = Object.fromEntries(ROLES.map((role): [Role, Token[]] => [role, []])) as Record<Role, Token[]>;
  let keyword: string | undefined;
  for (const token of tokens) {
    const role = roleOf(token, known);
    const own = ['fresh', 'other'].includes(role) && keyword === undefined ? keywordOf(token) : undefined;
    if (own === undefined) of[role].push(token);
    else keyword = own;
  }
  return { tokens, keyword, of };
}

function roleOf(token: Token, { places, stores, operations, partitions }: Known): Role {
  const { text, kind } = token;
  if (kind === 'number') return 'number';
  if (isJoint(token)) return 'joint';
  if (!isName(token)) return 'other';
  const place = places.get(text);
  if (place !== undefined) return place === 'client' ? 'client' : 'place';
  if (stores.has(text)) return 'store';
  if (operations.has(text)) return 'operation';
  if (partitions.has(text)) return 'partition';
  if (verdictOf(token) !== undefined) return 'verdict';
  if (accessOf(token) !== undefined) return 'access';
  const isPlain = isHarmless(token, NOTHING_KNOWN) && !isFiller(token) && !isSeparator(token);
  return isPlain || (/[\d_.-]/.test(text) && !isReserved(lower(token))) ? 'fresh' : 'other';
}

function listed(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, i) => (i > 0 ? [made(',', 'mark'), token] : [token]));
}

/** Each name once. */
function distinct(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, i) => tokens.findIndex(({ text }) => text === token.text) === i);
}

/** Of several words that may be a new name, those that an article or `called` stands before. */
function newName({ tokens }: Sorted, fresh: readonly Token[]): readonly Token[] {
  if (fresh.length < 2) return fresh;
  const isNamed = (token: Token): boolean => NAMING.has(lower(tokens[tokens.indexOf(token) - 1] ?? made('')));
  return fresh.filter(isNamed);
}

const NAMING: ReadonlySet<string> = new Set('the a called named'.split(' '));

function isBeside({ tokens }: Sorted, a: Token, b: Token): boolean {
  return Math.abs(tokens.indexOf(a) - tokens.indexOf(b)) === 1;
}

function hasNone({ of }: Sorted, ...roles: readonly Role[]): boolean {
  return roles.every((role) => of[role].length === 0);
}

function isKind({ keyword }: Sorted, kind: string): boolean {
  return keyword === undefined || keyword === kind;
}

function said(tokens: readonly Token[], words: ReadonlySet<string>): readonly Token[] {
  return tokens.filter((token) => words.has(lower(token)));
}

/** Words that say more of a line than its form takes. */
const TURNS: ReadonlySet<string> = new Set(
  (
    'not no without unless except any all every some only but before after until other may might could can' +
    " can't cannot doesn't won't"
  ).split(' '),
);

/** `the cable from us to eu takes 80ms`, `latency us eu 80ms` */
const link: Try = (sorted) => {
  const { place, client, number, joint, other } = sorted.of;
  const ends = [...place, ...client];
  const [from, to, more] = distinct(ends);
  if (from === undefined || to === undefined || more !== undefined || number.length > 1) return undefined;
  if (other.some((token) => isMark(token, '|')) || said(other, TURNS).length > 0 || !isKind(sorted, 'link'))
    return undefined;
  if (!hasNone(sorted, 'store', 'operation', 'partition', 'verdict')) return undefined;
  const isWire = joint.length > 0 || number.some(isDuration);
  if (sorted.keyword === undefined && !isWire) return undefined;
  const [arrow = made('--', 'arrow')] = joint;
  return { read: readLinks, tokens: [from, arrow, to, ...number], also: ends };
};

function isDuration({ text }: Token): boolean {
  return /\d(µ?s|ms|us|sec|msec|min)/.test(text);
}

/** `from berlin works anna` */
const client: Try = (sorted, { issuers, places }) => {
  const { fresh, client: clients, place: own } = sorted.of;
  const names = fresh.filter(({ text }) => issuers.has(text));
  const who = names.length > 0 ? names : clients.length > 0 ? clients : newName(sorted, fresh);
  const [place, other] = distinct(own);
  if (place === undefined || other !== undefined || who.length === 0) return undefined;
  if (!hasNone(sorted, 'store', 'operation', 'verdict', 'number')) return undefined;
  const isSaidOtherwise = sorted.keyword === undefined && names.length > 0 && hasNone(sorted, 'joint');
  if (sorted.keyword !== 'client' && !isSaidOtherwise) return undefined;
  // `client ann bob in us`: a word beside the name may be another one.
  const isVerb = (token: Token): boolean =>
    who.includes(token) || lower(token).endsWith('s') || NAMING.has(lower(token));
  if (fresh.some((token) => who.some((one) => isBeside(sorted, one, token)) && !isVerb(token))) return undefined;
  const word = places.get(place.text) === 'zone' ? 'in' : 'at';
  return { read: readClient, tokens: [...listed(who), made(word), place], also: own };
};

/** `from ann and bob, write account: pay` */
const operation: Try = (sorted, { issuers }) => {
  const { client: clients, store: stores, operation: own, access, fresh } = sorted.of;
  const names = own.length > 0 ? own : fresh.filter(({ text }) => !issuers.has(text));
  const [name, other] = distinct(names);
  if (name === undefined || (own.length > 0 && other !== undefined) || !isKind(sorted, 'operation')) return undefined;
  if (access.length !== stores.length || stores.length === 0) return undefined;
  // `writer writes account` says who, in a word that nothing declares.
  if (clients.length === 0 && sorted.tokens.some((token) => keywordOf(token) === 'client')) return undefined;
  if (!hasNone(sorted, 'verdict', 'partition') || (clients.length === 0 && sorted.keyword === undefined))
    return undefined;
  const steps = access.flatMap((one, i) => [made(';', 'mark'), one, stores[i] ?? one]).slice(1);
  const from = clients.length === 0 ? [] : [made('from'), ...listed(distinct(clients))];
  const tokens =
    stores.length > 1
      ? [name, ...from, made('{', 'mark'), ...steps, made('}', 'mark')]
      : [name, made(':', 'mark'), ...steps, ...from];
  return { read: readOperation, tokens, also: [...clients, ...own] };
};

const CHOOSING: ReadonlySet<string> = new Set('choose like'.split(' '));

/** `on us1, us2 and eu1 lies the basket, which is consistent` */
const store: Try = (sorted, { wanted }) => {
  const { fresh, other, verdict, store: own, place } = sorted.of;
  const { words, used } = leading(sorted);
  // `consistent` is a verdict too.
  const choices = [...fresh, ...other, ...verdict].filter(
    (token) => choiceOf(token) !== undefined || presetOf(token) !== undefined,
  );
  const [choice, another] = choices;
  const free = fresh.filter((token) => !choices.includes(token) && !used.includes(token));
  const needed = free.filter(({ text }) => wanted.get(text) === 'store');
  const [name, second] = own.length > 0 ? distinct(own) : needed.length > 0 ? distinct(needed) : newName(sorted, free);
  if (name === undefined || another !== undefined || second !== undefined || place.length === 0) return undefined;
  if (choice === undefined && words.length === 0) return undefined;
  if (!hasNone(sorted, 'operation', 'access', 'partition', 'client', 'number', 'joint')) return undefined;
  if (!isKind(sorted, 'store') || said(other, TURNS).length > 0) return undefined;
  const chosen = choice === undefined ? [] : [made(choiceOf(choice) === undefined ? 'like' : 'choose'), choice];
  return {
    read: (tokens, known) => readStore(tokens, known).meant,
    tokens: [name, made('on'), ...listed(distinct(place)), made('{', 'mark'), ...chosen, ...words, made('}', 'mark')],
    also: [...place, ...own, ...needed, ...used, ...said(other, CHOOSING)],
  };
};

const LEADS: ReadonlySet<string> = new Set('primary master leader leads'.split(' '));
const FOLLOWS: ReadonlySet<string> = new Set(
  'follower followers follow follows secondary secondaries standby standbys copy copies replica replicas'.split(' '),
);

/** `us1 leads the account, us2 and eu1 follow asynchronously`: the clause of a primary, and its words in the line. */
function leading({ tokens, of: { place } }: Sorted): { words: readonly Token[]; used: readonly Token[] } {
  const at = tokens.findIndex((token) => LEADS.has(lower(token)));
  const none = { words: [], used: [] };
  if (at < 0) return none;
  const isPlace = (token: Token): boolean => place.includes(token);
  const before = tokens.slice(0, at).findLast(isPlace);
  const after = tokens.slice(at).find(isPlace);
  // `the primary is us1`; in `us1 is the primary, us2 …` it stands before.
  const next = tokens
    .slice(at + 1)
    .find((token) => isPlace(token) || isMark(token, ',', ';') || FOLLOWS.has(lower(token)));
  const primary = next !== undefined && isPlace(next) && before === undefined ? after : before;
  const how = tokens.filter((token) => /^a?sync(hronous(ly)?)?$/.test(lower(token)));
  if (primary === undefined) return none;
  const used = [...tokens.filter((token) => LEADS.has(lower(token)) || FOLLOWS.has(lower(token))), ...how];
  return { words: [made('primary'), primary, ...how.flatMap((one) => [made(';', 'mark'), one])], used };
}

const UNDER: ReadonlySet<string> = new Set('under when whenever if during while given in'.split(' '));
const NEVER: ReadonlySet<string> = new Set(['never']);

/** `bob sees an error of pay under ocean` */
const expect: Try = (sorted) => {
  const { client: clients, operation: own, partition: partitions, verdict: verdicts, other } = sorted.of;
  const [name, second] = distinct(own);
  const [verdict, another] = verdicts;
  const [partition, third] = partitions;
  if (name === undefined || verdict === undefined || [second, another, third].some((one) => one !== undefined))
    return undefined;
  if (!isKind(sorted, 'expect') || !hasNone(sorted, 'place', 'store', 'access', 'number')) return undefined;
  if (said(other, TURNS).length > 0) return undefined;
  const never = said(other, NEVER).slice(0, 1);
  const from = clients.length === 0 ? [] : [made('from'), ...listed(distinct(clients))];
  const under = partition === undefined ? [] : [made('under'), partition];
  return {
    read: readExpectation,
    tokens: [name, ...from, ...never, verdict, ...under],
    also: [...clients, ...own, ...(partition === undefined ? [] : said(other, UNDER))],
  };
};

/** `pg1 and pg2 stand in east`, `east: machines pg1, pg2`: what others take the names for tells the zone. */
const zone: Try = (sorted, { wanted, places }) => {
  const names = distinct([...sorted.of.fresh, ...sorted.of.place]);
  const isZone = ({ text }: Token): boolean => (wanted.get(text) ?? places.get(text)) === 'zone';
  const isNode = ({ text }: Token): boolean => (wanted.get(text) ?? places.get(text)) === 'node';
  const [own, other] = names.filter(isZone);
  const nodes = names.filter(isNode);
  if (other !== undefined || nodes.length === 0 || said(sorted.of.other, TURNS).length > 0) return undefined;
  if (!hasNone(sorted, 'client', 'store', 'operation', 'partition', 'verdict', 'access', 'number')) return undefined;
  const also = [...sorted.of.fresh, ...sorted.of.place].filter((token) => isZone(token) || isNode(token));
  if (own === undefined) {
    if (!isKind(sorted, 'node') || sorted.of.joint.length > 0) return undefined;
    return { read: readNode, tokens: listed(nodes), also };
  }
  if (!['zone', 'node', undefined].includes(sorted.keyword)) return undefined;
  const tokens = [own, made('{', 'mark'), made('node'), ...listed(nodes), made('}', 'mark')];
  return { read: readZone, tokens, also };
};

const CUTTING: ReadonlySet<string> = new Set('until unless except without every all some may might could'.split(' '));

/** `when ocean happens, us is cut off from eu`, `in the fault flood par is lost` */
const partition: Try = (sorted, known) => {
  const { fresh, partition: partitions, place } = sorted.of;
  const wanted = fresh.filter(({ text }) => known.wanted.get(text) === 'partition');
  const named = partitions.length > 0 ? partitions : wanted;
  const [name, other] =
    named.length > 0 ? distinct(named) : sorted.keyword === 'partition' ? newName(sorted, fresh) : [];
  if (name === undefined || other !== undefined || place.length === 0 || !isKind(sorted, 'partition')) return undefined;
  if (!hasNone(sorted, 'store', 'operation', 'access', 'number', 'client')) return undefined;
  if (said(sorted.tokens, CUTTING).length > 0) return undefined;
  const when = said(sorted.tokens.slice(0, 1), UNDER);
  const isKept = (token: Token): boolean =>
    token !== name && (!isName(token) || place.includes(token) || isOfFaults(token)) && !isMark(token, ',', '.', ':');
  const body = sorted.tokens.filter(isKept);
  return {
    read: readPartition,
    tokens: [name, made('{', 'mark'), ...body, made('}', 'mark')],
    also: [
      ...named,
      ...when,
      ...sorted.tokens.filter((token) => keywordOf(token) === 'partition'),
      ...sorted.of.verdict,
    ],
  };
};

const FINE: ReadonlySet<string> = new Set(
  'fine ok okay acceptable tolerable tolerated accepted allowed alright good accept accepts tolerate live with'.split(
    ' ',
  ),
);

/** `view may be stale, which is fine: "the feed is not urgent"` */
const accept: Try = (sorted) => {
  const { operation: own, verdict: verdicts, tokens } = { ...sorted.of, tokens: sorted.tokens };
  const reason = tokens.findLast(({ kind }) => kind === 'quoted');
  const [name, other] = distinct(own);
  const fine = said(tokens, FINE);
  const harmful = verdicts.filter((token) => !fine.includes(token));
  const isSaid = sorted.keyword === 'accept' || fine.length > 0;
  if (name === undefined || other !== undefined || reason === undefined || !isSaid) return undefined;
  const [verdict, another] = harmful;
  if (verdict === undefined || another !== undefined || said(tokens, UNACCEPTED).length > 0) return undefined;
  if (!['accept', undefined].includes(sorted.keyword)) return undefined;
  const words = [verdict, made('on'), name, reason];
  return { read: readAcceptance, tokens: words, also: [...own, ...fine, ...said(tokens, MAYBE)] };
};

const MAYBE: ReadonlySet<string> = new Set('may might can could sometimes while when if because since and'.split(' '));
const UNACCEPTED: ReadonlySet<string> = new Set("not never no only unless except isn't can't cannot until".split(' '));

const FORMS: readonly Try[] = [link, client, operation, store, expect, zone, partition, accept];
