import { membersOf } from '../../base/bits.js';
import { type CutSet, withoutLarger } from '../patterns/weights.js';
import { conjunctionOf, type Constraint } from './conjunction.js';
import type { Budget } from './counting.js';
import type { Machines } from './machines.js';
import { waysOf } from './ways.js';

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
  const found: CutSet[] = [];
  const wanted = constraints.filter(({ isSo }) => isSo);
  const unwanted = constraints.filter(({ isSo }) => !isSo);
  const before = budget.steps;
  const isEnough = (): boolean => budget.steps <= 0 || before - budget.steps > MOST_STEPS;
  const met = new Set<string>();
  const search = (cuts: CutSet, pairs: readonly Constraint[]): void => {
    budget.steps--;
    if (isEnough()) return;
    const isUp = (a: number, b: number): boolean => (machines.bitsBetween(a, b) & ~cuts.bits) !== 0n;
    if (!wanted.every((one) => waysOf(one, isUp) !== undefined)) return;
    if (needMoreThan(most - cuts.size, unwanted, isUp)) return;
    // The one that can be prevented in the fewest ways comes first.
    let fewest: readonly (readonly [number, number])[] | undefined;
    for (const one of unwanted) {
      const ways = waysOf(one, isUp);
      if (ways !== undefined && (fewest === undefined || ways.length < fewest.length)) fewest = ways;
    }
    if (fewest === undefined) {
      found.push(cuts);
      return;
    }
    for (const [a, b] of fewest) {
      const links = machines.bitsBetween(a, b) & ~cuts.bits;
      const size = cuts.size + sizeOf(links);
      if (size > most) continue;
      const cut = [...pairs, { kind: 'pair', isSo: false, a, b, set: 0, least: 0 } as const];
      const key = machines.areApart
        ? String(cuts.bits | links)
        : conjunctionOf([...constraints, ...cut], machines.linksBetween, machines.kindOf).key;
      if (met.has(key)) continue;
      met.add(key);
      search({ size, bits: cuts.bits | links }, cut);
    }
  };
  search({ size: 0, bits: 0n }, []);
  return isEnough() ? undefined : withoutLarger(found);
}

type IsUp = (a: number, b: number) => boolean;

/** Must more than `room` further connections be cut before none of these is so? False if that is not known. */
function needMoreThan(room: number, unwanted: readonly Constraint[], isUp: IsUp): boolean {
  const counted = new Map<number, number>();
  for (const one of unwanted) {
    if (one.kind === 'joined') {
      if (flowIsAbove(room, one, isUp)) return true;
      continue;
    }
    const needed = neededFor(one, isUp);
    if (needed > room) return true;
    if (one.kind === 'atLeast') counted.set(one.a, Math.max(counted.get(one.a) ?? 0, needed));
  }
  // A connection is of two machines at most.
  let sum = 0;
  for (const needed of counted.values()) sum += Math.max(0, needed);
  return sum > 2 * room;
}

/** How many further connections must be cut before this is not so? */
function neededFor({ kind, a, b, set, least }: Constraint, isUp: IsUp): number {
  switch (kind) {
    case 'pair':
      return isUp(a, b) ? 1 : 0;
    case 'atLeast':
      return membersOf(set).filter((v) => isUp(a, v)).length - least + 1;
    default: {
      const over = membersOf(set).filter((v) => (v === a || isUp(a, v)) && (v === b || isUp(v, b)));
      // Two ways over different machines have no connection in common, but for the one from end to end.
      return over.filter((v) => v !== a && v !== b).length + (over.some((v) => v === a || v === b) ? 1 : 0);
    }
  }
}

/** Are there more than `most` ways from one end to the other, no two of which share a connection? */
function flowIsAbove(most: number, { a: from, b: to, set }: Constraint, isUp: IsUp): boolean {
  const members = membersOf(set);
  const used = new Map<number, number>();
  const at = (u: number, v: number): number => used.get(u * 32 + v) ?? 0;
  for (let found = 0; found <= most; found++) {
    const cameFrom = new Map<number, number>([[from, from]]);
    for (const u of cameFrom.keys())
      for (const v of members) if (!cameFrom.has(v) && isUp(u, v) && at(u, v) < 1) cameFrom.set(v, u);
    if (!cameFrom.has(to)) return false;
    for (let v = to; v !== from; v = cameFrom.get(v) ?? from) {
      const u = cameFrom.get(v) ?? from;
      used.set(u * 32 + v, at(u, v) + 1);
      used.set(v * 32 + u, at(v, u) - 1);
    }
  }
  return true;
}

function sizeOf(links: bigint): number {
  let size = 0;
  for (let rest = links; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}
