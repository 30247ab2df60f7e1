import { wordFor } from '../foreignWords.js';
import { readDerived } from './derived.js';
import { wordsOf } from '../language/index.js';
import { isWord } from '../tokens.js';
import { isFiller, isSeparator, joined, type Known } from './known.js';
import type { Meant } from './links.js';
import { isMark, isName, lower, made, type Token, written } from './scan.js';
import { clausesOfParts, list, ordered } from './storeClauses.js';
import {
  asynchronous,
  choose,
  clause,
  consistency,
  copies,
  failover,
  KEYS,
  keyOf,
  leader,
  like,
  merge,
  primary,
  reads,
  sync,
  witnesses,
  write,
} from './storeKeys.js';
import { PRODUCTS, presetOf, presetWith, WAITS } from './products.js';
import { choiceOf, type Key, LEADERLESS, members, type Parts } from './storeMembers.js';

/** What was meant by the words of a store. */
export interface StoreMeant {
  readonly meant: Meant;
  /** A level that belongs to its operations. */
  readonly levels?: Levels;
  /** Another reading of the same words. */
  readonly or?: readonly string[];
}

/** By what an operation does, the level that is said of its store. */
export interface Levels {
  readonly read?: string | undefined;
  readonly write?: string | undefined;
}

/** `store posts on l1, f1 { leader l1; followers f1; async }` and the like. */
export function readStore(tokens: readonly Token[], known: Known): StoreMeant {
  const derived = readDerived(tokens, known);
  if (derived !== undefined) return { meant: derived };
  const at = tokens.findIndex(
    (token, i) =>
      i > 0 && (!isName(token) || KEYS.has(lower(token)) || isFiller(token) || known.places.has(token.text)),
  );
  // `store account lives on us1`
  const heading = tokens
    .slice(0, at < 0 ? undefined : at)
    .filter((token, i, all) => i === 0 || i < all.length - 1 || !LIVES.has(lower(token)));
  const choices = heading.slice(1).filter((token) => isAloneIn(token, undefined));
  const name = joined(heading.filter((token) => !choices.includes(token)));
  const parts: Parts = { members: [], witnesses: [], observers: [], copies: [], clauses: [], scheme: [], lost: false };
  // `store cart AP on a, b`
  if (choices[0] !== undefined) parts.choice = choices[0].text.toUpperCase();
  const open = tokens.find((token) => isMark(token, '{'));
  for (const { key, values } of settings(
    withModes(withArrows(withRoles(withoutKeys(tokens.slice(at < 0 ? tokens.length : at), known)), known), known),
    known,
  )) {
    // A word of the body that nothing is known of may say anything.
    const isUnknown = (token: Token): boolean => isWordOfBody(token, open, known);
    if (key === undefined && !values.some(({ text }) => known.places.has(text)) && values.some(isUnknown))
      parts.lost = true;
    if (key === undefined) members(values, parts, known);
    else key(unquoted(values), parts, known);
  }
  // Where a primary takes writes, it answers reads too; of consensus it is a level.
  if (parts.readsAtLeader === true && !parts.primary && !parts.scheme.some((one) => /sync/.test(one)))
    parts.level = 'leader';
  if (parts.lost || name === '' || heading.slice(0, 1).some(isFiller)) return { meant: undefined };
  const own = ordered(
    parts,
    [...new Set([...parts.members, ...parts.copies])].filter(
      (one) => !parts.witnesses.includes(one) && !parts.observers.includes(one),
    ),
  );
  if (own.length === 0 || isOtherScheme(parts, own.length + parts.witnesses.length)) return { meant: undefined };
  productOf(parts);
  const on = [
    list(own),
    ...parts.witnesses.map((one) => `witness ${written(one)}`),
    ...parts.observers.map((one) => `observer ${written(one)}`),
  ].join(', ');
  const clauses = clausesOfParts(parts, own);
  const body = clauses.length === 0 ? '' : ` { ${clauses.join(' ')} }`;
  const meant = `store ${written(name)} on ${on}${body}`;
  const or = otherReading(parts, own, meant);
  return { meant: [meant], ...(or === undefined ? {} : { or: [or] }), levels: levelsOf(parts) };
}

