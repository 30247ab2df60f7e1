import { type CutSet, withoutLarger } from '../patterns/weights.js';
import type { Constraint } from './conjunction.js';
import type { Budget } from './counting.js';

/** Nobody can stop one search: a step takes ten microseconds. */
const MOST_STEPS = 1_000;

/** A network of few machines, for the search of cuts. */
export interface Linked {
  /** The links between two machines of constraints, as bits of a set of cuts. */
  between(a: number, b: number): bigint;
}

/**
 * The cuts of at most `most` links under which all constraints hold and of which none contains another, smallest first;
 * undefined: it takes more steps than the budget has.
 *
 * What must not be so is prevented by one cut more, in every way; each way keeps what those before it cut, so none is
 * met twice. Cuts prevent only, so a way in which something is missing that must be so ends.
 */
export function smallestCuts(
  constraints: readonly Constraint[],
  linked: Linked,
  most: number,
  budget: Budget,
): CutSet[] | undefined {
  const found: CutSet[] = [];
  const wanted = constraints.filter(({ isSo }) => isSo);
  const unwanted = constraints.filter(({ isSo }) => !isSo);
  const before = budget.steps;
  const isEnough = (): boolean => budget.steps <= 0 || before - budget.steps > MOST_STEPS;
  const search = (cuts: CutSet, kept: bigint): void => {
    budget.steps--;
    if (isEnough()) return;
    const isUp = (a: number, b: number): boolean => (linked.between(a, b) & ~cuts.bits) !== 0n;
    if (!wanted.every((one) => waysOf(one, isUp) !== undefined)) return;
    const room = most - cuts.size;
    const isKept = (a: number, b: number): boolean => (linked.between(a, b) & kept) !== 0n;
    if (unwanted.some((one) => needsMoreThan(room, one, isUp, isKept))) return;
    // The one that can be prevented in the fewest ways comes first.
    let fewest: readonly (readonly [number, number])[] | undefined;
    for (const one of unwanted) {
      const pairs = waysOf(one, isUp);
      if (pairs === undefined) continue;
      const open = pairs.filter(([a, b]) => !isKept(a, b));
      if (open.length === 0) return;
      if (fewest === undefined || open.length < fewest.length) fewest = open;
    }
    if (fewest === undefined) {
      found.push(cuts);
      return;
    }
    let keeps = kept;
    for (const [a, b] of fewest) {
      const links = linked.between(a, b) & ~cuts.bits;
      const size = cuts.size + sizeOf(links);
      if (size <= most) search({ size, bits: cuts.bits | links }, keeps);
      keeps |= linked.between(a, b);
    }
  };
  search({ size: 0, bits: 0n }, 0n);
  return isEnough() ? undefined : withoutLarger(found);
}

/** The connections by which a fact is so, of which one must go if it is not to be so; undefined: it is not so. */
function waysOf(
  { kind, a, b, set, least }: Constraint,
  isUp: (a: number, b: number) => boolean,
): readonly (readonly [number, number])[] | undefined {
  switch (kind) {
    case 'pair':
      return isUp(a, b) ? [[a, b]] : undefined;
    case 'atLeast': {
      const pairs = membersOf(set).flatMap((v) => (isUp(a, v) ? [[a, v] as const] : []));
      // Any `least` of them are enough, so one of the first ones must go.
      return pairs.length >= least ? pairs.slice(0, least) : undefined;
    }
    case 'joined': {
      const cameFrom = new Map<number, number>([[a, a]]);
      for (const at of cameFrom.keys())
        for (const next of membersOf(set)) if (!cameFrom.has(next) && isUp(at, next)) cameFrom.set(next, at);
      if (!cameFrom.has(b)) return undefined;
      const way: [number, number][] = [];
      for (let v = b; v !== a; v = cameFrom.get(v) ?? a) way.push([cameFrom.get(v) ?? a, v]);
      return way;
    }
    case 'beside':
      for (const v of membersOf(set)) {
        if ((v !== a && !isUp(a, v)) || (v !== b && !isUp(v, b))) continue;
        return [...(v === a ? [] : [[a, v] as const]), ...(v === b ? [] : [[v, b] as const])];
      }
      return undefined;
  }
}

/** Must more than `room` further connections be cut before this is not so? False if that is not known. */
function needsMoreThan(
  room: number,
  { kind, a, b, set, least }: Constraint,
  isUp: (a: number, b: number) => boolean,
  isKept: (a: number, b: number) => boolean,
): boolean {
  switch (kind) {
    case 'pair':
      return isUp(a, b) && room < 1;
    case 'atLeast':
      return membersOf(set).filter((v) => isUp(a, v)).length - least + 1 > room;
    case 'beside': {
      const over = membersOf(set).filter((v) => (v === a || isUp(a, v)) && (v === b || isUp(v, b)));
      // Two ways over different machines have no connection in common, but for the one from end to end.
      return over.filter((v) => v !== a && v !== b).length + (over.some((v) => v === a || v === b) ? 1 : 0) > room;
    }
    case 'joined':
      return flowIsAbove(room, a, b, { members: membersOf(set), isUp, isKept });
  }
}

interface Flow {
  readonly members: readonly number[];
  isUp(a: number, b: number): boolean;
  isKept(a: number, b: number): boolean;
}

/** Are there more than `most` ways from one to the other, no two of which share a connection that may be cut? */
function flowIsAbove(most: number, from: number, to: number, { members, isUp, isKept }: Flow): boolean {
  const used = new Map<number, number>();
  const at = (u: number, v: number): number => used.get(u * 32 + v) ?? 0;
  for (let found = 0; found <= most; found++) {
    const cameFrom = new Map<number, number>([[from, from]]);
    for (const u of cameFrom.keys())
      for (const v of members) if (!cameFrom.has(v) && isUp(u, v) && (isKept(u, v) || at(u, v) < 1)) cameFrom.set(v, u);
    if (!cameFrom.has(to)) return false;
    for (let v = to; v !== from; v = cameFrom.get(v) ?? from) {
      const u = cameFrom.get(v) ?? from;
      used.set(u * 32 + v, at(u, v) + 1);
      used.set(v * 32 + u, at(v, u) - 1);
    }
  }
  return true;
}

function membersOf(set: number): number[] {
  const found: number[] = [];
  for (let v = 0; set >> v !== 0; v++) if ((set >> v) & 1) found.push(v);
  return found;
}

function sizeOf(links: bigint): number {
  let size = 0;
  for (let rest = links; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}
