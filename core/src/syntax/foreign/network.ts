import { counted, isBracket, isFiller, isSeparator, joined, type Known, namesIn, type PlaceKind } from './known.js';
import { ofLastWord } from './kinds.js';
import { isJoint, type Meant } from './links.js';
import { wordFor } from '../foreignWords.js';
import { isMark, isName, list, lower, made, type Token, written } from './scan.js';

const NODES: ReadonlySet<string> = new Set(
  (
    'node nodes server servers machine machines host hosts member members instance instances broker brokers replica ' +
    'replicas count size vm vms vertices contains has'
  ).split(' '),
);

function isNodeWord(token: Token): boolean {
  const isNode = wordFor('statement', lower(token).replace(/s$/, '')) === 'node';
  return NODES.has(lower(token)) || isNode || ofLastWord(token.text) === 'node';
}

/** `zone us { nodes: [us1, us2] }`, `zone "us" { count = 2 }`, `zone us contains us1 and us2` */
export function readZone(all: readonly Token[], known: Known): Meant {
  const { routers, rest: own } = routersWithin(all);
  const { links, rest: unlinked } = linksWithin(own);
  // `zone us { … } in europe`
  const close = own.findLastIndex((token) => isMark(token, '}'));
  if (close > 0 && own.slice(close).some(isName)) return undefined;
  const tokens = withoutTitles(unlinked);
  // Its nodes stand on the lines below it.
  const [head, ...below] = tokens;
  if (head !== undefined && below.length > 0 && below.every((token) => isName(token) && token.beginsLine))
    return [
      zone(
        head.text,
        below.map(({ text }) => text),
        known,
      ),
    ];
  if (isWith(tokens.at(-1) ?? made(''))) return undefined;
  if (tokens.filter(isWith).length > 1) return zonesWith(tokens, known);
  const several = zonesOf(tokens, known) ?? zonesWithin(tokens, known);
  if (several !== undefined) return several;
  const body = tokens.findIndex((token, i) => i > 0 && (!isName(token) || isNodeWord(token) || isFiller(token)));
  const name = joined(tokens.slice(0, body < 0 ? undefined : body));
  if (name === '') return undefined;
  const rest = tokens.slice(body < 0 ? tokens.length : body);
  const count = rest.find((_, i) => isCount(rest, i));
  const names = namesIn(
    withoutAttributes(withoutLabels(rest)).filter(
      (token, i, all) =>
        !isPlainMark(token) && !isMark(token, '|') && token !== count && !isFillerOfZone(token) && !isHeading(all, i),
    ),
    () => false,
  );
  // How far its nodes are apart has no word here.
  if (names === undefined || names.some((one) => /^\d+\s*m?s$/.test(one))) return undefined;
  const nodes = names.length === 0 && count !== undefined ? counted(name, Number.parseInt(count.text, 10)) : names;
  return [zone(name, nodes, known), ...(routers.length === 0 ? [] : [`router ${list(routers)}`]), ...links];

  function isFillerOfZone(token: Token): boolean {
    return (isNodeWord(token) || isFiller(token)) && !known.places.has(token.text);
  }
}

/** `zone us { node a --> node b }`: links of their own beside the zone. */
function linksWithin(tokens: readonly Token[]): { readonly links: readonly string[]; readonly rest: readonly Token[] } {
  const open = tokens.findIndex((token) => isMark(token, '{'));
  const links: string[] = [];
  const rest = tokens.map((token, i) => {
    const [before, next, after] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
    const end = next !== undefined && isNodeWord(next) ? after : next;
    if (open < 0 || i <= open || !isJoint(token) || before === undefined || end === undefined) return token;
    if (!isName(before) || !isName(end)) return token;
    links.push(`link ${written(before.text)} -- ${written(end.text)}`);
    return made(',', 'mark');
  });
  return { links, rest };
}

/** `zone gates { node g1, router sw1 }`: a router stands beside the zones. */
function routersWithin(tokens: readonly Token[]): {
  readonly routers: readonly string[];
  readonly rest: readonly Token[];
} {
  const isWord = (token: Token | undefined): boolean => token?.kind === 'word' && lower(token) === 'router';
  const isRouter = tokens.map((_, i) => i > 1 && isWord(tokens[i - 1]) && tokens[i]?.kind === 'word');
  const routers = tokens.flatMap(({ text }, i) => (isRouter[i] === true ? [text] : []));
  const rest = tokens.filter((_, i) => isRouter[i] !== true && isRouter[i + 1] !== true);
  return { routers, rest };
}