/** The same words may say another store. */
function otherReading(parts: Parts, own: readonly string[], meant: string): string | undefined {
  // `sync`: any one of several copies has a write, or each of them.
  const others = own.filter((one) => one !== (parts.primary ?? own[0]));
  const isEither = parts.isSync === true && others.length > 1 && parts.preset === undefined;
  if (isEither && meant.includes(' sync 1')) return meant.replace(' sync 1', ` sync ${list(others)}`);
  // A failover by itself is that of a primary, or of consensus.
  const isElected = isPrimaryless(parts) && !parts.choice && parts.scheme.join() === 'failover automatic';
  return isElected ? meant.replace(/replicate primary .+ failover automatic/, 'choose CP') : undefined;
}

/** `mode = "async"`: what is quoted is a word, as elsewhere. */
function unquoted(values: readonly Token[]): readonly Token[] {
  return values.map((one) => (one.kind === 'quoted' && isWord(one.text) ? { ...one, kind: 'word' } : one));
}

/** Nobody says that it has a primary, and no preset does. */
function isPrimaryless({ primary: first, hasPrimary, preset }: Parts): boolean {
  return !first && hasPrimary !== true && preset === undefined;
}

/** A product whose words say more than its name: with a standby that is waited for it has another preset. */
function productOf(parts: Parts): void {
  const { preset, scheme, choice = '' } = parts;
  if (preset === undefined) return;
  const other = presetWith(preset, scheme.length === 0 ? choice : scheme.join());
  const waits = WAITS[preset];
  if (other !== undefined) {
    parts.preset = other;
    delete parts.choice;
    scheme.length = 0;
  } else if (waits !== undefined && scheme.length > 0 && scheme.every((one) => one.startsWith('failover'))) {
    scheme.unshift(waits);
  }
}

/** Only a read asks one copy. A majority is what a write waits for anyway, where every vote has a copy. */
function levelsOf({ level, writeLevel, witnesses: voters }: Parts): Levels {
  const isPlain = writeLevel === 'quorum' && voters.length === 0;
  return { read: level, write: isPlain ? undefined : (writeLevel ?? (level === 'local' ? undefined : level)) };
}

/**
 * Do counts or a failover say something else than the scheme that a preset or another word names? Where they say the
 * same, they go: a majority beside consensus, and a failover where a majority elects another leader anyway.
 */
function isOtherScheme(parts: Parts, votes: number): boolean {
  const { preset = '', scheme, choice } = parts;
  const how = PRODUCTS.get(preset);
  const isAgreed = scheme.includes('consensus') || how === 'agreed';
  const isElected = isAgreed || how === 'supervised' || (choice === 'CP' && isPrimaryless(parts));
  if (isElected && scheme.every((one) => one === 'consensus' || one.startsWith('failover'))) {
    if (scheme.includes('failover manual')) return true;
    parts.scheme.splice(0, scheme.length, ...scheme.filter((one) => one === 'consensus'));
  }
  if (parts.votes !== undefined && Number(parts.votes) !== votes) return true;
  const counts = [parts.read, parts.write].filter((one) => one !== undefined);
  // Counts and a primary are two schemes.
  if (counts.length > 0 && preset === '' && scheme.some((one) => /^(failover|sync|async|by)/.test(one))) return true;
  const isMajority = counts.every((one) => one === '' || Number(one) === Math.floor(votes / 2) + 1);
  // `choose CP; quorum 2 of 3` says a majority twice.
  const isChosen = choice === 'CP' && preset === '' && parts.isQuorum === true && scheme.length === 0 && isMajority;
  if (counts.length === 0 || (!isAgreed && !isChosen && (preset === '' || how === 'counted'))) return false;
  parts.read = parts.write = undefined;
  return !(isAgreed || isChosen) || !isMajority;
}

const LIVES: ReadonlySet<string> = new Set('lives sits stays runs resides sitting living kept stored'.split(' '));

function isWordOfBody(token: Token, open: Token | undefined, known: Known): boolean {
  if (open === undefined || !isName(token) || token.start <= open.start || token.end === 0) return false;
  const isSaid =
    [choiceOf(token), presetOf(token)].some((one) => one !== undefined) ||
    LEADERLESS.has(lower(token)) ||
    isMergeRule(token);
  return !isSaid && !isFiller(token) && !isSeparator(token) && !known.places.has(token.text);
}

/** `members: [{ host: a, priority: 2 }, { host: b, arbiterOnly: true }]` is `members: [a, witness b]`. */
function withoutKeys(tokens: readonly Token[], { places }: Known): readonly Token[] {
  const depths = depthsOf(tokens);
  const isPlace = (token: Token | undefined): boolean => places.has(token?.text ?? '');
  const found: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [key, colon, value] = tokens.slice(i, i + 3);
    if (key === undefined) break;
    const isKey = (depths[i] ?? 0) > 1 && key.kind === 'word' && isMark(colon, ':', '=');
    if (isKey && /arbiter|witness/i.test(key.text) && value?.text !== 'false')
      found.splice(found.findLastIndex(isPlace), 0, made('witness'));
    else if (!isKey || isPlace(value)) found.push(...(isKey && value !== undefined ? [value] : [key]));
    if (isKey) i += 2;
  }
  return found;
}

