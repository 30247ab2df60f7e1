import type { Model, Store } from '../../model/model.js';

/** A value for each store, computed at the first question about it. */
export function perStore<T>({ stores }: Model, compute: (store: Store, index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const store = stores[index];
    if (store === undefined) throw new RangeError(`no store ${index}`);
    const found = known.get(index);
    if (found !== undefined) return found;
    const made = compute(store, index);
    known.set(index, made);
    return made;
  };
}

/** Every way to take one of each list. */
export function oneOfEach<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((ways, list) => ways.flatMap((way) => list.map((one) => [...way, one])), [[]]);
}
