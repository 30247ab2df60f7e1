import { didYouMean } from '../../base/didYouMean.js';
import { wordFor } from '../foreignWords.js';
import { wordsOf } from '../language/index.js';
import { isBracket, isFiller, isHarmless, isKnown, isSeparator, joined, type Known } from './known.js';
import { isMark, isName, lower, made, type Token, written } from './scan.js';
import { verdictOf } from './verdicts.js';

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
  const words = tokens.filter((token) => !isBracket(token) && !isMark(token, ':', ',', ';', '.', '='));
  const text = words.map(lower);
  const whole = joined(words);
  if (known.partitions.has(whole)) return ` under ${written(whole)}`;
  const named = words.find(({ text: word }) => known.partitions.has(word));
  const isBeside = (token: Token): boolean =>
    // `the ocean cable is cut`
    (named !== undefined && words[words.indexOf(named) + 1] === token && unitOf(token) === 'link') ||
    WORDS_OF_FAULTS.has(lower(token));
  const rest = words.filter(
    (token) => token !== named && !isBeside(token) && !isFiller(token) && !isHarmless(token, known),
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
    const unit = unitOf(token) ?? (count === undefined ? undefined : misspeltUnit(token, known));
    const number = token.kind === 'number' ? token.text : wordFor('number', lower(token));
    const isNoise =
      WORDS_OF_FAULTS.has(lower(token)) || isSeparator(token) || isFiller(token) || lower(token) === 'apart';
    const qualified = unit === undefined ? undefined : qualifiedBy(words, i);
    if (qualified !== undefined) {
      // Two places are a pair; what else is said of a unit is not counted apart.
      if (!(qualified === 'pair' && isPlaces(unit, known))) return undefined;
      count = undefined;
    } else if (number !== undefined) count = number;
    else if (unit !== undefined && (count !== undefined || found.length === 0 || !isAftermath(token))) {
      found.push(`${lower(words[i - 1] ?? token) === 'all' ? 'all' : (count ?? '1')} ${phraseOf(unit, words, i)}`);
      count = undefined;
    } else if (unit === undefined && !isNoise && !isHarmless(token, known)) return undefined;
  }
  return found.length === 0 || count !== undefined ? undefined : found;
}

/** `any 1 lnk` */
function misspeltUnit(token: Token, known: Known): string | undefined {
  const word = lower(token);
  const isFree = word.length > 2 && !WORDS_OF_FAULTS.has(word) && !isFiller(token) && !isKnown(token.text, known);
  return isFree ? didYouMean(word, ['link', 'links', 'node', 'nodes', 'zone', 'zones']) : undefined;
}

/** `pair of two zones`, `link between zones`, `node in each zone`: the unit that this one says more of. */
function qualifiedBy(words: readonly Token[], i: number): 'pair' | 'other' | undefined {
  let at = i - 1;
  while (at > 0 && BEFORE_A_UNIT.has(lower(words[at] ?? made('')))) at--;
  const unit = PREPOSITIONS.has(lower(words[at] ?? made(''))) ? unitOf(words[at - 1] ?? made('')) : undefined;
  if (unit === undefined) return undefined;
  return unit === 'pair' || unit === 'pairs' ? 'pair' : 'other';
}

const PREPOSITIONS: ReadonlySet<string> = new Set('of between in from per within inside across among'.split(' '));
const BEFORE_A_UNIT: ReadonlySet<string> = new Set(
  'the a an each every all any two 2 different distinct other'.split(' '),
);

/** Where there are zones, a place is a zone or a node outside of them. */
function isPlaces(unit: string | undefined, { places }: Known): boolean {
  if (unit === 'zone' || unit === 'zones') return true;
  return (unit === 'node' || unit === 'nodes') && ![...places.values()].includes('zone');
}

/** A node that is isolated and a zone that is apart are counted as such. */
function phraseOf(unit: string, words: readonly Token[], i: number): string {
  const near = [words[i - 1], words[i + 1]].map((word) => (word === undefined ? '' : lower(word)));
  if (near.includes('isolated') && unit.startsWith('node')) return `isolated ${unit}`;
  return (near.includes('apart') || near.includes('isolated')) && unit.startsWith('zone') ? `${unit} apart` : unit;
}

/** `any node crash`: the node is counted, not the crash. */
function isAftermath(token: Token): boolean {
  return ['crash', 'crashes', 'cut', 'cuts'].includes(lower(token));
}
