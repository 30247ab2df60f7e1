import { VERDICTS } from '../../base/harm.js';
import { readAllowed, withoutQuantifier } from './allowed.js';
import { claimsOf, oneOf, sentencesIn, withoutLabel } from './claims.js';
import { faultsOf, isVerdictAmongFaults } from './families.js';
import { brokenBy } from './broken.js';
import { isFiller, isHarmless, isKnown, isSeparator, type Known } from './known.js';
import { type Meant, withUnit } from './links.js';
import { isEveryone } from './operation.js';
import { isMark, isName, lower, made, scan, type Token, written } from './scan.js';
import { readTime } from './times.js';
import { verdictOf } from './verdicts.js';

const UNDER: ReadonlySet<string> = new Set(
  'under when whenever during if while with without in case despite after given on upon whatever no-matter'.split(' '),
);
const ARTICLES: ReadonlySet<string> = new Set('the a an of and or'.split(' '));
const NOT: ReadonlySet<string> = new Set("not never no cannot can't cant won't wont isn't doesn't nor".split(' '));
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  (
    'verdict always every all each any ever time expect then that or and are result results times ' +
    'out operation ' +
    'operations for return returns data value values answer answers request requests gets still stays everything'
  ).split(' '),
);

/** `expect pay fails from bob during ocean`, `expect no conflict on order`, `expect order never lost, conflict` */
export function readExpectation(whole: readonly Token[], known: Known): Meant {
  const all = withoutQuantifier(withoutLabel(whole, known));
  // `pay is error in ocean, add is ok in ocean`
  const items = sentencesIn(all, known, UNDER);
  if (items.length < 2) return readOne(all, known);
  const each = items.map((item) => readOne(item, known));
  return each.every((one) => one !== undefined) ? each.flat() : undefined;
}

function readOne(all: readonly Token[], known: Known): Meant {
  const allowed = readAllowed(all, known);
  if (allowed !== undefined) return allowed;
  // `can pay be lost?` asks.
  if (['can', 'could', 'may', 'might'].includes(lower(all[0] ?? made('')))) return undefined;
  // Reasons belong to acceptances.
  const reason = all.findIndex((token) => ['because', 'since'].includes(lower(token)));
  const { share, rest: tokens } = withoutShare(
    reason > 0 ? [...all.slice(0, reason), ...underAfter(all.slice(reason))] : all,
  );
  // `at most 8h a year` is a clause of the language: where it is wrong, its own message says how it is written.
  if (tokens.some((token, i) => lower(token) === 'a' && ['year', 'month'].includes(lower(tokens[i + 1] ?? token))))
    return undefined;
  const { isWorst, rest: plain } = withoutWorst(tokens, known);
  const time = tokens.findIndex(({ kind, text }) => kind === 'number' && isDuration(text));
  if (time >= 0) return readTime(tokens, time, known);
  // Several expectations in a body.
  if (tokens.some((token, i) => i > 0 && token.beginsLine && known.operations.has(token.text))) return undefined;
  const {
    head,
    under: said,
    isFaultFirst,
    lag,
    phase,
  } = parted(
    plain.flatMap((token, i) => (token.kind === 'quoted' ? unquoted(token) : asVerdict(token, plain[i + 1], known))),
    known,
  );
  // `pay from ann ok ocean`
  const partition = wordsIn(head).find(
    ({ text }) => known.partitions.has(text) && !known.operations.has(text) && !known.places.has(text),
  );
  const under = said ?? (partition === undefined ? undefined : [partition]);
  // Routers that stop are not counted.
  if (under?.some((token) => ROUTERS.has(lower(token)) && !known.places.has(token.text)) === true)
    return [`// expect ${tokens.map(({ text }) => text).join(' ')}`];
  if (goesOn(tokens[tokens.length - 1], known)) return undefined;
  // `never lost under any 1 link, conflict`
  const late = isFaultFirst === true ? [] : (under?.filter((token) => isVerdictAmongFaults(token, known)) ?? []);
  const faulty = under?.filter((token) => !late.includes(token)) ?? [];
  const each = isEachPartition(faulty)
    ? [...known.partitions.keys()].map((one) => ` under ${written(one)}`)
    : alternatives(faulty, known);
  const broken = faulty.length === 0 ? undefined : brokenBy(faulty, known);
  const faults =
    under === undefined || each.length > 0
      ? ''
      : broken === undefined
        ? faultsOf(faulty, known)
        : ` under ${written(broken.name)}`;
  const claims = (claimsOf(head, known) ?? [head]).map((one) =>
    one === undefined ? undefined : claimOf([...one.filter((token) => token !== partition), ...late], known, isWorst),
  );
  if (faults === undefined || !claims.every((one) => one !== undefined)) return undefined;
  const underEach = each.length === 0 ? [faults] : each;
  const expectations = claims
    .flat()
    .flatMap((one) => underEach.map((fault) => `expect ${one}${lag}${share}${fault}${phase}`));
  // A share of time is that of all of them together.
  if (share !== '' && expectations.length > 1) return undefined;
  return broken?.declaration === undefined ? expectations : [broken.declaration, ...expectations];
}

