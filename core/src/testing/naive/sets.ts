/** Plain sets as lists: every subset is written out. */

/** Every subset of the members with exactly `size` of them. */
export function subsetsOfSize<T>(members: readonly T[], size: number): T[][] {
  return subsets(members).filter((subset) => subset.length === size);
}

export function subsets<T>(members: readonly T[]): T[][] {
  const [first, ...others] = members;
  if (first === undefined) return [[]];
  const without = subsets(others);
  return [...without, ...without.map((subset) => [first, ...subset])];
}

export function disjoint<T>(xs: readonly T[], ys: readonly T[]): boolean {
  return !xs.some((x) => ys.includes(x));
}

/** One member of each list, in every combination. */
export function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((whole, list) => whole.flatMap((begun) => list.map((one) => [...begun, one])), [[]]);
}
