/**
 * What is known of all sets of cut links that lead to one pattern. Sets of cut links are disjoint sums over their
 * links, so their weights form a semiring: `add` puts disjoint sets of them together, `cut` cuts one more link in each,
 * and a link that is up changes nothing.
 */
export interface Weights<W> {
  /** Of the set in which nothing is cut. */
  readonly one: W;
  add(a: W, b: W): W;
  /** Undefined: nothing is left that is looked at. */
  cut(weight: W, link: number): W | undefined;
  /** A state with this weight counts as this many; absent: as one. */
  states?(weight: W): number;
}

/**
 * A set of cut links. Bit `links - 1 - i` of `bits` stands for link i of the model's `links`: of two sets of the same
 * size, the one with the larger number comes first in the order of declaration.
 */
export interface CutSet {
  readonly size: number;
  readonly bits: bigint;
}

const NO_CUTS: CutSet = { size: 0, bits: 0n };

/** Smaller sets first, then by order of declaration. */
function compareCutSets(a: CutSet, b: CutSet): number {
  return a.size - b.size || (a.bits === b.bits ? 0 : a.bits > b.bits ? -1 : 1);
}

export function linksOf({ bits }: CutSet, links: number): number[] {
  const found: number[] = [];
  const digits = bits.toString(2);
  for (let at = digits.indexOf('1'); at >= 0; at = digits.indexOf('1', at + 1)) found.push(links - digits.length + at);
  return found;
}

/** The set of these links, each named once; `links`: how many there are in all. */
export function cutSetOf(cut: readonly number[], links: number): CutSet {
  return { size: cut.length, bits: cut.reduce((bits, link) => bits | bitOf(link, links), 0n) };
}

export function bitOf(link: number, links: number): bigint {
  return 1n << BigInt(links - 1 - link);
}

/** How many sets of cut links there are, and the first of the smallest ones. */
export interface Counted {
  /**
   * Where at most `most` links are cut: of each number of cuts, `links + 1` bits for each, the fewest cuts in the
   * lowest bits. Where all may be cut: their sum.
   */
  readonly sets: bigint;
  readonly first: CutSet;
}

export function counting(links: number, most: number): Weights<Counted> {
  const width = most >= links ? 0n : BigInt(links + 1);
  const mask = (1n << (width * BigInt(most + 1))) - 1n;
  return {
    one: { sets: 1n, first: NO_CUTS },
    add: (a, b) => ({
      sets: a.sets + b.sets,
      first: compareCutSets(a.first, b.first) <= 0 ? a.first : b.first,
    }),
    cut({ sets, first }, link) {
      const kept = width === 0n ? sets : (sets << width) & mask;
      if (kept === 0n) return undefined;
      return { sets: kept, first: { size: first.size + 1, bits: first.bits | bitOf(link, links) } };
    },
  };
}

/** What is known of all sets that lead to one of some patterns; undefined: there is none. */
export function addedUp(parts: readonly Counted[]): Counted | undefined {
  const [one] = parts;
  if (one === undefined || parts.length === 1) return one;
  let { sets, first } = one;
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i] ?? one;
    sets += part.sets;
    if (compareCutSets(part.first, first) < 0) ({ first } = part);
  }
  return { sets, first };
}

/** The size of the smallest set, of at most `most` cuts. */
export function fewest(most: number): Weights<number> {
  return {
    one: 0,
    add: Math.min,
    cut: (size) => (size < most ? size + 1 : undefined),
  };
}

/** The sets of each number of cuts, fewest first; a single sum where all may be cut. */
export function setsByCuts({ sets }: Counted, links: number, most: number): bigint[] {
  if (most >= links) return [sets];
  const width = BigInt(links + 1);
  const mask = (1n << width) - 1n;
  return Array.from({ length: most + 1 }, (_, cuts) => (sets >> (width * BigInt(cuts))) & mask);
}

/**
 * The sets of at most `most` cut links of which none contains another, smallest first. Exact: the minimal sets of a
 * union are the minimal ones of the minimal sets of its parts.
 */
export function minimal(links: number, most: number): Weights<readonly CutSet[]> {
  return {
    one: [NO_CUTS],
    add: (a, b) => withoutLarger([...a, ...b]),
    cut(sets, link) {
      const bit = bitOf(link, links);
      const kept = sets.flatMap(({ size, bits }) => (size < most ? [{ size: size + 1, bits: bits | bit }] : []));
      return kept.length === 0 ? undefined : kept;
    },
    // Each set is compared with the others.
    states: ({ length }) => 1 + Math.floor(length ** 2 / COMPARED_PER_STATE),
  };
}

/** As many sets are compared in the time that a state takes. */
const COMPARED_PER_STATE = 100;

/** The first `most` sets that contain no other one. */
export function withoutLarger(sets: readonly CutSet[], most = Infinity): CutSet[] {
  const kept: CutSet[] = [];
  for (const one of [...sets].sort(compareCutSets)) {
    if (kept.length >= most) break;
    if (!kept.some(({ bits }) => (bits & one.bits) === bits)) kept.push(one);
  }
  return kept;
}
