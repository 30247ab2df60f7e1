import { wordFor } from '../foreignWords.js';
import { wordsOf } from '../language/index.js';
import { isBracket, isFiller, isHarmless, isSeparator, joined, type Known, namesIn } from './known.js';
import { isJoint, isOneWay, type Meant } from './links.js';
import { isMark, isName, lower, scan, type Token, written } from './scan.js';
import { verdictOf } from './verdicts.js';

const ACTIONS: Readonly<Record<string, 'cut' | 'isolate' | 'down'>> = {
  cut: 'cut',
  cuts: 'cut',
  link: 'cut',
  links: 'cut',
  no: 'cut',
  break: 'cut',
  breaks: 'cut',
  sever: 'cut',
  disconnect: 'cut',
  drop: 'cut',
  block: 'cut',
  isolate: 'isolate',
  isolated: 'isolate',
  isolates: 'isolate',
  alone: 'isolate',
  down: 'down',
  stop: 'down',
  stopped: 'down',
  kill: 'down',
  killed: 'down',
  crash: 'down',
  crashed: 'down',
  dead: 'down',
  off: 'down',
  fail: 'down',
  fails: 'down',
  stops: 'down',
  crashes: 'down',
  dies: 'down',
  failed: 'down',
  lost: 'down',
  gone: 'down',
};

const BETWEEN: ReadonlySet<string> = new Set('from vs versus not x against'.split(' '));
const NOISE: ReadonlySet<string> = new Set(
  (
    'between separates separate splits split sides side groups group parts isolating cutting partition node nodes ' +
    'only just zone zones cannot can does do reach talk see hear hears receive receives unreachable one way ' +
    'one-way oneway unidirectional unidirectionally direction'
  ).split(' '),
);

function actionOf(token: Token, known: Known): 'cut' | 'isolate' | 'down' | undefined {
  return Object.hasOwn(ACTIONS, lower(token)) && !known.places.has(token.text) ? ACTIONS[lower(token)] : undefined;
}

/** `partition p { us } | { eu }`, `partition p { us --> eu }`, `partition p us, eu`, `partition p { kill us1 }` */
export function readPartition(all: readonly Token[], known: Known): Meant {
  const tokens = all.flatMap((token, i) => withoutQuotes(token, all[i + 1]));
  const at = tokens.findIndex(
    (token, i) =>
      i > 0 && (!isName(token) || isFiller(token) || (NOISE.has(lower(token)) && !known.places.has(token.text))),
  );
  const plain = at < 0 && tokens.length > 2;
  const end = plain ? 1 : at;
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
  const lines = groups.filter((group) => group.some(isName)).flatMap((group) => cutsOf(group, known));
  const isAction = (group: readonly Token[]): boolean =>
    group.some((token) => actionOf(token, known) !== undefined || isJoint(token));
  if (lines.length > 1 && lines.every((group) => !isAction(group) && !group.some(isBar))) {
    const sides = lines.map((group) => sideOf(group, known));
    return sides.every((side) => side !== undefined) ? [sides.join(' | ')] : undefined;
  }
  const found = lines.map((group) => lineOf(group, known));
  return found.every((line) => line !== undefined) ? found : undefined;
}

/** `cut a -- b, c -- d`: a line for each link. */
function cutsOf(tokens: readonly Token[], known: Known): readonly (readonly Token[])[] {
  const action = tokens.find((token) => actionOf(token, known) === 'cut');
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

function isNoise(token: Token, known: Known): boolean {
  return !known.places.has(token.text) && (NOISE.has(lower(token)) || isFiller(token));
}

function isBar(token: Token): boolean {
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
function isParting(token: Token): boolean {
  return ['cannot', "can't", 'unreachable', 'not'].includes(lower(token));
}

/** `us -x- eu`: a link that is crossed out. */
function isCrossedOut(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    const isCross = ['x', '✗', '✕', '/'].includes(token.text.toLowerCase()) && before !== undefined;
    return isCross && next !== undefined && isJoint(before) && isJoint(next);
  });
}