/** `us1 = node "US 1"` is `node us1`, `node us1 "US 1"` too. */
function withoutTitles(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [name, mark, word, title] = tokens.slice(i, i + 4);
    if (name === undefined) break;
    const isAssigned =
      i > 0 && name.kind === 'word' && isMark(mark, '=', ':') && word !== undefined && isNodeWord(word);
    if (isAssigned) {
      found.push(made(',', 'mark'), name);
      i += title?.kind === 'quoted' ? 3 : 2;
    } else {
      found.push(name);
      const isTitled = i > 0 && name.kind === 'word' && !isNodeWord(name) && mark?.kind === 'quoted';
      if (isTitled && !isMark(tokens[i - 1], '=', ':')) i++;
    }
  }
  return found;
}

/** `cluster { a, b }`, `rack: a, b` */
function isHeading(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  return token?.kind === 'word' && isMark(next, '{', ':', '=') && (next?.text !== '{' || next.start > token.end);
}

/** `berlin with node b1 and tokyo with t1, t2`: the word before each `with` is a zone. */
function zonesWith(tokens: readonly Token[], known: Known): string[] | undefined {
  const places = tokens.flatMap((token, i) => (isWith(token) ? [i] : []));
  const found = places.map((at, k) => {
    const name = tokens[at - 1];
    const next = places[k + 1];
    const nodes = namesIn(
      tokens.slice(at + 1, next === undefined ? undefined : next - 1).filter((token) => !isNodeWord(token)),
      () => false,
    );
    const isBare = !tokens.slice(at).some((token) => isBracket(token));
    return name !== undefined && isName(name) && isBare && nodes?.length ? zone(name.text, nodes, known) : undefined;
  });
  return places[0] === 1 && found.every((one) => one !== undefined) ? found : undefined;
}

function isWith(token: Token): boolean {
  return lower(token) === 'with';
}

/** `region eu { az a { node a1 } az b { node b1 } }`: zones stand beside each other. */
function zonesWithin(tokens: readonly Token[], known: Known): string[] | undefined {
  const found: string[] = [];
  for (let i = 2; i < tokens.length - 2; i++) {
    const [word, name, open] = tokens.slice(i, i + 3);
    // A node that has nodes is a zone.
    const said = word === undefined ? undefined : wordFor('statement', lower(word).replace(/s$/, ''));
    const isZone = said === 'zone' || (word !== undefined && isNodeWord(word) && !isMark(tokens[i + 3], '}'));
    if (!(isZone || word?.text === 'zone') || name === undefined || !isName(name) || !isMark(open, '{')) continue;
    const close = tokens.findIndex((token, at) => at > i && isMark(token, '}'));
    const zone = readZone(tokens.slice(i + 1, close + 1), known);
    if (close < 0 || zone === undefined) return undefined;
    found.push(...zone);
    i = close;
  }
  const [outer, , , inner] = tokens;
  // Of one zone the name is kept that others use.
  const isOuter = found.length === 1 && known.wanted.has(outer?.text ?? '') && !known.wanted.has(inner?.text ?? '');
  if (isOuter && outer !== undefined && inner !== undefined)
    return found.map((one) => one.replace(written(inner.text), written(outer.text)));
  return found.length === 0 ? undefined : found;
}

/** `zones us, eu`: a list of zones, whose nodes are declared elsewhere. */
function zonesOf(tokens: readonly Token[], known: Known): string[] | undefined {
  if (tokens[1] === undefined || !isSeparator(tokens[1]) || tokens.some((token) => isBracket(token))) return undefined;
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

const ATTRIBUTES: ReadonlySet<string> = new Set(
  'role type kind state status priority weight votes ip port label style color title'.split(' '),
);

/** What a node is for: a store says it. */
const ROLES: ReadonlySet<string> = new Set(
  (
    'arbiter witness voter tiebreaker primary leader master ' +
    'replica follower followers secondary standby slave backup'
  ).split(' '),
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
    // `zone third { witness w }`
    // `zone us { cluster a }`
    const isKind = ROLES.has(lower(first)) || wordFor('statement', lower(first)) !== undefined;
    if (first.kind === 'word' && isKind && isName(second) && !isSeparator(second)) isLeftOut[i] = true;
  }
  return tokens.filter((_, i) => isLeftOut[i] !== true);
}

function isPlainMark(token: Token): boolean {
  return isMark(token, ':', '=', '==', '.', '∈');
}

/** `nodes a b c`, `node dc1 { }` */
export function readNode(tokens: readonly Token[], known: Known): Meant {
  const place = tokens.findIndex((token, i) => i > 0 && ['in', 'at', 'zone', 'region'].includes(lower(token)));
  const isOther = (token: Token): boolean => ['on', 'choose'].includes(lower(token)) && !known.places.has(token.text);
  if (place > 0 || tokens.some(isOther)) return undefined;
  // node dc1 { node a }
  const open = tokens.findIndex((token) => isMark(token, '{'));
  if (open === 1 && tokens.slice(2).some(isNodeWord)) return readZone(tokens, known);
  const names = namesIn(
    withoutAttributes(tokens).filter((token) => !isMark(token, ':', '=')),
    (name) => known.places.has(name),
  );
  return names === undefined || new Set(names).size < Math.max(1, names.length) ? undefined : [`node ${list(names)}`];
}

