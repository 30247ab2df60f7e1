import type { IToken } from 'chevrotain';
import { VERDICTS } from '../base/harm.js';
import {
  Arrow,
  Bar,
  Both,
  Close,
  Colon,
  Comma,
  Equals,
  lexer,
  Name,
  Numeric,
  Open,
  PlusMinus,
  Quoted,
} from './tokens.js';
import { isPercentile } from './percentile.js';
import { clausesOf, LANGUAGE, wordsOf } from './language/index.js';
import { secondWords } from './language/units.js';
import type { ValueGroup, WordRow } from './language/word.js';

export type NameKind =
  | 'node'
  | 'zone'
  | 'router'
  | 'client'
  | 'link'
  | 'store'
  | 'service'
  | 'operation'
  | 'partition'
  | 'risk';

/** What may stand at a place: keywords to write, names to pick, values to choose. */
export interface Expected {
  readonly keywords: readonly string[];
  readonly names: readonly NameKind[];
  readonly values: readonly ValueGroup[];
}

const NOTHING: Expected = { keywords: [], names: [], values: [] };
const STATEMENT_WORDS = wordsOf('statement');
const keywords = (...words: readonly string[]): Expected => ({ ...NOTHING, keywords: words });
const names = (...kinds: readonly NameKind[]): Expected => ({ ...NOTHING, names: kinds });
const values = (...kinds: readonly ValueGroup[]): Expected => ({ ...NOTHING, values: kinds });

function both(...parts: readonly Expected[]): Expected {
  return {
    keywords: parts.flatMap((part) => part.keywords),
    names: parts.flatMap((part) => part.names),
    values: parts.flatMap((part) => part.values),
  };
}

const ANY_PLACE: readonly NameKind[] = ['node', 'zone', 'router', 'client'];
const STORE_CLAUSES: readonly string[] = clausesOf('store');
const CLAUSES = keywords(...STORE_CLAUSES.map((word) => (word === 'on' ? 'on partition' : word)));

/**
 * What may stand at an offset. Uses only the words of the statement up to the offset, so that mistakes elsewhere do not
 * matter; a word that is being typed counts as not yet written.
 */
export function expectedAt(text: string, offset: number): Expected {
  const { tokens, groups } = lexer.tokenize(text);
  const inside = (token: IToken): boolean =>
    token.startOffset < offset &&
    offset <= (token.endOffset ?? token.startOffset) + (token.tokenType.name === 'BlockComment' ? 0 : 1);
  if ([...(groups['comments'] ?? []), ...(groups['open'] ?? [])].some(inside)) return NOTHING;
  const typing = tokens.find((token) => inside(token) && isWord(token));
  const before = tokens.filter((token) => token !== typing && token.startOffset < offset);
  const start = before.findLastIndex((token, i) => isStatement(token) && begins(before, i));
  const statement = start < 0 ? [] : before.slice(start);
  const first = statement[0];
  if (first === undefined) return keywords(...STATEMENT_WORDS);
  const line = text.slice(0, typing?.startOffset ?? offset);
  const fresh = /(^|[\r\n])[ \t]*$/.test(line);
  const depth = statement.reduce(
    (sum, token) => sum + (token.tokenType === Open ? 1 : token.tokenType === Close ? -1 : 0),
    0,
  );
  const last = statement[statement.length - 1];
  const open =
    last !== undefined &&
    (last.tokenType === Comma ||
      last.tokenType === Colon ||
      last.tokenType === Both ||
      last.tokenType === Arrow ||
      last.tokenType === Bar);
  if (depth <= 0 && (last?.tokenType === Close || (fresh && !open && statement.length > 1)))
    return keywords(...STATEMENT_WORDS);
  return inStatement(statement, depth);
}

function isStatement(token: IToken): boolean {
  return STATEMENT_WORDS.includes(token.image);
}

function isWord(token: IToken): boolean {
  return isStatement(token) || (token.tokenType.CATEGORIES?.includes(Name) ?? false);
}

/**
 * A statement keyword begins a statement at the beginning of a line; `partition` after `on`, units and the nodes of a
 * zone do not.
 */
function begins(tokens: readonly IToken[], i: number): boolean {
  const token = tokens[i];
  const previous = tokens[i - 1];
  if (token === undefined || previous === undefined) return true;
  const sameLine = previous.endLine === token.startLine;
  if (token.image === 'node') {
    const zone = tokens.slice(0, i).findLastIndex((other) => isStatement(other) && other.image !== 'node');
    const between = zone < 0 ? [] : tokens.slice(zone, i);
    const depth = between.reduce(
      (sum, other) => sum + (other.tokenType === Open ? 1 : other.tokenType === Close ? -1 : 0),
      0,
    );
    if (tokens[zone]?.image === 'zone' && depth > 0) return false;
  }
  return !sameLine || previous.tokenType === Close;
}

