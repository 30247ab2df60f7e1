import { isReserved } from '../tokens.js';
import { isFiller, isSeparator, joined, type Known, namesIn } from './known.js';
import { isJoint, isOneWay, type Meant } from './links.js';
import { isMark, isName, lower, made, scan, type Token, written } from './scan.js';

type Action = 'cut' | 'isolate' | 'down';

const ACTIONS: ReadonlyMap<string, Action> = new Map(
  (
    [
      ['cut', 'cut cuts link links no break breaks sever disconnect drop block unplug unplugged severed'],
      ['isolate', 'isolate isolated isolates alone isolation'],
      [
        'down',
        'down stop stopped kill killed crash crashed dead off fail fails stops crashes dies failed lost gone ' +
          'offline dying die halt halts halted loss losing failure outage crashing death breakdown terminate ' +
          'terminated shutdown',
      ],
    ] as const
  ).flatMap(([action, words]) => words.split(' ').map((word): [string, Action] => [word, action])),
);

const BETWEEN: ReadonlySet<string> = new Set('from vs versus not x against'.split(' '));
const NOISE: ReadonlySet<string> = new Set(
  (
    'between separates separate splits split sides side groups group parts isolating cutting partition node nodes ' +
    'only just zone zones cannot can does do reach talk see hear hears receive receives unreachable one way ' +
    "one-way oneway unidirectional unidirectionally direction can't doesn't don't won't"
  ).split(' '),
);

export function actionOf(token: Token, known: Known): Action | undefined {
  return known.places.has(token.text) ? undefined : ACTIONS.get(lower(token));
}

export const APART: ReadonlySet<string> = new Set('separated apart disconnected partitioned split severed'.split(' '));

/** Is it a word that says how something breaks? */
export function isOfFaults(token: Token): boolean {
  const word = lower(token);
  return ACTIONS.has(word) || NOISE.has(word) || BETWEEN.has(word) || APART.has(word) || word === 'and';
}

/** `partition p { us } | { eu }`, `partition p { us --> eu }`, `partition p us, eu`, `partition p { kill us1 }` */
export function readPartition(all: readonly Token[], known: Known): Meant {
  // `side1: us1, us2` names a side.
  const isLabel = (i: number): boolean => {
    const [before, token, next] = [all[i - 1], all[i], all[i + 1]];
    const isFree =
      token !== undefined &&
      isName(token) &&
      !known.places.has(token.text) &&
      !isOfFaults(token) &&
      !isReserved(lower(token));
    return isFree && isMark(next, ':', '=') && (token.beginsLine || isMark(before, '{', ';', ',', '|'));
  };
  const tokens = all.flatMap((token, i) =>
    i > 0 && (isLabel(i) || (i > 1 && isLabel(i - 1))) ? [] : withoutQuotes(token, all[i + 1]),
  );
  const at = tokens.findIndex(
    (token, i) =>
      i > 0 && (!isName(token) || isFiller(token) || (NOISE.has(lower(token)) && !known.places.has(token.text))),
  );
  const plain = at < 0 && tokens.length > 2;
  // `partition coast to coast { … }`
  const brace = tokens.findIndex((token) => isMark(token, '{'));
  const isNameWhole = brace > 0 && tokens.slice(0, brace).every((one) => isName(one) && !known.places.has(one.text));
  const end = isNameWhole ? brace : plain ? 1 : at;
  const name = joined(nameOf(tokens.slice(0, end < 0 ? undefined : end), known));
  if (name === '' || end < 0) return undefined;
  const rest = tokens.slice(nameOf(tokens.slice(0, end), known).length);
  const lines = linesOf(
    rest.filter((token) => !(isMark(token, '=', '==') || (isMark(token, ':') && rest.indexOf(token) === 0))),
    known,
  );
  return lines === undefined || lines.length === 0 ? undefined : [`partition ${written(name)} { ${lines.join('; ')} }`];
}

/** `--sides "us | eu"` as on a command line. */
function withoutQuotes(token: Token, next: Token | undefined): readonly Token[] {
  if (token.kind === 'quoted' && token.text.includes('|'))
    return scan(token.text).tokens.map((one) => ({ ...one, beginsLine: false }));
  const isOption = isMark(token, '--') && next?.start === token.end && NOISE.has(lower(next));
  return isOption ? [] : [token];
}

