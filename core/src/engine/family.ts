import { onesIn } from '../base/bits.js';
import type { Store } from '../model/model.js';

/**
 * Sets of replicas as bit masks over a store's data replicas, and *families* of such sets: the replicas that may have
 * acknowledged a write, or that may answer a read. A member of a family is the core plus at least `need` replicas of
 * each pool.
 */
export type Mask = number;

export interface Demand {
  readonly pool: Mask;
  readonly need: number;
}

export interface Family {
  readonly core: Mask;
  /** Their pools share no replica with each other or with the core. */
  readonly demands: readonly Demand[];
  /** The core keeps the write to hand it over, and no client can read it there. */
  readonly hint?: true;
  /** Every member has at least this many replicas, whatever the network: known without a look at the pools. */
  readonly atLeast?: number;
}

/** A family that is found when something is compared with it: most are not, and its pools ask the network. */
export class LazyFamily implements Family {
  private found: Family | undefined;

  constructor(
    readonly atLeast: number,
    private readonly find: () => Family,
  ) {}

  get core(): Mask {
    return (this.found ??= this.find()).core;
  }

  get demands(): readonly Demand[] {
    return (this.found ??= this.find()).demands;
  }
}

/** A store with more members is not analysed: masks, and the number of subsets of components, stay small. */
export const MAX_MEMBERS = 24;

/** Replicas, witnesses and observers. */
export function countMembers({ replicas, witnesses, observers = [] }: Store): number {
  return replicas.length + witnesses.length + observers.length;
}

/** How many replicas a set has. */
export const count: (mask: Mask) => number = onesIn;

export function alone(replica: number): Family {
  return { core: 1 << replica, demands: [] };
}

/** Every replica that is in some member. */
export function membersOf({ core, demands }: Family): Mask {
  return demands.reduce((mask, { pool }) => mask | pool, core);
}

/** The only replica of a family with one member of one replica; else -1. */
export function aloneIn({ core, demands, hint }: Family): number {
  return demands.length === 0 && hint === undefined && count(core) === 1 ? 31 - Math.clz32(core) : -1;
}

/** The core, and any `need` replicas of `pool`. */
export function withAny(core: Mask, pool: Mask, need: number): Family {
  return { core, demands: need > 0 ? [{ pool: pool & ~core, need }] : [] };
}

/**
 * Does every member of `b` contain a member of `a`? Then a read that can miss a member of `b` can miss one of `a`. A
 * true answer is certain; for families of different form, the answer may be false although it holds.
 */
export function isWithin(a: Family, b: Family): boolean {
  if ((a.core & ~b.core) !== 0 || a.hint !== b.hint) return false;
  return a.demands.every(
    ({ pool, need }) =>
      count(b.core & pool) >= need || b.demands.some((other) => (other.pool & ~pool) === 0 && other.need >= need),
  );
}

/** The members that contain the replica; undefined: there is none. */
export function having(family: Family, replica: number): Family | undefined {
  const it = 1 << replica;
  if ((family.core & it) !== 0) return family;
  if (!family.demands.some(({ pool }) => (pool & it) !== 0)) return undefined;
  const demands = family.demands.map(({ pool, need }) =>
    (pool & it) === 0 ? { pool, need } : { pool: pool & ~it, need: need - 1 },
  );
  return { ...family, core: family.core | it, demands: demands.filter(({ need }) => need > 0) };
}

/** Is there a member without any replica of `forbidden`? */
export function canAvoid(family: Family, forbidden: Mask): boolean {
  return (family.core & forbidden) === 0 && family.demands.every(({ pool, need }) => count(pool & ~forbidden) >= need);
}

/**
 * Is there a member of each family such that the two share no replica? The pools of one family are disjoint, so the
 * replicas that a demand of each family could use are shared out greedily: each demand first takes those that the other
 * cannot use. This is exact if one family has a single demand, or if each pool overlaps at most one pool of the other
 * (zones); all families here are of these kinds.
 */
export function canBeDisjoint(a: Family, b: Family): boolean {
  if (a.hint === true || b.hint === true) return true;
  if ((a.core & b.core) !== 0) return false;
  if (a.demands.length > b.demands.length) return canBeDisjoint(b, a);
  if (a.demands.length === 0) return canAvoid(b, a.core);
  if (b.demands.length === 1) return canShareOut(a, b);
  const free = a.demands.map(({ pool, need }) => ({ pool: pool & ~b.core, need }));
  const spare = free.map(({ pool }) => count(pool));
  for (const demand of b.demands) {
    const pool = demand.pool & ~a.core;
    if (count(pool) < demand.need) return false;
    const wanted = free.reduce((mask, other) => mask | other.pool, 0);
    const fromShared = Math.max(0, demand.need - count(pool & ~wanted));
    // At most one pool of the other family overlaps this one.
    free.forEach((other, i) => (spare[i] = (spare[i] ?? 0) - Math.min(count(pool & other.pool), fromShared)));
  }
  return free.every(({ need }, i) => (spare[i] ?? 0) >= need);
}

/** The same for one demand of each, which is asked for most often. */
function canShareOut({ core: ofA, demands: [one] }: Family, { core: ofB, demands: [other] }: Family): boolean {
  if (one === undefined || other === undefined) return true;
  const [pool, free] = [other.pool & ~ofA, one.pool & ~ofB];
  const fromShared = Math.max(0, other.need - count(pool & ~free));
  return count(pool) >= other.need && count(free) - Math.min(count(pool & free), fromShared) >= one.need;
}

/**
 * Is there a member of each family such that no component overlaps both? Then nothing can carry news from one to the
 * other. `components` are disjoint masks that cover all replicas.
 */
export function canBeApart(a: Family, b: Family, components: readonly Mask[]): boolean {
  for (let choice = 0; choice < 1 << components.length; choice++) {
    let [side, rest]: [Mask, Mask] = [0, 0];
    for (const [i, component] of components.entries())
      if ((choice >> i) & 1) side |= component;
      else rest |= component;
    if (canAvoid(a, rest) && canAvoid(b, side)) return true;
  }
  return false;
}
