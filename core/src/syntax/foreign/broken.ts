import { actionOf, APART, isBar, isNoise, isParting, lineOf, linksOf } from './faults.js';
import { isSeparator, type Known } from './known.js';
import { isJoint } from './links.js';
import { isName, lower, type Token, written } from './scan.js';

/** What an expectation says of its fault itself, as a partition. */
interface Broken {
  readonly name: string;
  /** Where no partition of the design is the same. */
  readonly declaration?: string;
}

/** `under us | eu`, `when us -- eu is cut`, `under us down`, `when us and eu are separated` */
export function brokenBy(tokens: readonly Token[], known: Known): Broken | undefined {
  const links = linksOf(tokens, known)?.map((line) => lineOf(line, known) ?? '');
  if (links !== undefined) return asPartition(links.join('; '), known);
  const words = tokens.filter((token) => !APART.has(lower(token)) || known.places.has(token.text));
  const places = words.filter(({ text }) => known.places.has(text));
  const [first] = places;
  const isOther = (token: Token): boolean =>
    isName(token) &&
    !known.places.has(token.text) &&
    !(isNoise(token, known) || isBar(token) || isSeparator(token) || actionOf(token, known) !== undefined) &&
    !['a', 'an', 'the'].includes(token.text);
  const isCounted = words.some((token) => token.kind === 'number' || ['not', 'x'].includes(lower(token)));
  if (first === undefined || isCounted || words.some(isOther) || places.some(({ text }) => known.partitions.has(text)))
    return undefined;
  const isBroken =
    words.length < tokens.length ||
    words.some((token) => isBar(token) || isJoint(token) || isParting(token) || actionOf(token, known) !== undefined);
  const line = isBroken ? lineOf(words, known) : undefined;
  if (line === undefined) return undefined;
  return asPartition(line, known);
}

/** The partition that breaks this, or one to be declared, which is called after what it breaks. */
function asPartition(line: string, known: Known): Broken | undefined {
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