/** `on a (primary), b, c (arbiter)` is `on b, a, witness c; primary a`. */
function withRoles(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  const primaries: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, open, ...rest] = tokens.slice(i, i + 4);
    // `m1 is the leader`
    const isSaid = open !== undefined && lower(open) === 'is';
    const [role, close] = isSaid ? rest.filter(({ text }) => text !== 'the') : rest;
    if (token === undefined) break;
    const isMarked = isMark(open, '(') && isMark(close, ')');
    const isAs = open !== undefined && lower(open) === 'as';
    // `store log on us1, us2 as kafka`
    if (isAs && role !== undefined && presetOf(role) !== undefined) {
      found.push(token, made('like'), role);
      i += 2;
      continue;
    }
    const key = role !== undefined && (isMarked || isAs || isSaid) ? KEYS.get(lower(role)) : undefined;
    if (isName(token) && key !== undefined && ROLES.has(key)) {
      found.push(...(key === witnesses ? [made('witness'), token] : [token]));
      const isFirst = key === primary || key === leader || key === sync;
      if (isFirst && role !== undefined) primaries.push(made(';', 'mark'), role, token);
      i += isSaid ? 1 + rest.indexOf(role as Token) + 1 : isAs ? 2 : 3;
    } else found.push(token);
  }
  return [...found, ...primaries];
}

/** `a --> b : sync`, `a -> c async` in lines of their own: from the primary, and how. */
function withArrows(tokens: readonly Token[], { places }: Known): readonly Token[] {
  const found: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [from, arrow, to, ...rest] = tokens.slice(i, i + 5);
    if (from === undefined) break;
    const [mode] = rest.filter((token) => !isMark(token, ':', '('));
    const key = KEYS.get(lower(mode ?? from));
    const isHow = [sync, asynchronous].some((one) => one === key) && arrow?.kind === 'arrow';
    if (isHow && mode !== undefined && to !== undefined && places.has(from.text) && places.has(to.text)) {
      found.push(made(';', 'mark'), made('primary'), from, made(';', 'mark'), mode);
      if (key === sync) found.push(to);
      i += isMark(tokens[i + 3], ':', '(') ? 4 : 3;
      if (isMark(tokens[i + 1], ')')) i++;
    } else found.push(from);
  }
  return found;
}

/** `to b sync, c async` is `sync b`. */
function withModes(tokens: readonly Token[], { places }: Known): readonly Token[] {
  const to = tokens.findIndex((token) => lower(token) === 'to' && !places.has(token.text));
  if (to < 0) return tokens;
  const key = (token: Token | undefined): Key | undefined => token && KEYS.get(lower(token));
  return tokens.flatMap((token, i) => {
    if (i < to) return [token];
    const isMode = [sync, asynchronous].some((mode) => mode === key(token));
    if (isMode && places.has(tokens[i - 1]?.text ?? '')) return [];
    if (!places.has(token.text)) return [token];
    const mode = key(tokens[i + 1]);
    return mode === sync ? [made('sync'), token] : mode === asynchronous ? [] : [token];
  });
}

const ROLES: ReadonlySet<Key> = new Set([witnesses, copies, primary, leader, sync, asynchronous]);

interface Setting {
  readonly key: Key | undefined;
  readonly values: readonly Token[];
}

/** A name of several words is a key in the body, or before its mark. */
function keyAt(tokens: readonly Token[], i: number): Key | undefined {
  const token = tokens[i];
  if (token === undefined) return undefined;
  const before = tokens[i - 1];
  const isFirst = token.beginsLine || isMark(before, '{', ';', ',');
  const open = isFirst ? tokens.findIndex((one) => isMark(one, '{')) : -1;
  const isOpen = open >= 0 && open < i;
  const isValue = presetOf(token) !== undefined || LEADERLESS.has(lower(token)) || isMergeRule(token);
  return !isValue && (isOpen || isMark(tokens[i + 1], '=', ':')) ? keyOf(token) : KEYS.get(lower(token));
}