/** `at worst stale`, `no worse than error`, `at most stale`: the tokens without that. */
function withoutWorst(
  tokens: readonly Token[],
  known: Known,
): { readonly isWorst: boolean; readonly rest: readonly Token[] } {
  const words = tokens.map((token) => (isKnown(token.text, known) ? '' : lower(token)));
  const at = words.findIndex((word, i) => word === 'worst' || WORSE.get(word)?.includes(words[i - 1] ?? ''));
  if (at < 0) return { isWorst: false, rest: tokens };
  const isSaid = (i: number): boolean => i === at || (Math.abs(i - at) < 2 && BESIDE_WORST.has(words[i] ?? ''));
  return { isWorst: true, rest: tokens.filter((_, i) => !isSaid(i)) };
}

const HARM: readonly string[] = VERDICTS;
const WORSE: ReadonlyMap<string, readonly string[]> = new Map([
  ['worse', ['no', 'not']],
  ['most', ['at']],
]);
const BESIDE_WORST: ReadonlySet<string> = new Set('at than no not the case or'.split(' '));

/** `at least 99.99%`, `at most 5min a year`: the share of time of an expectation, and the tokens without it. */
function withoutShare(tokens: readonly Token[]): { readonly share: string; readonly rest: readonly Token[] } {
  const at = tokens.findIndex(
    ({ kind, text }, i) => kind === 'number' && (text.endsWith('%') || (isDuration(text) && isYearly(tokens, i))),
  );
  const number = tokens[at];
  if (number === undefined) return { share: '', rest: tokens };
  const [first, bound] = [tokens[at - 2], tokens[at - 1]].map((token) => (token === undefined ? '' : lower(token)));
  const isBounded = first === 'at' && (bound === 'most' || bound === 'least');
  const year = isYearly(tokens, at) ? 2 : 0;
  // Only what fails can be said as a time.
  if (year > 0 && !(isBounded && bound === 'most' && isDuration(number.text))) return { share: '', rest: tokens };
  return {
    share: `${isBounded && bound === 'most' ? ' at most' : ''} ${withUnit(number.text)}${year > 0 ? ' a year' : ''}`,
    rest: [...tokens.slice(0, isBounded ? at - 2 : at), ...tokens.slice(at + 1 + year)],
  };
}

function isDuration(text: string): boolean {
  return /\d(µ?s|ms|us|min|h)$/.test(withUnit(text));
}

function isYearly(tokens: readonly Token[], at: number): boolean {
  const [article, year] = tokens.slice(at + 1, at + 3).map(lower);
  return ['a', 'per'].includes(article ?? '') && year === 'year';
}

/** Does a sentence end with a word that has to be followed by another? */
function goesOn(end: Token | undefined, known: Known): boolean {
  return end !== undefined && !isKnown(end.text, known) && (UNDER.has(lower(end)) || ARTICLES.has(lower(end)));
}

