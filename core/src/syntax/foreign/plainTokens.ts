import { isWord } from '../tokens.js';
import { isKnown, joined, type Known } from './known.js';
import { isMark, isName, lower, made, scan, type Token } from './scan.js';

/** `zone us "United States" { … }`: what a name is called in pictures. */
export function withoutTitle(tokens: readonly Token[], known: Known): readonly Token[] {
  const [name, title, next] = tokens;
  const isTitle = name?.kind === 'word' && title?.kind === 'quoted' && !isKnown(title.text, known);
  if (!isTitle || next === undefined || isMark(next, '--', '->', '|')) return tokens;
  return [name, ...tokens.slice(2)];
}

export const TITLED: ReadonlySet<string> = new Set('zone node router client store operation partition'.split(' '));

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

/** `from ana y raúl`, `ann und bob`: other languages' "and" between two names. */
function withAnd(tokens: readonly Token[], known: Known): readonly Token[] {
  return tokens.map((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    const isBetween = [before, next].every((one) => one !== undefined && isName(one) && isKnown(one.text, known));
    return isBetween && AND.has(lower(token)) && !isKnown(token.text, known) ? made(',', 'mark') : token;
  });
}

const AND: ReadonlySet<string> = new Set('y und et e och en og i oraz и plus'.split(' '));

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

/** `zone { name: us, nodes: [us1] }`: the name before the body. */
function keyed(tokens: readonly Token[]): readonly Token[] {
  const [word, open] = tokens;
  if (word === undefined || !isMark(open, '{', '(')) return tokens;
  const at = tokens.findIndex((token, i) => NAME_KEYS.has(lower(token)) && isMark(tokens[i + 1], ':', '='));
  const name = tokens[at + 2];
  if (at < 0 || name === undefined || !isName(name)) return tokens;
  const end = isMark(tokens[at + 3], ',', ';') ? at + 4 : at + 3;
  return [word, name, open as Token, ...tokens.slice(2, at), ...tokens.slice(end)];
}

const NAME_KEYS: ReadonlySet<string> = new Set(['name', 'id', 'operation']);

/** `us .. eu`, a dotted line of PlantUML, and not `n1..n3`. */
function withDots(tokens: readonly Token[], { places }: Known): readonly Token[] {
  return tokens.map((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    const isLine = isMark(token, '..') && before !== undefined && next !== undefined && before.end < token.start;
    return isLine && [before, next].every(({ text }) => places.has(text))
      ? { ...token, text: '--', kind: 'arrow' }
      : token;
  });
}

/** The tokens of a statement without what other languages write around names and words. */
export function plainTokens(tokens: readonly Token[], known: Known): readonly Token[] {
  return keyed(withAnd(withDots(withoutOptions(withoutQuotes(tokens, known), known), known), known));
}

/** With names of several words as one token, and the first name as it is declared. */
export function namedTokens(tokens: readonly Token[], known: Known): readonly Token[] {
  return spokenName(withWholeNames(tokens, known), known);
}
