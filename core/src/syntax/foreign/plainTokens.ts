import { partsOf } from '../foreignWords.js';
import { wordsOf } from '../language/index.js';
import { isWord } from '../tokens.js';
import { isKnown, joined, type Known, rangeAt } from './known.js';
import { keywordOf } from './kinds.js';
import { accessOf } from './operation.js';
import { isMark, isName, lower, made, scan, type Token } from './scan.js';
import { presetOf } from './products.js';
import { choiceOf } from './storeMembers.js';
import { translated } from './tongues.js';
import { verdictOf } from './verdicts.js';

/** `zone us "United States" { … }`: what a name is called in pictures. */
export function withoutTitle(tokens: readonly Token[], known: Known): readonly Token[] {
  const [name, title, next] = tokens;
  const isNew = title?.text === name?.text || !isKnown(title?.text ?? '', known);
  const isTitle = name?.kind === 'word' && title?.kind === 'quoted' && isNew;
  if (!isTitle || next === undefined || isMark(next, '--', '->', '|')) return tokens;
  return [name, ...tokens.slice(2)];
}

export const TITLED: ReadonlySet<string> = new Set(
  'zone node router client store service operation partition'.split(' '),
);

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
  if (word === undefined || open === undefined || !isMark(open, '{', '(')) return tokens;
  const at = tokens.findIndex((token, i) => NAME_KEYS.has(lower(token)) && isMark(tokens[i + 1], ':', '='));
  const name = tokens[at + 2];
  if (at < 0 || name === undefined || !isName(name)) return tokens;
  const end = isMark(tokens[at + 3], ',', ';') ? at + 4 : at + 3;
  return [word, name, open, ...tokens.slice(2, at), ...tokens.slice(end)];
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

/** `[us1] --- [us2]`: the boxes of a drawing. */
function withoutBoxes(tokens: readonly Token[]): readonly Token[] {
  const isLine = (token: Token | undefined): boolean => token?.kind === 'arrow' && /--|==[=>]/.test(token.text);
  if (!tokens.some(isLine)) return tokens;
  const isBox = (i: number): boolean => {
    const [open, name, close, next] = tokens.slice(i, i + 4);
    const isBeside = isLine(tokens[i - 1]) || isLine(next);
    return (
      isMark(open, '[', '(') &&
      name !== undefined &&
      isName(name) &&
      isMark(close, ']', ')') &&
      isBeside &&
      (i === 0 || isLine(tokens[i - 1]))
    );
  };
  return tokens.filter((_, i) => !isBox(i) && !isBox(i - 2));
}

/** `us1((us1)) --- us2[(Replica)]`: the shapes that Mermaid draws around names stand beside an arrow. */
function withoutShapes(tokens: readonly Token[]): readonly Token[] {
  const isLine = (token: Token | undefined): boolean => token?.kind === 'arrow' && /--|==[=>]/.test(token.text);
  if (!tokens.some(isLine)) return tokens;
  const found: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, open] = tokens.slice(i, i + 2);
    if (token === undefined) break;
    found.push(token);
    const isShape = isName(token) && isMark(open, '(', '[', '{') && open?.start === token.end;
    const isEmpty = isMark(tokens[i + 2], ')', ']', '}');
    const end = isShape && !isEmpty ? shapeEnd(tokens, i + 1) : undefined;
    const beside = end === undefined ? [] : [tokens[i - 1], tokens[end]];
    if (end !== undefined && beside.some(isLine)) i = end - 1;
  }
  return found;
}

/** After the bracket that closes the one at a place. */
function shapeEnd(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isMark(tokens[i], '(', '[', '{')) depth++;
    if (isMark(tokens[i], ')', ']', '}') && --depth === 0) return i + 1;
  }
  return undefined;
}

/** `mesh n1..n3`: the names of a range, in any list. */
function withRanges(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, i) => {
    const range = isMark(tokens[i + 1], '..', '...', '…') ? rangeAt(tokens, i) : undefined;
    if (range !== undefined)
      return range.names.flatMap((name, k) => [...(k > 0 ? [made(',', 'mark')] : []), { ...token, text: name }]);
    const isInRange = [1, 2].some((back) => isRangeAt(tokens, i - back));
    return isInRange ? [] : [token];
  });
}

function isRangeAt(tokens: readonly Token[], i: number): boolean {
  return i >= 0 && isMark(tokens[i + 1], '..', '...', '…') && rangeAt(tokens, i) !== undefined;
}