/** `under ocean or pacific`, `under ocean, pacific`: each of several; none where they may be meant at once. */
function alternatives(tokens: readonly Token[], known: Known): readonly string[] {
  const ors = tokens.flatMap((token, i) =>
    lower(token) === 'or' && lower(tokens[i + 1] ?? token) === 'any' ? [i] : [],
  );
  // `any 1 link or any 1 node`
  const counts = [...ors, tokens.length].map((end, k) =>
    faultsOf(tokens.slice(k === 0 ? 0 : (ors[k - 1] ?? 0) + 1, end), known),
  );
  if (ors.length > 0 && counts.every((one) => one?.startsWith(' under any ') === true))
    return counts.flatMap((one) => one ?? []);
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (lower(token) === 'or' || isMark(token, ',')) pieces.push([]);
    else if (lower(token) !== 'either') pieces[pieces.length - 1]?.push(token);
  }
  const isNamed = (piece: readonly Token[]): boolean => piece.some(({ text }) => known.partitions.has(text));
  const isOr = !tokens.some((token) => isMark(token, ','));
  if (pieces.length < 2 || !(isOr ? pieces.some(isNamed) : pieces.every(isNamed))) return [];
  const found = pieces.map((piece) => faultsOf(piece, known));
  return found.every((one) => one !== undefined && one !== '') ? found.flatMap((one) => one ?? []) : [];
}

/** `under any 1 partition`: each of those that are declared. */
function isEachPartition(tokens: readonly Token[]): boolean {
  const [first, ...more] = tokens.map((token) => (token.kind === 'number' ? token.text : lower(token)));
  const last = more.pop();
  const isOne = more.every((word) => ['1', 'one', 'single', 'named', 'declared', 'of', 'the', 'these'].includes(word));
  return (
    ['any', 'each', 'every', 'all'].includes(first ?? '') &&
    ['partition', 'partitions'].includes(last ?? '') &&
    more.length > 0 &&
    isOne
  );
}

/** `pay from ann ok`, one for each operation and verdict; undefined if a word is not understood. */
function claimOf(head: readonly Token[], known: Known, isWorst: boolean): readonly string[] | undefined {
  const words = wordsIn(head);
  const operations = operationsOf(words, known);
  const clients: string[] = [];
  const verdicts: string[] = [];
  const nevers: string[] = [];
  let never = head.some((token) => isMark(token, '!=', '!', '≠'));
  const say = (verdict: string): unknown => (never ? nevers : verdicts).push(verdict);
  for (const [i, token] of words.entries()) {
    if (operations.includes(token.text) && known.places.get(token.text) !== 'client' && !isAfterFrom(words, i))
      continue;
    const verdict = verdictOf(token);
    // `bob gets error from pay`
    if (operations.includes(token.text) && known.places.get(token.text) === undefined) continue;
    if (isAfterFrom(words, i) && isEveryone(token) && !known.places.has(token.text)) continue;
    if (known.places.get(token.text) === 'client' || isAfterFrom(words, i)) clients.push(token.text);
    else if (isTimesOut(words, i)) say('error');
    else if (verdict !== undefined) say(verdict);
    else if (NOT.has(lower(token))) never = true;
    else if (!isPlain(token) && !isHarmless(token, known)) return undefined;
  }
  // `lost never`
  if (never && nevers.length === 0) nevers.push(...verdicts.splice(0));
  const from = clients.length === 0 ? '' : ` from ${[...new Set(clients)].map(written).join(', ')}`;
  // The harm of a verdict is its place among them.
  const worst = Math.max(...verdicts.map((verdict) => HARM.indexOf(verdict)));
  if (isWorst) {
    if (worst < 0 || never) return undefined;
    verdicts.unshift(...HARM.slice(0, worst + 1));
  }
  const found = operations.flatMap((operation) =>
    [
      ...oneOf([...new Set(verdicts)], known.operations.get(operation) ?? []),
      ...[...new Set(nevers)].map((one) => `never ${one}`),
    ].map((verdict) => `${written(operation)}${from} ${verdict}`),
  );
  return found.length === 0 ? undefined : found;
}

/** Without marks. */
function wordsIn(tokens: readonly Token[]): readonly Token[] {
  const marks = [':', '{', '}', '(', ')', '[', ']', ',', ';', '.', '?', '/', '|', '||'];
  return tokens.filter((token) => !isMark(token, ...marks) && token.kind !== 'arrow');
}

