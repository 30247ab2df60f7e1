import type { ClientResult, FamilyBound } from '../../engine/facts.js';
import { withCommas } from '../../network/families.js';
import { count, list } from './sentence.js';

/** What was looked at: "all 16 cuts of 4 links, 8 one-way cuts, 3 stopped nodes and 1 named partition". */
export function boundText(explored: readonly FamilyBound[]): string {
  return explored.length === 0 ? 'nothing but the healthy network' : list(explored.map(({ text }) => text));
}

/** True where a limit was hit: then what was not found is not known to be absent. */
export function isLimited(result: ClientResult): boolean {
  return result.notKnown !== undefined || result.explored.some(({ complete }) => !complete);
}

/** The bound of several results; they differ only where a limit was hit for some of them. */
export function boundOfAll(results: readonly ClientResult[]): string {
  const texts = [
    ...new Set(results.filter(({ notKnown }) => notKnown === undefined).map(({ explored }) => boundText(explored))),
  ];
  const text = texts.length > 1 ? `at least ${texts[texts.length - 1] ?? ''}` : (texts[0] ?? 'nothing');
  return results.some(isLimited) ? `${text}; what goes beyond is not known` : text;
}

/**
 * How the verdicts of results were found: "exact by structure", "exact by enumerating up to 12 runs", "exact by
 * structure so far: more would take over 10,000 states". Of several results the most runs, and the first limit that
 * was hit.
 * Undefined: nothing was explored.
 */
export function foundByText(results: readonly ClientResult[]): string | undefined {
  const all = results.flatMap(({ explored }) => explored.map(({ foundBy }) => foundBy));
  if (all.length === 0) return undefined;
  const cap = all.find((one) => one.cap !== undefined)?.cap;
  const runs = Math.max(0, ...all.flatMap((one) => (one.way === 'enumeration' ? [one.runs] : [])));
  const ways = [
    ...(all.some(({ way }) => way === 'structure') ? ['by structure'] : []),
    ...(runs > 0 ? [`by enumerating ${runs === 1 ? '1 run' : `up to ${withCommas(BigInt(runs))} runs`}`] : []),
  ];
  const exact = `exact ${list(ways)}`;
  return cap === undefined ? exact : `${exact} so far: more would take over ${withCommas(BigInt(cap.most))} ${cap.of}`;
}

/** What was looked at, and how: "all 16 cuts of 4 links (exact by enumerating up to 16 runs)". */
export function lookedAtText(results: readonly ClientResult[]): string {
  const how = foundByText(results);
  return `${boundOfAll(results)}${how === undefined ? '' : ` (${how})`}`;
}

/**
 * How far an ok holds: "any 2 cut links and any stopped node"; undefined where nothing more than the healthy network is
 * ok.
 */
export function holdsText(result: ClientResult): string | undefined {
  if (result.notKnown !== undefined || result.okUpToLinks === -1) return undefined;
  const parts = [...linksText(result.okUpToLinks), ...(result.okUnderAnyNode ? ['any 1 stopped node'] : [])];
  return parts.length === 0 ? undefined : list(parts);
}

function linksText(most: ClientResult['okUpToLinks']): string[] {
  if (most === 'all') return ['any cut links'];
  return most > 0 ? [`any ${count(most, 'cut link')}`] : [];
}