/** The settings of a store in any order and with any marks between them. */
function settings(tokens: readonly Token[], known: Known): Setting[] {
  const found: { key: Key | undefined; values: Token[] }[] = [{ key: undefined, values: [] }];
  const depths = depthsOf(tokens);
  for (const [i, token] of tokens.entries()) {
    const last = found[found.length - 1];
    const before = tokens[i - 1];
    // No name in the body is a replica.
    if (isMark(token, '{') && (last?.key ?? members) === members && last?.values.some(isName) === true) {
      found.push({ key: undefined, values: [] });
      continue;
    }
    const isValue =
      (isMark(before, '=', ':', '==') && keyAt(tokens, i - 2) !== undefined) ||
      (before !== undefined && [choose, consistency].includes(keyAt(tokens, i - 1) ?? members));
    const key = isMark(token, '@') ? members : keyAt(tokens, i);
    const next = tokens[i + 1];
    // `no failover`
    if (FAILING_OVER.has(lower(token)) && next !== undefined && lower(next) === 'failover') {
      found.push({ key: failover, values: [lower(token) === 'without' ? made('no') : token] });
      continue;
    }
    // `manual merge`
    if (next !== undefined && keyAt(tokens, i + 1) === merge && isMergeRule(token)) {
      found.push({ key: merge, values: [token] });
      continue;
    }
    if (last !== undefined && isInside(last, token, key)) {
      // `write quorum 3`
      if (lower(token) === 'quorum') last.values.push(token);
      continue;
    }
    // `read from followers`
    if (
      last?.key === reads &&
      key !== undefined &&
      !isMark(before, ';', ',') &&
      !token.beginsLine &&
      before?.kind !== 'number'
    ) {
      last.values.push(token);
      continue;
    }
    // `like mysql group replication`
    if (last?.key === like && lower(token) === 'replication' && before !== undefined && isName(before)) {
      last.values.push(token);
      continue;
    }
    // `ttl: 60s`: a setting that nothing is known of.
    const isStrange = isMark(next, '=', ':') && isName(token) && !isValue && !known.places.has(token.text);
    const isOfStrategy = last?.key === KEYS.get('replication');
    if (isStrange && !isOfStrategy && key === undefined && depths[i] === 1 && lower(before ?? token) !== 'on') {
      found.push({ key: lose, values: [token] });
      continue;
    }
    if (lower(token) === 'partition' && before !== undefined && lower(before) === 'on' && last !== undefined)
      last.key = clause('on partition', 'reaction');
    else if (key !== undefined && !isValue && !known.places.has(token.text) && token.kind !== 'quoted')
      found.push({ key, values: [] });
    else if (
      ![choose, consistency].includes(last?.key ?? members) &&
      isAloneIn(token, isMark(before, '=', ':') && keyAt(tokens, i - 2) === undefined ? undefined : before)
    )
      found.push({ key: undefined, values: [token] });
    else last?.values.push(token);
  }
  return found.filter(({ key, values }) => key !== undefined || values.some(isName));
}

/** Words that stand between a key and its values, or that say the key once more. */
const INSIDE: ReadonlyMap<Key, string> = new Map([
  [witnesses, 'on at in node'],
  [merge, 'by with using'],
  // `automatic failover` is whole; `sentinel quorum 2` says how many agree.
  [failover, 'failover quorum'],
  [like, 'to as like'],
  [reads, 'quorum'],
  [write, 'quorum'],
]);

function isInside({ key: own, values }: Setting, token: Token, key: Key | undefined): boolean {
  if (own === undefined) return false;
  // `last write wins`
  if (own === merge && key === write) return true;
  const isFirst = values.length === 0 || own === failover || own === merge;
  return isFirst && INSIDE.get(own)?.split(' ').includes(lower(token)) === true;
}

/** In how many braces each token stands; a brace itself in those before it. */
function depthsOf(tokens: readonly Token[]): readonly number[] {
  let depth = 0;
  return tokens.map((token) => {
    const own = depth;
    if (isMark(token, '{')) depth++;
    if (isMark(token, '}')) depth--;
    return own;
  });
}

const FAILING_OVER: ReadonlySet<string> = new Set('automatic manual no without'.split(' '));

const lose: Key = (_, parts) => {
  parts.lost = true;
};

function isMergeRule({ text }: Token): boolean {
  return wordsOf('merge rule').includes(text.toLowerCase()) || wordFor('merge rule', text) !== undefined;
}

/** `CP` after the list of replicas, with no word before it. */
function isAloneIn(token: Token, before: Token | undefined): boolean {
  return ['CP', 'AP', 'cp', 'ap'].includes(token.text) && token.kind === 'word' && !isMark(before, '=', ':');
}
