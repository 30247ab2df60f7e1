import { membersOf } from '../../base/bits.js';

/** A fact that is so or is not so, about machines with small numbers. Sets of machines are masks. */
export interface Constraint {
  readonly kind: 'pair' | 'atLeast' | 'joined' | 'beside';
  readonly isSo: boolean;
  /** Of `atLeast`: the machine; of `beside`: `from`. */
  readonly a: number;
  /** Of `atLeast`: as `a`; of `beside`: `to`. */
  readonly b: number;
  /** The others, or those over which something passes; of a pair none. */
  readonly set: number;
  readonly least: number;
}

/** Is the pair these two, in either order? */
export function isPairOf({ kind, a, b }: Constraint, u: number, v: number): boolean {
  return kind === 'pair' && ((a === u && b === v) || (a === v && b === u));
}

/** How many links there are from one machine straight to another. */
export type Links = (a: number, b: number) => number;

/** Constraints that hold together, with their machines numbered by the parts that they have in them. */
export interface Conjunction {
  /** The same for all that differ only in the names of machines, nearly always. */
  readonly key: string;
  /** In new numbers. */
  readonly constraints: readonly Constraint[];
  /** How many machines they are about. */
  readonly size: number;
  /** By the new number of a machine: which one it is. */
  readonly machines: readonly number[];
}

/**
 * Machines with the same part get adjacent numbers.
 *
 * @param kindOf of a machine: with it, keys are the same only if machines of one kind change names among themselves.
 */
export function conjunctionOf(
  constraints: readonly Constraint[],
  links: Links,
  kindOf?: (machine: number) => number,
): Conjunction {
  let everybody = 0;
  for (const one of constraints) everybody |= everybodyIn(one);
  const machines = membersOf(everybody);
  let colours: number[] = [];
  if (kindOf !== undefined) for (const v of machines) colours[v] = kindOf(v);
  for (let round = 0; round < 3; round++) colours = coloursOf(constraints, machines, colours);
  machines.sort((x, y) => (colours[x] ?? 0) - (colours[y] ?? 0) || x - y);
  const numbers: number[] = [];
  machines.forEach((v, i) => (numbers[v] = i));
  const renamed = constraints.map((one) => rename(one, (v) => numbers[v] ?? 0));
  const parts = renamed.map(textOf).sort();
  if (kindOf !== undefined) parts.push(machines.map(kindOf).join(' '));
  for (const [i, u] of machines.entries())
    for (let j = 0; j < i; j++) {
      const between = links(u, machines[j] ?? 0);
      if (between !== 1) parts.push(`${j} ${i} ${between}`);
    }
  return { key: parts.join(','), constraints: renamed, size: machines.length, machines };
}

/** Does it matter for the constraint whether the two are connected? */
export function isAbout({ kind, a, b, set }: Constraint, u: number, v: number): boolean {
  const has = (w: number): boolean => ((set >> w) & 1) === 1;
  switch (kind) {
    case 'pair':
      return (a === u && b === v) || (a === v && b === u);
    case 'atLeast':
      return (a === u && has(v)) || (a === v && has(u));
    case 'joined':
      return has(u) && has(v);
    case 'beside':
      return isOfBeside(u, v, { a, b, set }) || isOfBeside(v, u, { a, b, set });
  }
}

function isOfBeside(x: number, y: number, { a, b, set }: Pick<Constraint, 'a' | 'b' | 'set'>): boolean {
  return (x === a || x === b) && (((set >> y) & 1) === 1 || (((set >> x) & 1) === 1 && (y === a || y === b)));
}

/** The parts of a conjunction that are about different links: their counts are multiplied. */
export function independentParts(constraints: readonly Constraint[]): Constraint[][] {
  const parts: { constraints: Constraint[]; everybody: number }[] = [];
  for (const one of constraints) {
    const mine = { constraints: [one], everybody: everybodyIn(one) };
    for (let i = parts.length - 1; i >= 0; i--) {
      const part = parts[i];
      const both = (part?.everybody ?? 0) & mine.everybody;
      // Two machines at least, or they share no link.
      if (part === undefined || (both & (both - 1)) === 0 || !sharesLink(part.constraints, mine.constraints, both))
        continue;
      mine.constraints.push(...part.constraints);
      mine.everybody |= part.everybody;
      parts.splice(i, 1);
    }
    parts.push(mine);
  }
  return parts.map((part) => part.constraints);
}

