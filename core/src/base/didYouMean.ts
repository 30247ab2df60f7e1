import { onesIn } from './bits.js';

/** The most letters of a name that may be wrong. */
const MAX_WRONG = 3;

/**
 * Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours; `limit + 1` for every
 * distance beyond `limit`. Looks at `2 * limit + 1` letters of `b` for each letter of `a`, and ends early.
 */
function distance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return far;
  // The common beginning needs no edit, and generated names begin alike.
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared === 0 ? banded(a, b, limit) : banded(a.slice(shared), b.slice(shared), limit);
}

/** Cell k of row i is the distance of the first i letters of a and the first i + k - limit letters of b. */
function banded(a: string, b: string, limit: number): number {
  const far = limit + 1;
  const width = 2 * limit + 1;
  let beforePrevious: number[] = new Array<number>(width).fill(far);
  let previous = Array.from({ length: width }, (_, k) => (k < limit ? far : k - limit));
  let current: number[] = new Array<number>(width).fill(far);
  for (let i = 1; i <= a.length; i++) {
    const letter = a[i - 1];
    let least = far;
    for (let k = 0; k < width; k++) {
      const j = i + k - limit;
      let best = far;
      if (j === 0) best = i;
      else if (j > 0 && j <= b.length) {
        best = (previous[k] ?? far) + (letter === b[j - 1] ? 0 : 1);
        if (k + 1 < width) best = Math.min(best, (previous[k + 1] ?? far) + 1);
        if (k > 0) best = Math.min(best, (current[k - 1] ?? far) + 1);
        if (i > 1 && j > 1 && letter === b[j - 2] && a[i - 2] === b[j - 1])
          best = Math.min(best, (beforePrevious[k] ?? far) + 1);
      }
      current[k] = best;
      if (best < least) least = best;
    }
    if (least > limit) return far;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return Math.min(previous[b.length - a.length + limit] ?? far, far);
}

/** A bit for each letter, digit or sign that a word has; some share one. */
function signs(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

/** An edit takes away one sign at most, and adds one at most: that many edits are needed at least. */
function leastDistance(a: number, b: number): number {
  return Math.max(onesIn(a & ~b), onesIn(b & ~a));
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function withoutDigits(word: string): string {
  return word.replace(/[\d_-]/g, '') === '' ? word : word.replace(/\d+/g, '');
}

/** A third of the letters of a name may be wrong, at most three; in short words one. */
function mostWrong(word: string): number {
  return Math.max(1, Math.min(MAX_WRONG, Math.floor(word.length / 3)));
}

/**
 * The candidate that was probably meant, if one is near enough; of several at the same distance, the one with the same
 * letters, or the first.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  return new NearNames(candidates).nearest(word, { left: Infinity });
}

/** Of two that are as near, the one with the same letters: `ue` is `eu` and not `us`. */
function isBefore(one: Candidate, best: Candidate, wanted: string): boolean {
  const letters = sorted(wanted);
  const [isSame, isBestSame] = [sorted(one.lower) === letters, sorted(best.lower) === letters];
  return isSame === isBestSame ? one.at < best.at : isSame;
}

/** A name in lower case as well, with its place in the order of the candidates. */
interface Candidate {
  readonly lower: string;
  readonly letters: string;
  readonly signs: number;
  readonly name: string;
  readonly at: number;
}

/**
 * The work that may still be spent on comparing names. Comparing a word letter by letter costs as many as it has, and a
 * look at which ones it has costs one.
 */
export interface Effort {
  left: number;
}

/** Names that other names are compared with, by their lengths. Each wrong name is compared once. */
export class NearNames {
  /** By the length of the name. */
  private readonly byLength = new Map<number, Candidate[]>();
  private readonly found = new Map<string, string | undefined>();

  constructor(candidates: Iterable<string>) {
    let at = 0;
    for (const name of candidates) {
      const lower = name.toLowerCase();
      const same = this.byLength.get(lower.length);
      const one = { lower, letters: withoutDigits(lower), signs: signs(lower), name, at: at++ };
      if (same === undefined) this.byLength.set(lower.length, [one]);
      else same.push(one);
    }
  }

  /** Undefined if no name is near enough, or if the effort is not enough to find one. */
  nearest(word: string, effort: Effort): string | undefined {
    if (this.found.has(word)) return this.found.get(word);
    const best = this.compared(word, effort);
    this.found.set(word, best);
    return best;
  }

  private compared(word: string, effort: Effort): string | undefined {
    const wanted = word.toLowerCase();
    const limit = mostWrong(word);
    const letters = withoutDigits(wanted);
    const mask = signs(wanted);
    let best: Candidate | undefined;
    let bestDistance = limit + 1;
    for (let length = wanted.length - limit; length <= wanted.length + limit; length++) {
      const candidates = this.byLength.get(length) ?? [];
      effort.left -= candidates.length;
      for (const one of candidates) {
        if (leastDistance(mask, one.signs) > Math.min(limit, bestDistance)) continue;
        // `us1` is not a misspelt `us2`, nor `d` a misspelt `a`, nor `p1` a misspelt `n1`.
        const isShort = Math.min(letters.length, one.letters.length) < 2;
        if (one.lower !== wanted && (isShort || one.letters === letters)) continue;
        effort.left -= wanted.length;
        if (effort.left < 0) return undefined;
        const found = distance(wanted, one.lower, Math.min(limit, bestDistance));
        if (found < bestDistance || (found === bestDistance && best !== undefined && isBefore(one, best, wanted))) {
          best = one;
          bestDistance = found;
        }
      }
    }
    return best?.name;
  }
}