/** `expect view in [ok, stale]` */
function isElementOf(token: Token): boolean {
  return lower(token) === 'in' || isMark(token, '∈', '∉') || token.text === '\\in';
}

const ROUTERS: ReadonlySet<string> = new Set('router routers switch switches'.split(' '));

/** `under("any 1 link")` */
function unquoted(token: Token): readonly Token[] {
  return /^any \d/i.test(token.text) ? scan(token.text).tokens : [token];
}

/** `pay survives any 1 node` */
function asVerdict(token: Token, next: Token | undefined, { operations }: Known): readonly Token[] {
  // `neverstale`
  const glued = lower(token).startsWith('never') ? made(token.text.slice('never'.length)) : undefined;
  if (glued !== undefined && verdictOf(glued) !== undefined && !operations.has(token.text))
    return [made('never'), glued];
  // `answers with an error`
  if (verdictOf(token) === 'available' && next !== undefined && lower(next) === 'with') return [];
  // `pay ok normally`
  if (lower(token) === 'normally' && next === undefined) return [made('under'), made('no'), made('fault')];
  if (!SURVIVES.has(lower(token)) || operations.has(token.text)) return [token];
  return next === undefined || UNDER.has(lower(next)) ? [made('ok')] : [made('ok'), made('under')];
}

const SURVIVES: ReadonlySet<string> = new Set('survives survive withstands withstand'.split(' '));

/** `because ocean`: one word may be the name of a partition. */
function underAfter(tokens: readonly Token[]): readonly Token[] {
  return tokens.length === 2 ? [made('under'), ...tokens.slice(1)] : [];
}

function isAfterFrom(words: readonly Token[], i: number): boolean {
  const [token, before] = [words[i], words[i - 1]];
  return token !== undefined && before !== undefined && isName(token) && lower(before) === 'from';
}

const ALL: readonly string[] = ['all', 'every', 'each', 'no', 'everything', 'any'];

/** The operations that are named; every one where all of them are meant. */
function operationsOf(words: readonly Token[], known: Known): string[] {
  const named = words.filter(({ text }) => known.operations.has(text));
  const apart = named.filter((token) => !isAfterFrom(words, words.indexOf(token)));
  const own = (apart.length > 0 ? apart : named.filter(({ text }) => !known.places.has(text))).map(({ text }) => text);
  if (own.length > 0) return [...new Set(own)];
  const isAll = words.some((token, i) => ALL.includes(lower(token)) && (i === 0 || i === 1));
  const other = words.find((token) => isName(token) && verdictOf(token) === undefined && !isPlain(token));
  if (other !== undefined) return [other.text];
  return isAll ? [...known.operations.keys()] : [];
}

/** `times out` is one verdict of two words. */
function isTimesOut(words: readonly Token[], i: number): boolean {
  const [word, next] = words.slice(i, i + 2).map(lower);
  return (word === 'times' || word === 'timed' || word === 'time') && next === 'out';
}

function isPlain(token: Token): boolean {
  const word = lower(token);
  return (
    isFiller(token) ||
    isSeparator(token) ||
    NOT.has(word) ||
    SAYS_NOTHING.has(word) ||
    ['from', 'by', 'on', 'a'].includes(word) ||
    isElementOf(token) ||
    token.text === '@' ||
    token.text === '!=' ||
    token.text === '!'
  );
}

interface Parts {
  readonly head: readonly Token[];
  readonly under: readonly Token[] | undefined;
  /** Are the faults said before the operation? */
  readonly isFaultFirst?: true;
  readonly lag: string;
  readonly phase: string;
}

/** `given ocean when ann does pay then ok`: who asks names no fault. */
function withoutScenario(tokens: readonly Token[], known: Known): readonly Token[] {
  const isAsking = (token: Token | undefined): boolean =>
    token !== undefined && (known.places.get(token.text) === 'client' || known.operations.has(token.text));
  const [first] = tokens;
  if (first === undefined || !UNDER.has(lower(first))) return tokens;
  return tokens.map((token, i) =>
    i > 0 && ['when', 'if'].includes(lower(token)) && isAsking(tokens[i + 1]) ? made(',', 'mark') : token,
  );
}

