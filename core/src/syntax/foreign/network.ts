import { counted, isBracket, isFiller, isSeparator, joined, type Known, namesIn, type PlaceKind } from './known.js';
import { wordFor } from '../foreignWords.js';
import { isMark, isName, list, lower, made, type Token, written } from './scan.js';

/** The statements that were meant; undefined if a part of the text is not understood. */
export type Meant = readonly string[] | undefined;

const NODES: ReadonlySet<string> = new Set(
  (
    'node nodes server servers machine machines host hosts member members instance instances broker brokers replica ' +
    'replicas count size vm vms vertices contains has'
  ).split(' '),
);

/** `zone us { nodes: [us1, us2] }`, `zone "us" { count = 2 }`, `zone us contains us1 and us2` */
export function readZone(tokens: readonly Token[], known: Known): Meant {
  const several = zonesOf(tokens, known) ?? zonesWithin(tokens, known);
  if (several !== undefined) return several;
  const body = tokens.findIndex((token, i) => i > 0 && (!isName(token) || NODES.has(lower(token)) || isFiller(token)));
  const name = joined(tokens.slice(0, body < 0 ? undefined : body));
  if (name === '') return undefined;
  const rest = tokens.slice(body < 0 ? tokens.length : body);
  const count = rest.find((_, i) => isCount(rest, i));
  const names = namesIn(
    withoutAttributes(withoutLabels(rest)).filter(
      (token, i, all) => !isPlainMark(token) && token !== count && !isFillerOfZone(token) && !isHeading(all, i),
    ),
    () => false,
  );
  if (names === undefined) return undefined;
  const nodes = names.length === 0 && count !== undefined ? counted(name, Number.parseInt(count.text, 10)) : names;
  return [zone(name, nodes, known)];

  function isFillerOfZone(token: Token): boolean {
    return (NODES.has(lower(token)) || isFiller(token)) && !known.places.has(token.text);
  }
}

/** `cluster { a, b }`, `rack: a, b` */
function isHeading(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  return token?.kind === 'word' && isMark(next, '{', ':', '=') && (next?.text !== '{' || next.start > token.end);
}

/** `region eu { az a { node a1 } az b { node b1 } }`: zones stand beside each other. */
function zonesWithin(tokens: readonly Token[], known: Known): string[] | undefined {
  const found: string[] = [];
  for (let i = 2; i < tokens.length - 2; i++) {
    const [word, name, open] = tokens.slice(i, i + 3);
    const isZone = word !== undefined && wordFor('statement', lower(word).replace(/s$/, '')) === 'zone';
    if (!(isZone || word?.text === 'zone') || name === undefined || !isName(name) || !isMark(open, '{')) continue;
    const close = tokens.findIndex((token, at) => at > i && isMark(token, '}'));
    const zone = readZone(tokens.slice(i + 1, close + 1), known);
    if (close < 0 || zone === undefined) return undefined;
    found.push(...zone);
    i = close;
  }
  return found.length === 0 ? undefined : found;
}

/** `zones us, eu`: a list of zones, whose nodes are declared elsewhere. */
function zonesOf(tokens: readonly Token[], known: Known): string[] | undefined {
  if (!isMark(tokens[1], ',') || tokens.some((token) => isBracket(token))) return undefined;
  return namesIn(tokens, () => false)?.map((name) => zone(name, [], known));
}

function zone(name: string, nodes: readonly string[], known: Known): string {
  const all = [...nodes, ...(known.homes.get(name) ?? []).filter((node) => !nodes.includes(node))];
  return all.length === 0 ? `zone ${written(name)} { }` : `zone ${written(name)} { node ${list(all)} }`;
}

/** `3 nodes`, `nodes: 3`, `count = 3` */
function isCount(tokens: readonly Token[], i: number): boolean {
  const [two, one, token, next] = [tokens[i - 2], tokens[i - 1], tokens[i], tokens[i + 1]];
  const key = isMark(one, '=', ':', '(') ? two : one;
  return (
    token?.kind === 'number' &&
    /^\d+(nodes?|servers?)?$/.test(token.text) &&
    [key, next, token].some(
      (word) => word !== undefined && (NODES.has(lower(word)) || /\p{L}/u.test(token.text) || word.text === 'count'),
    )
  );
}