/** `partition ocean us, eu` has no brace that ends its name: a place after the first word is none of it. */
function nameOf(tokens: readonly Token[], known: Known): readonly Token[] {
  const place = tokens.findIndex((token, i) => i > 0 && known.places.has(token.text));
  return place < 0 ? tokens : tokens.slice(0, place);
}

function linesOf(tokens: readonly Token[], known: Known): string[] | undefined {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (
      (token.beginsLine && token !== tokens[0] && groups[groups.length - 1]?.some(isName) === true) ||
      isMark(token, ';')
    )
      groups.push([]);
    if (!isMark(token, ';')) groups[groups.length - 1]?.push(token);
  }
  const lines = groups
    .flatMap((group) => linksOf(group, known) ?? breaksOf(group, known))
    .filter((group) => group.some(isName))
    .flatMap((group) => cutsOf(group, known));
  const isAction = (group: readonly Token[]): boolean =>
    group.some((token) => actionOf(token, known) !== undefined || isJoint(token));
  if (lines.length > 1 && lines.every((group) => !isAction(group) && !group.some(isBar))) {
    const sides = lines.map((group) => sideOf(group, known));
    return sides.every((side) => side !== undefined) ? [sides.join(' | ')] : undefined;
  }
  const found = lines.map((group) => lineOf(group, known));
  return found.every((line) => line !== undefined) ? found : undefined;
}

/** `fiber and radio fail`: whatever is said of a link, it is cut. */
export function linksOf(tokens: readonly Token[], known: Known): readonly (readonly Token[])[] | undefined {
  const links = tokens.filter((token) => isLink(token, known));
  const isOther = (token: Token): boolean =>
    isName(token) &&
    !links.includes(token) &&
    !isNoise(token, known) &&
    !isSeparator(token) &&
    !['the', 'a', 'without', 'broken', 'are'].includes(lower(token)) &&
    actionOf(token, known) === undefined;
  return links.length === 0 || tokens.some(isOther) ? undefined : links.map((link) => [made('cut'), link]);
}

function isLink({ text }: Token, { links, places }: Known): boolean {
  return links.has(text) && !places.has(text);
}

/** `cut a -- b, down c`, `a | b and c down`: a line for each thing that breaks. */
function breaksOf(tokens: readonly Token[], known: Known): readonly (readonly Token[])[] {
  const acts = (piece: readonly Token[]): boolean => piece.some((token) => actionOf(token, known) !== undefined);
  if (tokens.filter((token) => actionOf(token, known) !== undefined).length === 0) return [tokens];
  const found: Token[][] = [];
  let open: Token[] = [];
  let separator: Token[] = [];
  for (const piece of piecesOf(tokens)) {
    const last = found[found.length - 1];
    if (acts(piece.tokens)) {
      if (open.some(isBar)) {
        found.push(open, piece.tokens);
      } else found.push([...open, ...(open.length > 0 ? separator : []), ...piece.tokens]);
      open = [];
    } else if (last === undefined || open.length > 0 || piece.tokens.some(isBar))
      open.push(...(open.length > 0 ? separator : []), ...piece.tokens);
    else last.push(...separator, ...piece.tokens);
    separator = piece.separator === undefined ? [] : [piece.separator];
  }
  if (open.length > 0) found.push(open);
  // `us and eu cannot reach each other`
  return found.length > 1 ? found : [tokens];
}

interface PieceOfList {
  readonly tokens: Token[];
  readonly separator?: Token;
}

function piecesOf(tokens: readonly Token[]): readonly PieceOfList[] {
  const found: { tokens: Token[]; separator?: Token }[] = [{ tokens: [] }];
  for (const token of tokens) {
    const last = found[found.length - 1];
    if (last === undefined) break;
    if (!isSeparator(token)) last.tokens.push(token);
    else {
      last.separator = token;
      found.push({ tokens: [] });
    }
  }
  return found.filter(({ tokens: own }) => own.length > 0);
}

/** `cut a -- b, c -- d`: a line for each link. */
function cutsOf(tokens: readonly Token[], known: Known): readonly (readonly Token[])[] {
  const action = tokens.find((token) => actionOf(token, known) !== undefined);
  if (action === undefined || tokens.filter(isJoint).length < 2) return [tokens];
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (isSeparator(token)) groups.push([action]);
    else groups[groups.length - 1]?.push(token);
  }
  return groups;
}