function sharesLink(some: readonly Constraint[], others: readonly Constraint[], both: number): boolean {
  for (let u = 0; both >> u !== 0; u++)
    for (let v = 0; v < u; v++)
      if (
        (both >> u) & 1 &&
        (both >> v) & 1 &&
        some.some((one) => isAbout(one, u, v)) &&
        others.some((one) => isAbout(one, u, v))
      )
        return true;
  return false;
}

function everybodyIn({ a, b, set }: Constraint): number {
  return (1 << a) | (1 << b) | set;
}

/**
 * Which machines can change places: the first of them, for each machine. What counts the connections of a third machine
 * must stay the same by itself: had it changed places with another count of that machine, the two machines would count
 * for one of them each.
 */
export function interchangeable({ constraints, size }: Conjunction, links: Links): number[] {
  const texts = new Set(constraints.map(textOf));
  // Ends of what passes over others, and those that ask, are told apart.
  const single = new Set(
    constraints.flatMap(({ kind, a, b }) => (kind === 'joined' ? [a, b] : kind === 'beside' ? [a] : [])),
  );
  const first: number[] = [];
  for (let v = 0; v < size; v++) {
    first[v] = v;
    if (single.has(v)) continue;
    for (let u = 0; u < v && first[v] === v; u++) {
      if (first[u] !== u || single.has(u)) continue;
      const swap = (x: number): number => (x === u ? v : x === v ? u : x);
      const isSame =
        constraints.every((one) => {
          const swapped = textOf(rename(one, swap));
          const owner = ownerOf(one);
          return one.kind === 'pair' || owner === u || owner === v ? texts.has(swapped) : swapped === textOf(one);
        }) && Array.from({ length: size }, (_, w) => w).every((w) => w === u || w === v || links(u, w) === links(v, w));
      if (isSame) first[v] = u;
    }
  }
  return first;
}

/** The machine that meets others for the constraint; of a pair, and of what passes over others, none. */
export function ownerOf({ kind, a, b }: Constraint): number | undefined {
  return kind === 'atLeast' ? a : kind === 'beside' ? b : undefined;
}

function rename(one: Constraint, number: (v: number) => number): Constraint {
  let set = 0;
  for (let v = 0; one.set >> v !== 0; v++) if ((one.set >> v) & 1) set |= 1 << number(v);
  const [a, b] = [number(one.a), number(one.b)];
  // Both ends of these are the same.
  const isTurned = (one.kind === 'pair' || one.kind === 'joined') && a > b;
  return { ...one, set, a: isTurned ? b : a, b: isTurned ? a : b };
}

function textOf({ kind, isSo, a, b, set, least }: Constraint): string {
  return `${kind}${isSo ? '+' : '-'}${a} ${b} ${set} ${least}`;
}

/** Numbers that are equal for machines with the same part, as far as one look at the others' numbers tells. */
function coloursOf(constraints: readonly Constraint[], machines: readonly number[], before: number[]): number[] {
  const found: number[] = [];
  for (const v of machines) found[v] = before[v] ?? 0;
  const add = (v: number, ...parts: number[]): void => {
    let hash = 17;
    for (const part of parts) hash = Math.imul(hash ^ part, 0x01000193) ^ (hash >>> 13);
    found[v] = ((found[v] ?? 0) + hash) | 0;
  };
  for (const { kind, isSo, a, b, set, least } of constraints) {
    const sort = KINDS[kind] * 100 + least * 2 + (isSo ? 1 : 0);
    let [size, sum] = [0, 0];
    for (const v of machines)
      if ((set >> v) & 1) {
        size++;
        sum = (sum + (before[v] ?? 0)) | 0;
        add(v, sort, 1, before[a] ?? 0, before[b] ?? 0);
      }
    const isEven = kind === 'pair' || kind === 'joined';
    add(a, sort, 2, size, sum, before[b] ?? 0, (set >> a) & 1);
    if (b !== a) add(b, sort, isEven ? 2 : 3, size, sum, before[a] ?? 0, (set >> b) & 1);
  }
  return found;
}

const KINDS = { pair: 1, atLeast: 2, joined: 3, beside: 4 } as const;