/** Without the shapes that follow a name in Mermaid: `us1[Primary]`, `us1[(Replica)]`. */
function withoutLabels(tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  let open = false;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const next = tokens[i + 1];
    if (isMark(token, '[') && before !== undefined && isName(before) && before.end === token.start)
      open = !NODES.has(lower(before)) && next !== undefined && !/^\d/.test(next.text);
    if (!open) found.push(token);
    if (isMark(token, ']')) open = false;
  }
  return found;
}

const ATTRIBUTES: ReadonlySet<string> = new Set('role type kind state status priority weight votes ip port'.split(' '));

/** What a node is for: a store says it. */
const ROLES: ReadonlySet<string> = new Set(
  'arbiter witness voter tiebreaker primary leader master replica follower secondary standby slave backup'.split(' '),
);

/** Without what is said of a node beside its name: `n1 role=master`, `n1 (arbiter)`. */
function withoutAttributes(tokens: readonly Token[]): readonly Token[] {
  const isLeftOut = tokens.map(() => false);
  for (let i = 1; i + 2 < tokens.length + 1; i++) {
    const [first, second, third] = tokens.slice(i, i + 3);
    if (first === undefined || second === undefined) continue;
    const isAttribute = ATTRIBUTES.has(lower(first)) && isMark(second, '=', ':') && third !== undefined;
    const isRole = isMark(first, '(') && ROLES.has(lower(second)) && isMark(third, ')');
    if (isAttribute || isRole) isLeftOut.fill(true, i, i + 3);
  }
  return tokens.filter((_, i) => isLeftOut[i] !== true);
}

function isPlainMark(token: Token): boolean {
  return isMark(token, ':', '=', '==', '.', '∈');
}

/** `nodes a b c`, `node dc1 { }` */
export function readNode(tokens: readonly Token[], known: Known): Meant {
  const place = tokens.findIndex((token, i) => i > 0 && ['in', 'at', 'zone', 'region'].includes(lower(token)));
  if (place > 0) return undefined;
  const names = namesIn(
    withoutAttributes(tokens).filter((token) => !isMark(token, ':', '=')),
    (name) => known.places.has(name),
  );
  return names === undefined || names.length === 0 ? undefined : [`node ${list(names)}`];
}

/** `hub r1, r2` */
export function readRouter(tokens: readonly Token[]): Meant {
  const names = namesIn(
    tokens.filter((token) => !isMark(token, ':', '=')),
    () => false,
  );
  return names === undefined || names.length === 0 ? undefined : [`router ${list(names)}`];
}

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

const PLACE: ReadonlySet<string> = new Set(
  (
    'in at on from zone region node server location datacenter dc site near inside within lives runs sits resides ' +
    'connects connected attached located based hosted talks running host via @ \\in'
  ).split(' '),
);

function isPlaceMark(token: Token): boolean {
  return PLACE.has(lower(token)) || isMark(token, '@', ':', '=', '==', '{', '(', '->', '-->', '∈') || isFiller(token);
}

/** `user web on us1`, `client "web" { zone = "us" }`, `clients ann in us, bob in eu` */
export function readClient(tokens: readonly Token[], known: Known): Meant {
  const parts: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    const last = parts[parts.length - 1];
    const starts = isSeparator(token) && last?.some(isPlaceMark) === true && tokens.slice(i + 1).some(isPlaceMark);
    if (starts) parts.push([]);
    else last?.push(token);
  }
  const found = parts.map((part) => oneClient(part, known));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

