import { lowestOf, membersOf, onesIn } from '../../base/bits.js';
import type { Constraint } from './conjunction.js';

/** By machine: those that it is connected to, as a mask without the machine itself. */
export type Connected = (machine: number) => number;

/** Is the fact so? */
export function isSoWith({ kind, a, b, set, least }: Constraint, connected: Connected): boolean {
  switch (kind) {
    case 'pair':
      return ((connected(a) >> b) & 1) === 1;
    case 'atLeast':
      return onesIn(set & connected(a)) >= least;
    case 'joined':
      return ((flood(a, set, connected) >> b) & 1) === 1;
    case 'beside':
      return (set & (connected(a) | (1 << a)) & (connected(b) | (1 << b))) !== 0;
  }
}

/** The connections by which a fact is so, of which one must go if it is not to be so; undefined: it is not so. */
export function waysOf(
  { kind, a, b, set, least }: Constraint,
  connected: Connected,
): readonly (readonly [number, number])[] | undefined {
  switch (kind) {
    case 'pair':
      return (connected(a) >> b) & 1 ? [[a, b]] : undefined;
    case 'atLeast': {
      const others = membersOf(set & connected(a));
      // Any `least` of them are enough, so one of the first ones must go.
      return others.length >= least ? others.slice(0, least).map((v) => [a, v] as const) : undefined;
    }
    case 'joined': {
      const cameFrom = new Map<number, number>([[a, a]]);
      for (const at of cameFrom.keys())
        for (const next of membersOf(set & connected(at))) if (!cameFrom.has(next)) cameFrom.set(next, at);
      if (!cameFrom.has(b)) return undefined;
      const way: [number, number][] = [];
      for (let v = b; v !== a; v = cameFrom.get(v) ?? a) way.push([cameFrom.get(v) ?? a, v]);
      return way;
    }
    case 'beside': {
      const over = set & (connected(a) | (1 << a)) & (connected(b) | (1 << b));
      if (over === 0) return undefined;
      const v = lowestOf(over);
      return [...(v === a ? [] : [[a, v] as const]), ...(v === b ? [] : [[v, b] as const])];
    }
  }
}

/** The machine and those that it is connected to over others of the set, as a mask. */
export function flood(machine: number, set: number, connected: Connected): number {
  let met = 1 << machine;
  for (let rest = met; rest !== 0; ) {
    const further = connected(lowestOf(rest)) & set & ~met;
    met |= further;
    rest = (rest & (rest - 1)) | further;
  }
  return met;
}
