import { lowestOf, membersOf, onesIn } from '../../base/bits.js';

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
  const machines = inOrder(constraints, kindOf);
  const numbers = numbersOf(machines);
  const renamed = constraints.map((one) => rename(one, numbers));
  return { key: keyOf(renamed, machines, links, kindOf), constraints: renamed, size: machines.length, machines };
}

/** The key of a conjunction alone. */
export function nameOfRow(
  constraints: readonly Constraint[],
  links: Links,
  kindOf: (machine: number) => number,
): string {
  const machines = inOrder(constraints, kindOf);
  const numbers = numbersOf(machines);
  return keyOf(
    constraints.map((one) => rename(one, numbers)),
    machines,
    links,
    kindOf,
  );
}

/** The machines, those with the same part side by side. */
function inOrder(constraints: readonly Constraint[], kindOf?: (machine: number) => number): readonly number[] {
  let everybody = 0;
  for (const one of constraints) everybody |= everybodyIn(one);
  const machines = membersOf(everybody);
  let colours = new Int32Array(MOST);
  if (kindOf !== undefined) for (const v of machines) colours[v] = kindOf(v);
  for (let round = 0; round < 3; round++) colours = coloursOf(constraints, colours);
  return machines.sort((x, y) => at(colours, x) - at(colours, y) || x - y);
}

function numbersOf(machines: readonly number[]): Int32Array {
  const numbers = new Int32Array(MOST);
  for (const [i, v] of machines.entries()) numbers[v] = i;
  return numbers;
}

function keyOf(
  renamed: readonly Constraint[],
  machines: readonly number[],
  links: Links,
  kindOf?: (machine: number) => number,
): string {
  const codes = new Float64Array(renamed.length);
  for (let i = 0; i < renamed.length; i++) codes[i] = codeOf(renamed[i] as Constraint);
  codes.sort();
  let key = String.fromCharCode(codes.length);
  for (const code of codes) {
    const [high, set] = [Math.floor(code / SETS), code % SETS];
    key += String.fromCharCode(high & 0xffff, high >>> 16, set & 0xffff, set >>> 16);
  }
  if (kindOf !== undefined) key += `,${machines.map(kindOf).join(' ')}`;
  for (const [i, u] of machines.entries())
    for (let j = 0; j < i; j++) {
      const between = links(u, machines[j] ?? 0);
      if (between !== 1) key += `,${j} ${i} ${between}`;
    }
  return key;
}

/** Sets have 30 machines at most. */
const MOST = 32;
const SETS = 2 ** 30;
const KINDS = { pair: 1, atLeast: 2, joined: 3, beside: 4 } as const;

/** A whole number that no other constraint has. */
function codeOf({ kind, isSo, a, b, set, least }: Constraint): number {
  return ((((2 * KINDS[kind] + (isSo ? 1 : 0)) * MOST + a) * MOST + b) * MOST + least) * SETS + set;
}

function at(numbers: Int32Array, i: number): number {
  return numbers[i] ?? 0;
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
  const codes = new Set(constraints.map(codeOf));
  // Ends of what passes over others, and those that ask, are told apart.
  const single = new Set(
    constraints.flatMap(({ kind, a, b }) => (kind === 'joined' ? [a, b] : kind === 'beside' ? [a] : [])),
  );
  const everybody = Array.from({ length: size }, (_, v) => v);
  const areAlike = (u: number, v: number): boolean => {
    const swapped = Int32Array.from(everybody);
    swapped[u] = v;
    swapped[v] = u;
    return (
      constraints.every((one) => {
        const code = codeOf(rename(one, swapped));
        const owner = ownerOf(one);
        return one.kind === 'pair' || owner === u || owner === v ? codes.has(code) : code === codeOf(one);
      }) && everybody.every((w) => w === u || w === v || links(u, w) === links(v, w))
    );
  };
  const first: number[] = [];
  for (const v of everybody) {
    const alike = single.has(v)
      ? undefined
      : everybody.find((u) => u < v && first[u] === u && !single.has(u) && areAlike(u, v));
    first.push(alike ?? v);
  }
  return first;
}

/** The machine that meets others for the constraint; of a pair, and of what passes over others, none. */
export function ownerOf({ kind, a, b }: Constraint): number | undefined {
  return kind === 'atLeast' ? a : kind === 'beside' ? b : undefined;
}

/** @param numbers by machine: the new one. */
function rename(one: Constraint, numbers: Int32Array): Constraint {
  const { kind, isSo, least } = one;
  let set = 0;
  for (let rest = one.set; rest !== 0; rest &= rest - 1) set |= 1 << at(numbers, lowestOf(rest));
  const [a, b] = [at(numbers, one.a), at(numbers, one.b)];
  // Both ends of these are the same.
  const isTurned = a > b && (kind === 'pair' || kind === 'joined');
  return { kind, isSo, a: isTurned ? b : a, b: isTurned ? a : b, set, least };
}

/** Numbers that are equal for machines with the same part, as far as one look at the others' numbers tells. */
function coloursOf(constraints: readonly Constraint[], before: Int32Array): Int32Array<ArrayBuffer> {
  const found = Int32Array.from(before);
  for (const { kind, isSo, a, b, set, least } of constraints) {
    const sort = KINDS[kind] * 100 + least * 2 + (isSo ? 1 : 0);
    const isEven = kind === 'pair' || kind === 'joined';
    // Both ends of a pair, and of what passes over others, are the same.
    const ends = isEven ? mixed(sort, at(before, a) + at(before, b)) : mixed(mixed(sort, at(before, a)), at(before, b));
    let sum = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const v = lowestOf(rest);
      sum = (sum + at(before, v)) | 0;
      found[v] = (at(found, v) + mixed(ends, 1)) | 0;
    }
    const others = mixed(mixed(sort, onesIn(set)), sum);
    found[a] = (at(found, a) + mixed(mixed(others, 2), at(before, b) * 2 + ((set >> a) & 1))) | 0;
    if (b !== a)
      found[b] = (at(found, b) + mixed(mixed(others, isEven ? 2 : 3), at(before, a) * 2 + ((set >> b) & 1))) | 0;
  }
  return found;
}

function mixed(hash: number, part: number): number {
  return Math.imul(hash ^ part, 0x01000193) ^ (hash >>> 13);
}
