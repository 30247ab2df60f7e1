import { accessOf } from './operation.js';
import { isFiller, isHarmless, isSeparator, type Known } from './known.js';
import { type Meant, withUnit } from './links.js';
import { isMark, isName, lower, type Token, list, written } from './scan.js';
import { presetOf } from './products.js';

/** What says that one store is made from another, and how old it may be. */
const OF_COPIES: ReadonlySet<string> = new Set(
  (
    'cache caches cached cache-aside lookaside aside read-through copy copies from source derived on in at index ' +
    'view feed bounded bound ttl expires expiry max age max_age max-age maxage old most staleness lag refresh else ' +
    'otherwise fallback falls fall back when miss if like over read reads mirror'
  ).split(' '),
);

const ELSE: ReadonlySet<string> = new Set(
  'else otherwise fallback falls fall miss aside cache-aside lookaside read-through'.split(' '),
);

/** `cache pages on web1 of articles { ttl 60s }`: a store in whose statement another one stands is made from that. */
export function readDerived([name, ...rest]: readonly Token[], known: Known): Meant {
  const { places, stores } = known;
  const isStore = ({ text }: Token): boolean => text !== name?.text && stores.has(text) && !places.has(text);
  const [source, ...again] = rest.filter(isStore);
  if (name === undefined || isFiller(name) || source === undefined || again.some(({ text }) => text !== source.text))
    return undefined;
  const isPlace = ({ text }: Token): boolean => ['node', 'zone'].includes(places.get(text) ?? '');
  const on = rest.filter(isPlace);
  const [bound, second] = rest.filter(({ kind }) => kind === 'number');
  const product = rest.find((token) => ['cdn', 'memcached'].includes(presetOf(token) ?? token.text));
  const isSaid = (token: Token): boolean =>
    !isName(token) ||
    isStore(token) ||
    isPlace(token) ||
    token === product ||
    OF_COPIES.has(lower(token)) ||
    isFiller(token) ||
    isSeparator(token) ||
    isHarmless(token, known);
  if (on.length === 0 || second !== undefined || !rest.every(isSaid) || rest.some((one) => isMark(one, '|')))
    return undefined;
  const like = product === undefined ? '' : `like ${presetOf(product) ?? product.text} `;
  const bounded = bound === undefined ? '' : ` bounded ${withUnit(bound.text)}`;
  const from = written(source.text);
  const otherwise = rest.some((token) => ELSE.has(lower(token))) ? ` else ${from}` : '';
  const own = list([...new Set(on.map(({ text }) => text))]);
  return [`store ${written(name.text)} on ${own} { ${like}from ${from}${bounded}${otherwise} }`];
}

/** A copy that is read first, and the store that it is made from, which is read where the copy does not answer. */
export interface Fallback {
  readonly copy: string;
  readonly source: string;
}

/** `read cache, else read db`: the fallback is said of the store, so that the operation reads the copy alone. */
export function withoutFallback(
  tokens: readonly Token[],
  { derived, stores }: Known,
): { readonly rest: readonly Token[]; readonly fallback?: Fallback; readonly isSaid?: boolean } {
  const named = tokens.flatMap((token, i) => (i > 0 && stores.has(token.text) ? [i] : []));
  const isMade = (copy: number | undefined, source: number | undefined): boolean =>
    source !== undefined && derived.get(tokens[copy ?? -1]?.text ?? '') === tokens[source]?.text;
  const at = named.findIndex((i, k) => isMade(i, named[k + 1]) || isMade(named[k + 1], i));
  const [from, to] = [named[at], named[at + 1]];
  if (from === undefined || to === undefined) return { rest: tokens };
  const between = tokens.slice(from + 1, to);
  const isFirst = isMade(from, to);
  const [copy = '', source = ''] = (isFirst ? [from, to] : [to, from]).map((i) => tokens[i]?.text ?? '');
  // `read db with cache pages`
  if (!isFirst && between.some((token) => CACHED.has(lower(token)))) {
    const rest = [...tokens.slice(0, from), ...tokens.slice(to, to + 1), ...between, ...tokens.slice(to + 1)];
    return {
      rest: rest.filter((token) => !between.includes(token) || !isOfCache(token)),
      fallback: { copy, source },
      isSaid: true,
    };
  }
  if (!isFirst) return { rest: tokens };
  const isSaid = between.some((token) => ELSE.has(lower(token)) || lower(token) === 'or');
  const isList = between.every((token) => isMark(token, ',') || lower(token) === 'and');
  const isRead = between.every((token) => accessOf(token) !== 'write');
  if (!isRead || !(isSaid || isList)) return { rest: tokens };
  return { rest: [...tokens.slice(0, from + 1), ...tokens.slice(to + 1)], fallback: { copy, source }, isSaid };
}

const CACHED: ReadonlySet<string> = new Set('cache cached caching cache-aside'.split(' '));

function isOfCache(token: Token): boolean {
  return (
    CACHED.has(lower(token)) ||
    ['with', 'using', 'in', 'by', 'the'].includes(lower(token)) ||
    isMark(token, '(', ')', ':')
  );
}