function lineOf(tokens: readonly Token[], known: Known): string | undefined {
  if (isCrossedOut(tokens)) {
    const [from, to, more] = tokens.filter((token) => isName(token) && known.places.has(token.text));
    const isOne = from !== undefined && to !== undefined && more === undefined;
    if (!isOne) return undefined;
    const arrow = tokens.some((token) => isJoint(token) && isOneWay(token)) ? '->' : '--';
    return `cut ${written(from.text)} ${arrow} ${written(to.text)}`;
  }
  const action = tokens.map((token) => actionOf(token, known)).find((one) => one !== undefined);
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
  if (action === 'cut' && joint === undefined && ends.length === 1 && a !== undefined) return `cut ${written(a.text)}`;
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

/** The sides between bars; without any, those of nested brackets, or the items of the list. */
function sidesOf(tokens: readonly Token[], known: Known): string | undefined {
  const isBetween = (token: Token): boolean => isBar(token) || isJoint(token);
  if (tokens.some(isBetween)) return sidesBetween(tokens, isBetween, known);
  // `between us and eu, ap` has two sides; which ones `us, eu and ap` are is not known.
  const and = tokens.findIndex((token) => lower(token) === 'and');
  const comma = tokens.findIndex((token) => isMark(token, ','));
  if (and >= 0 && comma >= 0)
    return and < comma ? sidesBetween(tokens, (token) => lower(token) === 'and', known) : undefined;
  const nested = sidesBetween(tokens, (token, i) => isMark(token, ',') && isBracket(tokens[i - 1]), known);
  return nested ?? sidesBetween(tokens, isSeparator, known);
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
  return sides.join(' | ');
}

/** What an expectation says of its fault itself, as a partition. */
interface Broken {
  readonly name: string;
  /** Where no partition of the design is the same. */
  readonly declaration?: string;
}

const APART: ReadonlySet<string> = new Set('separated apart disconnected partitioned split severed'.split(' '));

/** `under us | eu`, `when us -- eu is cut`, `under us down`, `when us and eu are separated` */
export function brokenBy(tokens: readonly Token[], known: Known): Broken | undefined {
  const words = tokens.filter((token) => !APART.has(lower(token)) || known.places.has(token.text));
  const places = words.filter(({ text }) => known.places.has(text));
  const [first] = places;
  const isOther = (token: Token): boolean =>
    isName(token) &&
    !known.places.has(token.text) &&
    !(isNoise(token, known) || isSeparator(token) || actionOf(token, known) !== undefined || token.text === 'the');
  const isCounted = words.some((token) => token.kind === 'number' || ['not', 'x'].includes(lower(token)));
  if (first === undefined || isCounted || words.some(isOther) || places.some(({ text }) => known.partitions.has(text)))
    return undefined;
  const isBroken =
    words.length < tokens.length ||
    words.some((token) => isBar(token) || isJoint(token) || isParting(token) || actionOf(token, known) !== undefined);
  const line = isBroken ? lineOf(words, known) : undefined;
  if (line === undefined) return undefined;
  const [, kind = '', rest = line] = /^(cut|isolate|down) (.*)$/.exec(line) ?? [];
  const sides = rest.split(kind === 'cut' ? / (?:--|->) / : / \| /).map((side) => side.split(', ').sort());
  const what = kind === 'cut' && !rest.includes(' -> ') ? sides.flat().sort().join(', ') : rest;
  const own =
    kind === ''
      ? sides
          .map((side) => side.join(', '))
          .sort()
          .join(' | ')
      : `${kind} ${what}`;
  const same = [...known.partitions].find(([, one]) => one.replaceAll('"', '') === own.replaceAll('"', ''));
  if (same !== undefined) return { name: same[0] };
  const ends = rest.split(/ (?:--|->|\|) /).map((side) => side.split(', ')[0] ?? '');
  const all = rest.split(/ (?:--|->|\|) |, /);
  const named = (names: readonly string[]): string =>
    [...names.map((one) => one.replaceAll('"', '')), ...(kind === 'down' || kind === 'isolate' ? [kind] : [])].join(
      '-',
    );
  const numbered = Array.from({ length: 8 }, (_, i) => `${named(ends)}-${i + 2}`);
  const name = [named(ends), named(all), ...numbered].find((one) => !known.partitions.has(one));
  return name === undefined ? undefined : { name, declaration: `partition ${written(name)} { ${line} }` };
}

const WORDS_OF_FAULTS: ReadonlySet<string> = new Set(
  (
    'any all every each some anything everything happens what matter up to at most of down lost cut failure ' +
    'failures failing fails fail crash crashes broken ' +
    'isolated away outage loss be stopped or and plus the partition partitions fault faults'
  ).split(' '),
);

/** A verdict that stands after the faults; `node loss` and `failed link` are faults. */
export function isVerdictAmongFaults(token: Token, known: Known): boolean {
  const isFault = WORDS_OF_FAULTS.has(lower(token)) || unitOf(token) !== undefined;
  return !isFault && !known.partitions.has(token.text) && verdictOf(token) !== undefined;
}

/** What is written after `under`, or nothing where it is every fault; undefined where it is not understood. */
export function faultsOf(tokens: readonly Token[], known: Known): string | undefined {
  const words = tokens.filter((token) => !isBracket(token) && !isMark(token, ':', ',', ';', '.'));
  const text = words.map(lower);
  const whole = joined(words);
  if (known.partitions.has(whole)) return ` under ${written(whole)}`;
  const named = words.find(({ text: word }) => known.partitions.has(word));
  const rest = words.filter(
    (token) => token !== named && !WORDS_OF_FAULTS.has(lower(token)) && !isFiller(token) && !isHarmless(token, known),
  );
  if (named !== undefined && rest.length === 0) return ` under ${written(named.text)}`;
  if (['no', 'nothing', 'without', 'healthy', 'normal', 'none'].some((word) => text.includes(word)))
    return ' under no fault';
  const counts = countsOf(words, known);
  if (counts === undefined) {
    const isEvery = ['any', 'all', 'every', 'each', 'some', 'anything', 'everything', 'happens', 'fails'].some((word) =>
      text.includes(word),
    );
    if (isEvery && rest.length === 0) return '';
    const [only, second] = words.filter((token) => !['partition', 'the', 'fault'].includes(lower(token)));
    return only !== undefined && second === undefined && isName(only) ? ` under ${written(only.text)}` : undefined;
  }
  return ` under any ${counts.join(', ')}`;
}

function unitOf(token: Token): string | undefined {
  const word = lower(token);
  if (word === 'a') return undefined;
  return wordsOf('unit').find((one) => one === word && one !== 'all') ?? wordFor('unit', word);
}

/** `1 link`, `2 nodes`; undefined if nothing is counted, or something else is written there too. */
function countsOf(words: readonly Token[], known: Known): string[] | undefined {
  const found: string[] = [];
  let count: string | undefined;
  for (const [i, token] of words.entries()) {
    const unit = unitOf(token);
    const number = token.kind === 'number' ? token.text : wordFor('number', lower(token));
    const isNoise =
      WORDS_OF_FAULTS.has(lower(token)) || isSeparator(token) || isFiller(token) || lower(token) === 'apart';
    if (number !== undefined) count = number;
    else if (unit !== undefined && (count !== undefined || found.length === 0 || !isAftermath(token))) {
      found.push(`${lower(words[i - 1] ?? token) === 'all' ? 'all' : (count ?? '1')} ${phraseOf(unit, words, i)}`);
      count = undefined;
    } else if (unit === undefined && !isNoise && !isHarmless(token, known)) return undefined;
  }
  return found.length === 0 || count !== undefined ? undefined : found;
}

/** A node that is isolated and a zone that is apart are counted as such. */
function phraseOf(unit: string, words: readonly Token[], i: number): string {
  const near = [words[i - 1], words[i + 1]].map((word) => (word === undefined ? '' : lower(word)));
  if (near.includes('isolated') && unit.startsWith('node')) return `isolated ${unit}`;
  return near.includes('apart') && unit.startsWith('zone') ? `${unit} apart` : unit;
}

/** `any node crash`: the node is counted, not the crash. */
function isAftermath(token: Token): boolean {
  return ['crash', 'crashes', 'cut', 'cuts'].includes(lower(token));
}
