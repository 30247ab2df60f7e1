import { membersOf, onesIn } from '../../base/bits.js';
import { type CutSet, withoutLarger } from '../patterns/weights.js';
import { type Constraint, nameOfRow } from './conjunction.js';
import type { Budget } from './counting.js';
import type { Machines } from './machines.js';
import { type Connected, isSoWith, waysOf } from './ways.js';

/** Nobody can stop one search: a step takes up to a hundred microseconds. */
const MOST_STEPS = 1_000;

/**
 * Cuts of at most `most` links under which all constraints hold and of which none contains another, smallest first: all
 * that there are, but for those that differ from one of them only in the names of machines that can change places.
 * Undefined: it takes more steps than the budget has.
 *
 * What must not be so is prevented by one cut more, in every way. Cuts prevent only, so a way in which something is
 * missing that must be so ends. Of ways that differ only in names one is gone.
 */
export function smallestCuts(
  constraints: readonly Constraint[],
  machines: Machines,
  most: number,
  budget: Budget,
): CutSet[] | undefined {
  const before = budget.steps;
  const search = new Search(constraints, machines, most, budget);
  search.from([], 0);
  return budget.steps <= 0 || before - budget.steps > MOST_STEPS ? undefined : withoutLarger(search.found);
}

/** A pair of machines. */
type Pair = readonly [number, number];

class Search {
  readonly found: CutSet[] = [];
  private readonly wanted: readonly Constraint[];
  private readonly unwanted: readonly Constraint[];
  private readonly met = new Set<string>();
  /** By machine: those that it is parted from, as masks. */
  private readonly parted = new Int32Array(32);
  private readonly least: number;

  constructor(
    private readonly constraints: readonly Constraint[],
    private readonly machines: Machines,
    private readonly most: number,
    private readonly budget: Budget,
  ) {
    this.wanted = constraints.filter(({ isSo }) => isSo);
    this.unwanted = constraints.filter(({ isSo }) => !isSo);
    this.least = budget.steps - MOST_STEPS;
  }

  private readonly connected: Connected = (machine) =>
    (this.machines.linked[machine] ?? 0) & ~(this.parted[machine] ?? 0);

  /** @param size how many links there are between the pairs that are cut. */
  from(cut: readonly Pair[], size: number): void {
    const { budget, machines, most, connected } = this;
    if (--budget.steps <= 0 || budget.steps < this.least) return;
    if (!this.wanted.every((one) => isSoWith(one, connected))) return;
    if (needMoreThan(most - size, this.unwanted, connected)) return;
    // The one that can be prevented in the fewest ways comes first.
    let fewest: readonly Pair[] | undefined;
    for (const one of this.unwanted) {
      const ways = waysOf(one, connected);
      if (ways !== undefined && (fewest === undefined || ways.length < fewest.length)) fewest = ways;
    }
    if (fewest === undefined) {
      this.found.push({ size, bits: cut.reduce((bits, [a, b]) => bits | machines.bitsBetween(a, b), 0n) });
      return;
    }
    for (const pair of fewest) {
      const [a, b] = pair;
      const links = machines.linksBetween(a, b);
      if (size + links > most) continue;
      const more = [...cut, pair];
      const key = this.nameOf(more);
      if (this.met.has(key)) continue;
      this.met.add(key);
      this.part(pair);
      this.from(more, size + links);
      this.part(pair);
    }
  }

  /** Parts the two, or undoes that. */
  private part([a, b]: Pair): void {
    this.parted[a] = (this.parted[a] ?? 0) ^ (1 << b);
    this.parted[b] = (this.parted[b] ?? 0) ^ (1 << a);
  }

  private nameOf(cut: readonly Pair[]): string {
    const { machines } = this;
    if (machines.areApart)
      return String.fromCharCode(...cut.map(([a, b]) => 32 * Math.min(a, b) + Math.max(a, b)).sort());
    const pairs = cut.map(([a, b]): Constraint => ({ kind: 'pair', isSo: false, a, b, set: 0, least: 0 }));
    return nameOfRow([...this.constraints, ...pairs], machines.linksBetween, machines.kindOf);
  }
}

/** Must more than `room` further connections be cut before none of these is so? False if that is not known. */
function needMoreThan(room: number, unwanted: readonly Constraint[], connected: Connected): boolean {
  const counted = new Int32Array(32);
  for (const one of unwanted) {
    if (one.kind === 'joined') {
      if (flowIsAbove(room, one, connected)) return true;
      continue;
    }
    const needed = neededFor(one, connected);
    if (needed > room) return true;
    if (one.kind === 'atLeast') counted[one.a] = Math.max(counted[one.a] ?? 0, needed);
  }
  // A connection is of two machines at most.
  let sum = 0;
  for (const needed of counted) sum += needed;
  return sum > 2 * room;
}

/** How many further connections must be cut before this is not so? */
function neededFor({ kind, a, b, set, least }: Constraint, connected: Connected): number {
  switch (kind) {
    case 'pair':
      return (connected(a) >> b) & 1;
    case 'atLeast':
      return onesIn(set & connected(a)) - least + 1;
    default: {
      const over = set & (connected(a) | (1 << a)) & (connected(b) | (1 << b));
      const ends = (1 << a) | (1 << b);
      // Two ways over different machines have no connection in common, but for the one from end to end.
      return onesIn(over & ~ends) + ((over & ends) === 0 ? 0 : 1);
    }
  }
}

/** Are there more than `most` ways from one end to the other, no two of which share a connection? */
function flowIsAbove(most: number, { a: from, b: to, set }: Constraint, connected: Connected): boolean {
  const used = new Map<number, number>();
  const at = (u: number, v: number): number => used.get(u * 32 + v) ?? 0;
  for (let found = 0; found <= most; found++) {
    const cameFrom = new Map<number, number>([[from, from]]);
    for (const u of cameFrom.keys())
      for (const v of membersOf(set & connected(u))) if (!cameFrom.has(v) && at(u, v) < 1) cameFrom.set(v, u);
    if (!cameFrom.has(to)) return false;
    for (let v = to; v !== from; v = cameFrom.get(v) ?? from) {
      const u = cameFrom.get(v) ?? from;
      used.set(u * 32 + v, at(u, v) + 1);
      used.set(v * 32 + u, at(v, u) - 1);
    }
  }
  return true;
}
