import { isHarmless, isSeparator, joined, type Known, namesIn, type PlaceKind } from './known.js';
import { isMark, isName, list, lower, made, type Token, written } from './scan.js';

/** The statements that were meant; undefined if a part of the text is not understood. */
export type Meant = readonly string[] | undefined;

/** `mesh: a b c (5 ms)` */
export function readMesh(tokens: readonly Token[], known: Known): Meant {
  const isAll = ['all', 'every', 'each'].includes(lower(tokens[0] ?? made('')));
  if (isAll || !tokens.some(isName)) return meshOfAll(tokens, known);
  const [links] =
    readLinks(
      tokens.filter((token) => !isJoint(token)),
      known,
    ) ?? [];
  return links === undefined ? undefined : [links.replace(/^link (.*?) -- /, 'mesh $1, ')];
}

/** `mesh 5ms`: between all zones, or between all nodes where there is no zone. */
function meshOfAll(tokens: readonly Token[], { places }: Known): Meant {
  const all = (wanted: PlaceKind): string[] => [...places].flatMap(([name, kind]) => (kind === wanted ? [name] : []));
  const zones = all('zone');
  const members = zones.length > 0 ? zones : all('node');
  const latency = tokens.find(({ kind }) => kind === 'number');
  if (members.length < 2) return undefined;
  return [`mesh ${list(members)}${latency === undefined ? '' : ` ${withUnit(latency.text)}`}`];
}

const WIRE_WORDS: ReadonlySet<string> = new Set(
  (
    'between from to and of with takes take latency rtt delay roundtrip round-trip round_trip round trip ping ' +
    'time lag ' +
    'connects joins joining connecting connected linked joined over at via link is are ' +
    'latency_ms rtt_ms delay_ms ends endpoints source target'
  ).split(' '),
);
const LOSS: readonly string[] = ['loss', 'fails', 'failure', 'probability', 'fail'];

/** `link us <-> eu : 80 ms`, `link a -- b -- c`, `link "us" "eu" { latency = "80ms" }` */
export function readLinks(all: readonly Token[], known: Known): Meant {
  // `links = { a-b, c-d }`
  const from = isMark(all[0], '=', ':') ? 1 : 0;
  const tokens = withUnits(withoutFlow(all.slice(from))).flatMap((token) => endsOfHyphen(token, known));
  const parts: Token[][] = [[]];
  const hasArrows = tokens.filter(isJoint).length > 1;
  for (const [i, token] of tokens.entries()) {
    const starts = hasArrows && isSeparator(token) && tokens.slice(i + 1).some(isJoint);
    if (starts) parts.push([]);
    else parts[parts.length - 1]?.push(token);
  }
  const found = parts.map((part) => oneLink(part, known));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

/** `us -- eu 80 m`: a latency is in milliseconds. */
function withUnits(tokens: readonly Token[]): readonly Token[] {
  const isUnit = (i: number): boolean => lower(tokens[i] ?? made('')) === 'm' && tokens[i - 1]?.kind === 'number';
  return tokens.flatMap((token, i) =>
    isUnit(i) ? [] : isUnit(i + 1) ? [{ ...token, text: `${token.text}ms` }] : [token],
  );
}

/** `web -->|read| kv` says between bars what flows; a latency stays. */
function withoutFlow(tokens: readonly Token[]): readonly Token[] {
  const bar = tokens.findIndex((token, i) => isMark(token, '|') && tokens[i - 1]?.kind === 'arrow');
  const end = bar < 0 ? -1 : tokens.findIndex((token, i) => i > bar && isMark(token, '|'));
  return end < 0 ? tokens : tokens.filter((token, i) => i < bar || i > end || token.kind === 'number');
}

/** `n1-n2` is one name, unless both are places. */
function endsOfHyphen(token: Token, { places }: Known): readonly Token[] {
  const [a, b, more] = token.kind === 'word' && !places.has(token.text) ? token.text.split('-') : [];
  if (a === undefined || b === undefined || more !== undefined || !places.has(a) || !places.has(b)) return [token];
  return [{ ...token, text: a }, made('--', 'arrow'), { ...token, text: b }];
}

export function isJoint(token: Token): boolean {
  return token.kind === 'arrow' && !isMark(token, '=', '==', '~');
}

/** Does a mark lead one way? */
export function isOneWay({ text }: Token): boolean {
  return text === '->' || text === '→' || text === '=>' || text === '⇒' || text === '~>';
}

function oneLink(tokens: readonly Token[], known: Known): string[] | undefined {
  const quotedWire = tokens.filter(
    ({ kind, text }) => kind === 'quoted' && /^~?\d+(\.\d+)?\s*(µ?s|ms|us|min|h|%)$/.test(text),
  );
  const number = (token: Token): boolean => token.kind === 'number' || quotedWire.includes(token);
  const isLoss = (token: Token): boolean =>
    number(token) && (token.text.endsWith('%') || LOSS.includes(wordBefore(tokens, token)));
  const latency = tokens.find((token) => number(token) && !isLoss(token));
  const loss = tokens.find(isLoss);
  // A round trip is counted in milliseconds.
  const ms = /^[1-9]\d*$/.test(latency?.text ?? '') || tokens.some((token) => lower(token).endsWith('_ms')) ? 'ms' : '';
  const wire =
    (latency === undefined ? '' : ` ${withUnit(latency.text)}${/\d$/.test(latency.text) ? ms : ''}`) +
    (loss === undefined ? '' : ` fails ${loss.text}`);
  const isEnd = (token: Token): boolean =>
    isName(token) &&
    !isSettingOfLink(token, tokens) &&
    !isLabelOfLink(token, tokens, known) &&
    !number(token) &&
    (known.places.has(token.text) ||
      (!WIRE_WORDS.has(lower(token)) && !LOSS.includes(lower(token)) && !isWordBesideEnds(token, tokens, known)));
  const first = tokens.findIndex(
    (token, i) => i > 0 && isMark(token, ':', '=', '{', '==') && !tokens.slice(0, i).some(isJoint),
  );
  const label =
    first === 1 && tokens[0] !== undefined && tokens.slice(2).filter(isEnd).length >= 2 ? tokens[0].text : '';
  const [opening, second] = tokens;
  const isNamed =
    label === '' &&
    opening !== undefined &&
    isName(opening) &&
    second !== undefined &&
    ['between', 'connects', 'joins'].includes(lower(second));
  const name = isNamed ? (tokens[0]?.text ?? '') : label;
  const rest = label === '' ? tokens.slice(isNamed ? 1 : 0) : tokens.slice(2);
  const joints = rest.filter(isJoint);
  const ends =
    joints.length === 0 ? namesIn(rest.filter(isEnd), (name) => known.places.has(name)) : endsOf(rest, isEnd);
  if (ends?.every((end) => isEverything(end, known)) === true && ends.length > 0)
    return [...(meshOfAll(tokens, known) ?? [])];
  if (ends === undefined || ends.length < 2) return undefined;
  // Two words side by side may be anything.
  if (joints.length === 0 && !ends.every((end) => known.places.has(end))) return undefined;
  // What flows into a store is said by the operations.
  if (ends.some((end) => known.stores.has(end) && !known.places.has(end)))
    return [`// ${tokens.map(({ text }) => text).join(' ')}`];
  const prefix = name === '' ? '' : `${written(name)}: `;
  if (joints.length === 0 && ends.length > 2) return [`mesh ${list(ends)}${wire}`];
  return ends.slice(1).map((end, i) => {
    const joint = joints[i];
    const [from, to] = joint?.text === '<-' ? [end, ends[i]] : [ends[i], end];
    // A client that gets no answers is not meant.
    const isClient = [from, to].some((one) => known.places.get(one ?? '') === 'client');
    // `us -> eu "replicates to" "60ms"` is drawn from who asks whom.
    const isDrawn = quotedWire.length > 0 && tokens.some((one) => isLabelOfLink(one, tokens, known) && !number(one));
    const isDirected =
      joint !== undefined && (isOneWay(joint) || joint.text === '<-') && !isBothWays(tokens) && !isClient && !isDrawn;
    return `link ${prefix}${written(from ?? '')} ${isDirected ? '->' : '--'} ${written(to ?? '')}${wire}`;
  });
}

/** `us -> eu "fibre"` */
function isLabelOfLink(token: Token, tokens: readonly Token[], { places, stores }: Known): boolean {
  const before = tokens[tokens.indexOf(token) - 1];
  const isAfterEnd =
    before !== undefined && (places.has(before.text) || stores.has(before.text) || before.kind === 'number');
  return token.kind === 'quoted' && !places.has(token.text) && tokens.some(isJoint) && isAfterEnd;
}

/** `us -- eu over dark fibre`: not an end, since two are known already. */
function isWordBesideEnds(token: Token, tokens: readonly Token[], known: Known): boolean {
  const at = tokens.indexOf(token);
  const isBesideJoint = [tokens[at - 1], tokens[at + 1]].some((one) => one !== undefined && isJoint(one));
  return !isBesideJoint && tokens.filter(({ text }) => known.places.has(text)).length > 1 && isHarmless(token, known);
}

/** `us -> eu [dir=both]` */
function isBothWays(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => lower(token) === 'dir' && ['both', 'none'].includes(tokens[i + 2]?.text ?? ''));
}