function sideOf(tokens: readonly Token[], known: Known): string | undefined {
  const names = namesIn(
    tokens.filter((token) => !isNoise(token, known)),
    (name) => known.places.has(name),
  );
  return names === undefined || names.length === 0 ? undefined : names.map(written).join(', ');
}

export function isNoise(token: Token, known: Known): boolean {
  return !known.places.has(token.text) && (NOISE.has(lower(token)) || isFiller(token));
}

export function isBar(token: Token): boolean {
  return isMark(token, '|', '||', '/', '\\', '#') || BETWEEN.has(lower(token));
}

const REACHING: ReadonlySet<string> = new Set(
  'reach reaches talk talks see sees hear hears receive receives get gets send sends unreachable'.split(' '),
);
const HEARING: ReadonlySet<string> = new Set('hear hears receive receives get gets'.split(' '));

/** `cut us to eu one way` */
function isSaidOneWay(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    const two = `${lower(token)} ${lower(tokens[i + 1] ?? token)}`;
    return ['one-way', 'oneway', 'unidirectional', 'unidirectionally'].includes(lower(token)) || two === 'one way';
  });
}

/** `us cannot reach eu`, `us does not hear eu` */
export function isParting(token: Token): boolean {
  return ['cannot', "can't", 'unreachable', 'not'].includes(lower(token));
}

/** `us -x- eu`: a link that is crossed out. */
function isCrossedOut(tokens: readonly Token[]): boolean {
  return tokens.some((_, i) => isCross(tokens, i));
}

function isCross(tokens: readonly Token[], i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (token === undefined || before === undefined || next === undefined) return false;
  return ['x', '✗', '✕', '/'].includes(token.text.toLowerCase()) && isJoint(before) && isJoint(next);
}

/** `a | rest`, `a | *`: one place that is parted from all others. */
function isolatedOf(tokens: readonly Token[], known: Known): string | undefined {
  const bar = tokens.findIndex(isBar);
  if (bar < 0) return undefined;
  const sides = [tokens.slice(0, bar), tokens.slice(bar + 1)].map((side) =>
    side.filter((token) => isName(token) || isMark(token, '*')),
  );
  const others = sides.findIndex((side) => side.length > 0 && side.every((one) => isOthers(one, known)));
  const [only, more] = sides[1 - others] ?? [];
  const isOne = others >= 0 && only !== undefined && more === undefined && known.places.has(only.text);
  return isOne ? `isolate ${written(only.text)}` : undefined;
}

function isOthers(token: Token, { places }: Known): boolean {
  return isMark(token, '*') || (OTHERS.has(lower(token)) && !places.has(token.text));
}

const OTHERS: ReadonlySet<string> = new Set(
  'rest others other all everything everyone else the of nodes zones remaining'.split(' '),
);