function inStatement(tokens: readonly IToken[], depth: number): Expected {
  const words = tokens.map((token) => token.image);
  const last = tokens[tokens.length - 1];
  const word = last?.image ?? '';
  const separated = last?.tokenType === Comma;
  const lastOf = (...markers: readonly string[]): string | undefined =>
    words.findLast((one, i) => i > 0 && markers.includes(one));
  switch (words[0]) {
    case 'zone':
      if (depth <= 0) return words.length === 2 ? keywords('fails') : NOTHING;
      return words[words.length - 1] === 'node' || separated ? NOTHING : keywords('node', 'fails');
    case 'node':
      return words.length > 1 && !separated && !words.includes('fails') ? keywords('fails') : NOTHING;
    case 'risk':
      if (depth > 0)
        return word === '{' || separated || last?.tokenType === Both ? names('link', ...ANY_PLACE) : NOTHING;
      return last?.tokenType === Close ? keywords('fails') : NOTHING;
    case 'client': {
      const marker = lastOf('in', 'at', 'via');
      if (word === 'in') return names('zone');
      if (word === 'at') return names('node');
      if (word === 'via' || (separated && marker === 'via')) return names('node');
      if (words.length < 2 || separated) return NOTHING;
      return marker === undefined ? keywords('in', 'at', 'via') : marker === 'via' ? NOTHING : keywords('via');
    }
    case 'link':
      if (words.length === 1 || word === ':' || last?.tokenType === Both || last?.tokenType === Arrow)
        return names(...ANY_PLACE);
      return tokens.some(({ tokenType }) => tokenType === Both || tokenType === Arrow) ? inWire(words, last) : NOTHING;
    case 'mesh':
      return words.length === 1 || separated ? names(...ANY_PLACE) : inWire(words, last);
    case 'store':
      return depth > 0 ? inStore(tokens, words) : inMembers(words, separated);
    case 'service':
      return inService(words, depth, separated);
    case 'operation':
      return inOperation(words, depth, separated);
    case 'partition':
      return depth > 0 ? inPartition(words, separated) : NOTHING;
    case 'expect':
      return inExpect(words, last, separated);
    case 'accept':
      if (words.length < 3) return words.length === 1 ? values('verdict') : keywords('on');
      if (word === 'on') return names('operation');
      return last?.tokenType === Quoted ? keywords('until') : NOTHING;
    case 'explore':
      if (secondWords(word).length > 0) return keywords(...secondWords(word));
      return last?.tokenType === Numeric || word === 'all'
        ? values('unit')
        : words.length === 1
          ? keywords('all', 'any')
          : NOTHING;
    default:
      return NOTHING;
  }
}

/** After the ends of a link or the members of a mesh: a round trip, how it varies, how often it fails. */
function inWire(words: readonly string[], last: IToken | undefined): Expected {
  if (words.includes('fails')) return NOTHING;
  if (last?.tokenType === PlusMinus || isPercentile(last?.image ?? '')) return NOTHING;
  const varies = words.some((word) => isPercentile(word)) || words.includes('±') || words.includes('+-');
  return last?.tokenType === Numeric && !varies ? keywords('±', 'p99', 'fails') : keywords('fails');
}

function inPartition(words: readonly string[], separated: boolean): Expected {
  const word = words.at(-1) ?? '';
  const marker = words.findLast((one, i) => i > 0 && ['cut', 'isolate', 'down', 'destroy', '{'].includes(one));
  if (word === 'cut' || (separated && marker === 'cut')) return both(names(...ANY_PLACE), names('link'));
  if (['isolate', 'down', 'destroy', '--', '->'].includes(word)) return names(...ANY_PLACE);
  if (separated || word === '|')
    return marker === '{' || word === '|' ? names('node', 'zone', 'client') : names(...ANY_PLACE);
  const actions = keywords('cut', 'isolate', 'down', 'destroy', ...(marker === 'down' ? ['destroyed'] : []));
  return both(actions, word === '{' ? names('node', 'zone', 'client') : NOTHING);
}

/** Before the body of a store. */
function inMembers(words: readonly string[], separated: boolean): Expected {
  const [word = '', before] = [...words].reverse();
  if (words.length <= 2) return words.length === 2 ? keywords('on') : NOTHING;
  if (word === 'on' || separated) return both(names('node', 'zone'), keywords('witness', 'observer'));
  if (word === 'witness' || word === 'observer' || word === 'of') return names('node');
  return before === 'observer' ? keywords('of') : NOTHING;
}