/** `a = "us"`, `[label="5ms"]`: the key of a setting, and its value beside the ends. */
function isSettingOfLink(token: Token, tokens: readonly Token[]): boolean {
  const at = tokens.indexOf(token);
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (!tokens.some(isJoint)) return isMark(next, '=') || (isMark(next, ':') && WIRE_WORDS.has(lower(token)));
  const isBeside = [before, next].some((one) => one !== undefined && isJoint(one));
  return !isBeside && [before, next].some((one) => isMark(one, '='));
}

function endsOf(tokens: readonly Token[], isEnd: (token: Token) => boolean): string[] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (isJoint(token) || isSeparator(token)) groups.push([]);
    // `a --> b: read` says what flows there.
    else if (isMark(token, ':')) groups.push([token]);
    else if (isEnd(token)) groups[groups.length - 1]?.push(token);
  }
  return groups.flatMap((group) => (group[0] === undefined || isMark(group[0], ':') ? [] : [joined(group)]));
}

function wordBefore(tokens: readonly Token[], token: Token): string {
  const before = tokens[tokens.indexOf(token) - 1];
  return lower((isMark(before, '=', ':') ? tokens[tokens.indexOf(token) - 2] : before) ?? token);
}

const EVERYTHING: ReadonlySet<string> = new Set(
  'all every each any everything everyone other others nodes zones sites regions'.split(' '),
);

/** `all to all`, `all nodes` */
function isEverything(name: string, { places }: Known): boolean {
  const words = name.toLowerCase().split(' ');
  return words.every((word) => EVERYTHING.has(word)) && !places.has(name);
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(мс|msecs?|millis|milliseconds?)$/i, 'ms'],
  [/(сек|secs?|seconds?)$/i, 's'],
  [/(minutes?|mins)$/i, 'min'],
  [/hours?$/i, 'h'],
];

/** A duration with the unit as it is written here: `80 milliseconds` is `80ms`. */
export function withUnit(text: string): string {
  const [unit, short] = UNITS.find(([one]) => one.test(text)) ?? [/$/, ''];
  return text.replace(unit, short).replace(/[\s~]/g, '');
}