export function lineOf(tokens: readonly Token[], known: Known): string | undefined {
  const isolated = isolatedOf(tokens, known);
  if (isolated !== undefined) return isolated;
  if (isCrossedOut(tokens)) {
    const [from, to, more] = tokens.filter(
      (token, i) => isName(token) && known.places.has(token.text) && !isCross(tokens, i),
    );
    const isOne = from !== undefined && to !== undefined && more === undefined;
    if (!isOne) return undefined;
    const isBack = tokens.some((token) => isJoint(token) && /^[<←]/.test(token.text));
    const isDirected = !isBack && tokens.some((token) => isJoint(token) && isOneWay(token));
    const arrow = isDirected ? '->' : '--';
    return `cut ${written(from.text)} ${arrow} ${written(to.text)}`;
  }
  // `shutdown a -- b`: of a link there is one thing that breaks.
  const said = tokens.map((token) => actionOf(token, known)).find((one) => one !== undefined);
  const action = said !== undefined && tokens.some(isJoint) ? 'cut' : said;
  const isReaching = tokens.some((token) => REACHING.has(lower(token)) && !known.places.has(token.text));
  const rest = tokens.filter(
    (token) =>
      actionOf(token, known) === undefined &&
      !isMark(token, ':') &&
      !isNoise(token, known) &&
      !(isReaching && lower(token) === 'not'),
  );
  const joint = rest.find(isJoint);
  const ends = rest.filter((token) => isName(token) && !isSeparator(token));
  const [a, b] = [ends[0], ends[ends.length - 1]];
  const isBoth = tokens.some((token) => ['and', 'or'].includes(lower(token)));
  const isOneWayCut = !isBoth && ((tokens.some(isParting) && isReaching) || isSaidOneWay(tokens));
  const isHearing = isOneWayCut && tokens.some((token) => HEARING.has(lower(token)) && !known.places.has(token.text));
  if (isHearing && ends.length === 2 && a !== undefined && b !== undefined)
    return `cut ${written(b.text)} -> ${written(a.text)}`;
  if (isOneWayCut && ends.length === 2 && a !== undefined && b !== undefined)
    return `cut ${written(a.text)} -> ${written(b.text)}`;
  if (action === 'cut' && joint === undefined && ends.length === 2 && a !== undefined && b !== undefined)
    return `cut ${written(a.text)} -- ${written(b.text)}`;
  if (action === 'cut' && joint === undefined && ends.length === 1 && a !== undefined) return cutOff(a.text, known);
  if (action === 'isolate' || action === 'down') {
    const names = sideOf(rest, known);
    return names === undefined ? undefined : `${action} ${names}`;
  }
  const arrow = joint !== undefined && (isOneWay(joint) || joint.text === '-->' || joint.text === '<-');
  if (joint !== undefined && (action === 'cut' || arrow || joint.text === '--') && a !== undefined && b !== undefined) {
    if (rest.filter(isJoint).length > 1 || ends.length !== 2) return undefined;
    const [from, to] = joint.text === '<-' ? [b, a] : [a, b];
    return `cut ${written(from.text)} ${arrow ? '->' : '--'} ${written(to.text)}`;
  }
  return sidesOf(rest, known);
}

/** `us cut off`: a link is cut; a machine is isolated, and a zone is parted from the others. */
function cutOff(name: string, { places }: Known): string | undefined {
  const kind = places.get(name);
  if (kind !== 'zone') return `${kind === undefined ? 'cut' : 'isolate'} ${written(name)}`;
  const others = [...places].flatMap(([one, of]) => (of === 'zone' && one !== name ? [written(one)] : []));
  return others.length === 0 ? undefined : `${written(name)} | ${others.join(', ')}`;
}

/** The sides between bars; without any, those of nested brackets, or the items of the list. */
function sidesOf(tokens: readonly Token[], known: Known): string | undefined {
  const isBetween = (token: Token): boolean => isBar(token) || isJoint(token);
  if (tokens.some(isBetween)) return sidesBetween(tokens, isBetween, known);
  // `between us and eu, ap` has two sides; which ones `us, eu and ap` are is not known.
  const and = tokens.findIndex((token) => lower(token) === 'and');
  const comma = tokens.findIndex((token) => isMark(token, ','));
  if (and >= 0 && comma >= 0)
    return and < comma ? sidesBetween(tokens, (token) => lower(token) === 'and', known) : undefined;
  // `[[a, b], [c]]`, `[[a b] [c]]`
  const isNext = (token: Token, i: number): boolean => isMark(token, ',', '[', '{', '(') && isClosing(tokens[i - 1]);
  const nested = sidesBetween(tokens, isNext, known);
  return nested ?? sidesBetween(tokens, isSeparator, known);
}

function isClosing(token: Token | undefined): boolean {
  return isMark(token, ']', '}', ')');
}

function sidesBetween(
  tokens: readonly Token[],
  isBetween: (token: Token, i: number) => boolean,
  known: Known,
): string | undefined {
  const groups: Token[][] = [[]];
  for (const [i, token] of tokens.entries()) {
    if (isBetween(token, i)) groups.push([]);
    else groups[groups.length - 1]?.push(token);
  }
  const sides = groups.filter((group) => group.some(isName)).map((group) => sideOf(group, known));
  if (sides.length < 2 || !sides.every((side) => side !== undefined)) return undefined;
  const names = sides.flatMap((side) => side.split(', '));
  return new Set(names).size < names.length ? undefined : sides.join(' | ');
}
