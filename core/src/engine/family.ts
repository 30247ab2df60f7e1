/**
 * Sets of replicas as bit masks over a store's data replicas, and *families* of such sets: which replicas may have
 * acknowledged a write, which may answer a read. A member of a family is the core plus at least `need` replicas of each
 * pool.
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
  /** The core has it to hand it over, and nobody can read it there. */
  readonly hint?: true;
}

/**
 * More voters than this and the store is not analysed: masks and the subsets of components are kept small on purpose.
 */
export const MAX_VOTERS = 24;

export function count(mask: Mask): number {
  let rest = mask;
  let n = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    n++;
  }
  return n;
}

export function alone(replica: number): Family {
  return { core: 1 << replica, demands: [] };
}

/** The core, and any `need` replicas of `pool` besides. */
export function withAny(core: Mask, pool: Mask, need: number): Family {
  return { core, demands: need > 0 ? [{ pool: pool & ~core, need }] : [] };
}

/**
 * Has every member of `b` a member of `a` within it? Then what can miss one of `b` can miss one of `a`. True only where
 * it is so; of unlike families it may be false all the same.
 */
export function isWithin(a: Family, b: Family): boolean {
  if ((a.core & ~b.core) !== 0 || a.hint !== b.hint) return false;
  return a.demands.every(
    ({ pool, need }) =>
      count(b.core & pool) >= need || b.demands.some((other) => (other.pool & ~pool) === 0 && other.need >= need),
  );
}

/** Those members that have the replica; undefined: none has. */
export function having(family: Family, replica: number): Family | undefined {
  const it = 1 << replica;
  if ((family.core & it) !== 0) return family;
  if (!family.demands.some(({ pool }) => (pool & it) !== 0)) return undefined;
  const demands = family.demands.map(({ pool, need }) =>
    (pool & it) === 0 ? { pool, need } : { pool: pool & ~it, need: need - 1 },
  );
  return { ...family, core: family.core | it, demands: demands.filter(({ need }) => need > 0) };
}

/** Is there a member that has nothing in `forbidden`? */
export function canAvoid(family: Family, forbidden: Mask): boolean {
  return (family.core & forbidden) === 0 && family.demands.every(({ pool, need }) => count(pool & ~forbidden) >= need);
}

/**
 * Are there a member of each that share no replica? Pools of one family are disjoint, so with demands x of the one and
 * y of the other, what both want is shared out greedily: each first takes what the other can't use. Exact where one
 * family has a single demand, or where each pool meets one pool of the other at most (zones); families here are always
 * of these kinds.
 */
export function canBeDisjoint(a: Family, b: Family): boolean {
  if (a.hint === true || b.hint === true) return true;
  if ((a.core & b.core) !== 0) return false;
  if (a.demands.length > b.demands.length) return canBeDisjoint(b, a);
  const free = a.demands.map(({ pool, need }) => ({ pool: pool & ~b.core, need }));
  const spare = free.map(({ pool }) => count(pool));
  for (const demand of b.demands) {
    const pool = demand.pool & ~a.core;
    if (count(pool) < demand.need) return false;
    const wanted = free.reduce((mask, other) => mask | other.pool, 0);
    const fromShared = Math.max(0, demand.need - count(pool & ~wanted));
    // One pool of the other family at most has a part of this one.
    free.forEach((other, i) => (spare[i] = (spare[i] ?? 0) - Math.min(count(pool & other.pool), fromShared)));
  }
  return free.every(({ need }, i) => (spare[i] ?? 0) >= need);
}

/**
 * Are there a member of each such that no component of the replicas has a part of both? Then nothing can carry from one
 * to the other. `components` are disjoint masks that cover all replicas.
 */
export function canBeApart(a: Family, b: Family, components: readonly Mask[]): boolean {
  for (let choice = 0; choice < 1 << components.length; choice++) {
    const side = components.reduce((mask, component, i) => ((choice >> i) & 1 ? mask | component : mask), 0);
    const rest = components.reduce((mask, component, i) => ((choice >> i) & 1 ? mask : mask | component), 0);
    if (canAvoid(a, rest) && canAvoid(b, side)) return true;
  }
  return false;
}