/** `service search at eu1` */
export function readService(tokens: readonly Token[], known: Known): Meant {
  const [name, word, ...rest] = tokens.filter((token) => !isBracket(token));
  const isPlaced = word !== undefined && ['at', 'in', 'on', 'runs', 'host'].includes(lower(word));
  if (name === undefined || !isName(name) || !isPlaced) return undefined;
  const nodes = namesIn(
    rest.filter((token) => lower(token) !== 'on'),
    (one) => known.places.has(one),
  );
  const areNodes = nodes?.every((one) => known.places.get(one) === 'node') === true && nodes.length > 0;
  return areNodes ? [`service ${written(name.text)} on ${list(nodes)}`] : undefined;
}

/** `hub r1, r2` */
export function readRouter(tokens: readonly Token[]): Meant {
  const names = namesIn(
    tokens.filter((token) => !isMark(token, ':', '=')),
    () => false,
  );
  return names === undefined || names.length === 0 ? undefined : [`router ${list(names)}`];
}

const PLACE: ReadonlySet<string> = new Set(
  (
    'in at on from zone region node server location datacenter dc site near inside within lives runs sits resides ' +
    'network networks connects connected attached located based hosted talks running host via uses joins enters @ \\in'
  ).split(' '),
);

function isPlaceMark(token: Token): boolean {
  return (
    PLACE.has(lower(token)) || isJoint(token) || isMark(token, '@', ':', '=', '==', '{', '(', '∈') || isFiller(token)
  );
}

/** `user web on us1`, `client "web" { zone = "us" }`, `clients ann in us, bob in eu` */
export function readClient(tokens: readonly Token[], known: Known): Meant {
  const parts: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    const last = parts[parts.length - 1];
    const starts =
      (isSeparator(token) || (token.beginsLine && i > 0 && !tokens.some((one) => isMark(one, '{')))) &&
      last?.some(isPlaceMark) === true &&
      // `ann in us, at eu` is one client in two places.
      !['in', 'at', 'on'].includes(lower(tokens[isSeparator(token) ? i + 1 : i] ?? token)) &&
      tokens.slice(i + 1).some(isPlaceMark);
    if (starts) parts.push(isSeparator(token) ? [] : [token]);
    else last?.push(token);
  }
  const found = parts.map((part) => oneClient(part, known));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

function oneClient(tokens: readonly Token[], known: Known): string[] | undefined {
  const at = tokens.findIndex((token, i) => i > 0 && isPlaceMark(token));
  const head = tokens.slice(0, at < 0 ? undefined : at);
  const all = namesIn(head, () => false);
  if (all === undefined || all.length === 0) return undefined;
  // `tom [shape=actor]; tom -- us`
  const names = [...new Set(all)];
  // `client web shop in us` is one client or two.
  const isOne = !names.some((name) => known.issuers.has(name) || known.places.get(name) === 'client');
  if (head.length === 2 && head.every(isName) && at > 0 && names.length === 2 && isOne) return undefined;
  // `client ann us`
  const place = names[names.length - 1];
  const placeKind = place === undefined ? undefined : known.places.get(place);
  if (at < 0 && names.length > 1 && place !== undefined && (placeKind === 'zone' || placeKind === 'node'))
    return [`client ${list(names.slice(0, -1))} ${placeKind === 'node' ? 'at' : 'in'} ${written(place)}`];
  if (at < 0) return [`client ${list(names)}`];
  const several = linked(names, tokens.slice(at), known);
  if (several !== undefined) return several;
  const rest = tokens.slice(at).filter((token) => !isBracket(token) && !isMark(token, ';', ','));
  const via = rest.findIndex((token, i) => i > 0 && lower(token) === 'via');
  const placed = via < 0 ? rest : rest.slice(0, via);
  const target = joined(
    placed.filter((token) => isName(token) && (known.places.has(token.text) || !isPlaceMark(token))),
  );
  // Words side by side that are declared as one name are one token.
  if (target === '' || (target.includes(' ') && !known.places.has(target))) return undefined;
  const says = placed.map(lower).find((word) => ['at', 'in', 'on'].includes(word));
  const kind: PlaceKind | undefined = known.places.get(target);
  const word = kind === 'node' ? 'at' : kind === 'zone' || says === 'in' ? 'in' : says === undefined ? 'in' : 'at';
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