/** What may stand after the dot of a name: `client ann.zone = us`, `operation pay: account.write`. */
const FIELDS: ReadonlySet<string> = new Set(
  'zone region node nodes latency rtt choose replicas level clients from at in on'.split(' '),
);

/** `zone.paris`, `netsplit_zone.paris.id`: the name after the kind of what it is, and what follows it. */
function referredBy(text: string): readonly string[] {
  const [kind = '', ...names] = text.split('.');
  return keywordOf(made(kind.replace(/^.*_/, ''))) === undefined ? [] : names;
}

/** `ann.zone = us` is `ann zone = us`, `account.write from ann` is `write account from ann`. */
function withoutDotted(tokens: readonly Token[], known: Known): readonly Token[] {
  return tokens.flatMap((token, i) => {
    // `ann's pay`
    const owner = token.kind === 'word' ? /^(.+)['’]s$/.exec(token.text)?.[1] : undefined;
    if (owner !== undefined && isKnown(owner, known)) return [{ ...token, text: owner }];
    const [referred, ...fields] = token.kind === 'word' && !isKnown(token.text, known) ? referredBy(token.text) : [];
    const isDone = fields.some((one) => accessOf(made(partsOf(one)[0] ?? '')) !== undefined);
    if (referred !== undefined && fields.length < 2 && !isDone && isKnown(referred, known))
      return [{ ...token, text: referred }];
    // `db.account.insertOne()`
    const text = token.text.replace(/^db\./, '');
    const dot = token.kind === 'word' && !isKnown(token.text, known) ? text.lastIndexOf('.') : -1;
    if (dot < 1 || text.indexOf('.') < dot) return [token];
    // `Choice.CP`, `Level.QUORUM`: a value of a type.
    const value = { ...token, text: text.slice(dot + 1) };
    if (/^\p{Lu}/u.test(token.text) && isValue(value)) return [value];
    const [name, field] = [{ ...token, text: text.slice(0, dot) }, value.text.toLowerCase()];
    if (FIELDS.has(field) && isMark(tokens[i + 1], '=', ':')) return [name, made(field)];
    const access = known.stores.has(name.text) ? accessOf(made(partsOf(value.text)[0] ?? '')) : undefined;
    if (access === undefined) return [token];
    return [made(access), name];
  });
}

function isValue(token: Token): boolean {
  const word = lower(token);
  const isOwn = (['level', 'merge rule', 'scheme'] as const).some((group) => wordsOf(group).includes(word));
  return isOwn || choiceOf(token) !== undefined || verdictOf(token) !== undefined || presetOf(token) !== undefined;
}

/** `Store("a").on("b").choose(.CP)`: without the dots of a chain of calls; `Choice::CP` is `CP`. */
function withoutDots(tokens: readonly Token[]): readonly Token[] {
  const isScope = (i: number): boolean =>
    isMark(tokens[i], ':') && isMark(tokens[i + 1], ':') && tokens[i]?.end === tokens[i + 1]?.start;
  const plain = tokens.filter((_, i) => ![-1, 0, 1].some((by) => isScope(i + by)));
  return plain.filter((token, i) => !isMark(token, '.') || !isMark(plain[i - 1], '(', ')') || i + 1 === plain.length);
}

/** `nodes 1, 2, 3`: numbers are names in a list of machines, and wherever one of these is named. */
function withNumbers(tokens: readonly Token[], { places }: Known): readonly Token[] {
  const [first, ...rest] = tokens;
  const isList = first !== undefined && keywordOf(first) === 'node' && rest.length > 2;
  const areNames = isList && rest.every((token) => token.kind === 'number' || isMark(token, ','));
  return tokens.map((token) =>
    token.kind === 'number' && (areNames || places.has(token.text)) ? { ...token, kind: 'quoted' } : token,
  );
}

/** The tokens of a statement without what other languages write around names and words. */
export function plainTokens(all: readonly Token[], known: Known): readonly Token[] {
  const tokens = withNumbers(all, known);
  const whole = withoutDotted(
    withRanges(withoutShapes(withoutBoxes(withoutDots(withoutQuotes(tokens, known))))),
    known,
  );
  return keyed(translated(withAnd(withDots(whole, known), known), known));
}

/** With names of several words as one token, and the first name as it is declared. */
export function namedTokens(tokens: readonly Token[], known: Known): readonly Token[] {
  return spokenName(withWholeNames(tokens, known), known);
}
