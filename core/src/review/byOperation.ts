/** What is about each operation, in its order: a search for each operation would be slow in a large design. */
export function byOperation<T extends { readonly operation: number }>(items: readonly T[]): ReadonlyMap<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of items) {
    const same = found.get(one.operation);
    if (same === undefined) found.set(one.operation, [one]);
    else same.push(one);
  }
  return found;
}
