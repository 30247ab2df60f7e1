import { membersOf } from '../../base/bits.js';
import type { Constraint } from './conjunction.js';

/** The connections by which a fact is so, of which one must go if it is not to be so; undefined: it is not so. */
export function waysOf(
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