function inService(words: readonly string[], depth: number, separated: boolean): Expected {
  if (depth > 0) return words.at(-1) === 'requires' || separated ? names('store', 'service') : keywords('requires');
  if (words.length === 2) return keywords('on');
  return words.at(-1) === 'on' || separated ? names('node', 'zone') : NOTHING;
}

function inStore(tokens: readonly IToken[], words: readonly string[]): Expected {
  const word = words[words.length - 1] ?? '';
  const open = words.indexOf('{');
  const marker = words.findLast((one, i) => i > open && STORE_CLAUSES.includes(one));
  const next = nextOf(word);
  if (next !== undefined) return 'words' in next ? keywords(...next.words) : values(next.group);
  switch (word) {
    case 'partition':
      return values('reaction');
    case 'primary':
    case 'leader':
      return marker === 'replicate' ? names('node') : CLAUSES;
    case 'sync':
      return names('node');
    case 'step-down':
      return both(keywords('writes'), both(CLAUSES, values('scheme argument')));
    case 'in-sync':
    case 'min-replicas':
      return NOTHING;
    case 'by':
      return names('node');
    case 'requires':
      return names('store', 'service');
    case 'from':
    case 'else':
      return names('store');
    case 'failover':
      return keywords('automatic', 'safe', 'manual');
    default:
      if (tokens[tokens.length - 1]?.tokenType === Equals) return NOTHING;
      if (tokens[tokens.length - 1]?.tokenType === Comma)
        return marker === 'requires' ? names('store', 'service') : names('node');
      return marker === 'replicate' ? both(CLAUSES, values('scheme argument')) : CLAUSES;
  }
}

/** What may follow a clause of a store, by the table of words. */
function nextOf(word: string): WordRow['next'] {
  const clause = clausesOf('store').find((one) => one === word);
  const row: WordRow | undefined = clause === undefined ? undefined : LANGUAGE.clause[clause];
  return row?.next;
}

function inOperation(words: readonly string[], depth: number, separated: boolean): Expected {
  const word = words[words.length - 1] ?? '';
  if (word === 'read' || word === 'write') return names('store');
  if (word === 'from') return names('client');
  if (word === 'through') return names('service');
  if (word === 'level') return values('level');
  if (word === 'needs') return values('guarantee');
  const marker = words.findLast((one) => ['from', 'through', 'needs', 'level', 'read', 'write'].includes(one));
  if (separated) return marker === 'needs' ? values('guarantee') : names(marker === 'through' ? 'service' : 'client');
  if (depth > 0)
    return marker === 'from' || marker === 'through' || word === ';'
      ? keywords('read', 'write')
      : keywords('read', 'write', 'level', 'needs');
  if (word === ':') return keywords('read', 'write');
  if (words.length < 2) return NOTHING;
  if (words.length === 2) return keywords('from');
  const demands = keywords('level', 'needs');
  if (words.includes('from')) return marker === 'from' ? both(keywords('through'), demands) : demands;
  return both(keywords('from'), demands);
}

function inExpect(words: readonly string[], last: IToken | undefined, separated: boolean): Expected {
  const word = last?.image ?? '';
  const verdicts = values('verdict');
  const tail = keywords('under', 'while detecting', 'once settled');
  if (words.length === 1) return names('operation');
  if (word === 'from') return names('client');
  if (word === 'never') return verdicts;
  if (word === 'under') return both(names('partition'), keywords('any', 'no fault'));
  if (word === 'within') return NOTHING;
  if (words.includes('within') && !words.includes('under'))
    return last?.tokenType === Numeric ? keywords('p99', 'under') : keywords('under');
  if (word === 'any' || last?.tokenType === Numeric) return values('unit');
  if (word === 'no') return keywords('fault');
  if (word === 'beyond') return keywords('lag');
  if (word === 'while') return keywords('detecting');
  if (word === 'once') return keywords('settled');
  const under = words.indexOf('under');
  if (separated) return under < 0 ? names('client') : NOTHING;
  if (under >= 0) return keywords(...secondWords(word), 'while detecting', 'once settled');
  if (words.length === 2) return both(keywords('from', 'never', 'within'), verdicts);
  const from = words.indexOf('from');
  const verdict = words.findIndex(
    (one, i) => i > 1 && [...VERDICTS, 'available'].includes(one) && words[i - 1] !== 'from',
  );
  if (verdict >= 0) return both(keywords('beyond lag', 'at most'), tail);
  return from >= 0 ? both(keywords('never', 'within'), verdicts) : tail;
}