/** What is said of the operation, and under which faults. The faults may come first. */
function parted(all: readonly Token[], known: Known): Parts {
  const tokens = withoutScenario(all, known);
  const lag = pair(tokens, 'beyond', 'lag');
  const detecting = pair(tokens, 'while', 'detecting');
  const settled = pair(tokens, 'once', 'settled');
  const isLate = (token: Token, i: number): boolean => isInTheEnd(token, tokens[i + 1], known);
  const rest = tokens.filter(
    (token, i) => ![lag, detecting, settled].some((at) => i === at || i === at + 1) && !isLate(token, i),
  );
  const isSettled = settled >= 0 || tokens.some(isLate);
  const phase = `${detecting < 0 ? '' : ' while detecting'}${isSettled ? ' once settled' : ''}`;
  const said = { lag: lag < 0 ? '' : ' beyond lag', phase };
  const at = rest.findIndex(
    (token, i) => UNDER.has(lower(token)) && !isOperationNext(rest, i, known) && !isSetNext(rest, i),
  );
  const opening = rest[at];
  if (opening === undefined) return { head: rest, under: undefined, ...said };
  const under = rest.slice(lower(opening) === 'without' ? at : at + 1);
  if (!rest.slice(0, at).some(({ text }) => known.operations.has(text))) {
    // `when ocean, pay from ann is ok`
    const isAsking = ({ text }: Token): boolean =>
      (known.operations.has(text) || known.places.get(text) === 'client') && !known.partitions.has(text);
    const operation = under.findIndex(({ text }) => known.operations.has(text) && !known.partitions.has(text));
    const split = operation < 0 ? under.length : under.findIndex(isAsking);
    return {
      head: under.slice(split),
      under: under.slice(0, split).filter((token) => isSeparator(token) || !isPlain(token)),
      isFaultFirst: true,
      ...said,
    };
  }
  // `pay under ocean from ann ok`
  const isPlaceNext = (i: number): boolean => (known.places.get(under[i + 1]?.text ?? '') ?? 'client') !== 'client';
  const more = under.findIndex((token, i) => ['from', 'never'].includes(lower(token)) && !isPlaceNext(i));
  const [faults, after] = more < 0 ? [under, []] : [under.slice(0, more), under.slice(more)];
  return { head: [...rest.slice(0, at), ...after], under: faults, ...said };
}

const IN_THE_END: ReadonlySet<string> = new Set(['eventually', 'finally', 'ultimately', 'afterwards']);

/** `pay ok eventually`, but not `eventually consistent`. */
function isInTheEnd(token: Token, next: Token | undefined, { operations }: Known): boolean {
  if (!IN_THE_END.has(lower(token)) || operations.has(token.text)) return false;
  return next === undefined || lower(next) !== 'consistent';
}

/** Where two words stand side by side; far before the first token if they don't. */
function pair(tokens: readonly Token[], first: string, second: string): number {
  const at = tokens.findIndex((token, i) => lower(token) === first && lower(tokens[i + 1] ?? token) === second);
  return at < 0 ? -9 : at;
}

/** `not in [stale, error]` */
function isSetNext(tokens: readonly Token[], i: number): boolean {
  const [article, noun] = tokens.slice(i + 1, i + 3);
  const next = article !== undefined && ['a', 'an', 'the'].includes(lower(article)) ? noun : article;
  const isWith = ['with', 'in'].includes(lower(tokens[i] ?? made('')));
  if (next === undefined || !(isWith || isElementOf(tokens[i] ?? made('')))) return false;
  // `never in conflict`, `fails with an error`
  return isMark(next, '[', '{', '(') || verdictOf(next) !== undefined;
}

function isOperationNext(tokens: readonly Token[], i: number, known: Known): boolean {
  const next = tokens[i + 1];
  return lower(tokens[i] ?? made('')) === 'on' && next !== undefined && known.operations.has(next.text);
}