function oneClient(tokens: readonly Token[], known: Known): string[] | undefined {
  const at = tokens.findIndex((token, i) => i > 0 && isPlaceMark(token));
  const head = tokens.slice(0, at < 0 ? undefined : at);
  const names = namesIn(head, () => false);
  if (names === undefined || names.length === 0) return undefined;
  if (at < 0) return [`client ${list(names)}`];
  const several = linked(names, tokens.slice(at), known);
  if (several !== undefined) return several;
  const rest = tokens.slice(at).filter((token) => !isBracket(token) && !isMark(token, ';', ','));
  const via = rest.findIndex((token, i) => i > 0 && lower(token) === 'via');
  const placed = via < 0 ? rest : rest.slice(0, via);
  const target = joined(
    placed.filter((token) => isName(token) && (known.places.has(token.text) || !isPlaceMark(token))),
  );
  if (target === '') return undefined;
  const says = placed.map(lower).find((word) => word === 'at' || word === 'in');
  const kind: PlaceKind | undefined = known.places.get(target);
  const word = kind === 'node' ? 'at' : kind === 'zone' ? 'in' : (says ?? 'in');
  const pinned = via < 0 ? [] : (namesIn(rest.slice(via + 1), () => false) ?? []);
  return [`client ${list(names)} ${word} ${written(target)}${pinned.length === 0 ? '' : ` via ${list(pinned)}`}`];
}

/** A client in several zones is attached to each of them by a link of its own. */
function linked(names: readonly string[], tokens: readonly Token[], known: Known): string[] | undefined {
  const via = tokens.findIndex((token) => lower(token) === 'via');
  const places = tokens.flatMap(({ text }) => (known.places.get(text) === 'zone' ? [text] : []));
  if (via >= 0 || places.length < 2) return undefined;
  const links = names.flatMap((name) => places.map((place) => `link ${written(name)} -- ${written(place)}`));
  return [`client ${list(names)}`, ...links];
}

const WIRE_WORDS: ReadonlySet<string> = new Set(
  (
    'between from to and with takes take latency rtt delay roundtrip round-trip round_trip round trip ping time lag ' +
    'connects joins joining connecting connected linked joined over at via link is are ' +
    'latency_ms rtt_ms delay_ms ends endpoints source target'
  ).split(' '),
);
const LOSS: readonly string[] = ['loss', 'fails', 'failure', 'probability', 'fail'];

/** `link us <-> eu : 80 ms`, `link a -- b -- c`, `link "us" "eu" { latency = "80ms" }` */
export function readLinks(all: readonly Token[], known: Known): Meant {
  // `links = { a-b, c-d }`
  const from = isMark(all[0], '=', ':') ? 1 : 0;
  const tokens = all.slice(from).flatMap((token) => endsOfHyphen(token, known));
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
  const ms = tokens.some((token) => lower(token).endsWith('_ms')) ? 'ms' : '';
  const wire =
    (latency === undefined ? '' : ` ${withUnit(latency.text)}${/\d$/.test(latency.text) ? ms : ''}`) +
    (loss === undefined ? '' : ` fails ${loss.text}`);
  const isEnd = (token: Token): boolean =>
    isName(token) &&
    // `a = "us"` is a setting.
    (tokens.some(isJoint) || !isMark(tokens[tokens.indexOf(token) + 1], '=')) &&
    !number(token) &&
    (known.places.has(token.text) || (!WIRE_WORDS.has(lower(token)) && !LOSS.includes(lower(token))));
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
  if (ends === undefined || ends.length < 2) return undefined;
  // What flows into a store is said by the operations.
  if (ends.some((end) => known.stores.has(end) && !known.places.has(end)))
    return [`// ${tokens.map(({ text }) => text).join(' ')}`];
  const prefix = name === '' ? '' : `${written(name)}: `;
  if (joints.length === 0 && ends.length > 2) return [`mesh ${list(ends)}${wire}`];
  return ends.slice(1).map((end, i) => {
    const joint = joints[i];
    const [from, to] = joint?.text === '<-' ? [end, ends[i]] : [ends[i], end];
    const isDirected = joint !== undefined && (isOneWay(joint) || joint.text === '<-');
    return `link ${prefix}${written(from ?? '')} ${isDirected ? '->' : '--'} ${written(to ?? '')}${wire}`;
  });
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

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(msec|millis|milliseconds?)$/i, 'ms'],
  [/(secs?|seconds?)$/i, 's'],
  [/(minutes?|mins)$/i, 'min'],
  [/hours?$/i, 'h'],
];

/** A duration with the unit as it is written here: `80 milliseconds` is `80ms`. */
export function withUnit(text: string): string {
  const [unit, short] = UNITS.find(([one]) => one.test(text)) ?? [/$/, ''];
  return text.replace(unit, short).replace(/[\s~]/g, '');
}
