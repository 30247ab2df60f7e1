import { type Conjunction, type Constraint, ownerOf } from './conjunction.js';

/** A machine with a part in the conjunction, and what it has met so far. */
interface Cell {
  readonly role: number;
  /** Per constraint of the role, how many it has met; of each machine that asks, whether it is connected to it. */
  readonly met: readonly number[];
  /** How many more it has to meet at least. */
  readonly missing: number;
  /** Of which machines that ask it still matters to it whom they are connected to, as a mask. */
  readonly asks: number;
  /** Is it connected to one that asks? */
  readonly isAsked: boolean;
}

/** No connection can be made: it breaks a constraint. */
export const BROKEN = -1;

/** What machines may have met, as small numbers: a count compares and changes them thousands of times. */
export class Cells {
  /** The machines that `beside` constraints start from. */
  readonly asking: readonly number[];
  /** Per machine, the constraints that count what it meets. */
  readonly own: readonly (readonly Constraint[])[];
  private readonly cells: Cell[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly connected = new Map<number, number>();
  private readonly plain = new Map<number, number>();

  /** @param role per machine: the first that it can change places with. */
  constructor(
    { constraints, size }: Conjunction,
    private readonly role: readonly number[],
  ) {
    this.asking = [...new Set(constraints.flatMap(({ kind, a }) => (kind === 'beside' ? [a] : [])))];
    this.own = Array.from({ length: size }, (_, v) => constraints.filter((one) => ownerOf(one) === v));
  }

  /** Of a machine that has met nobody. */
  first(role: number): number {
    return this.numberOf({ role, met: [...(this.own[role] ?? []), ...this.asking].map(() => 0) });
  }

  roleOf(cell: number): number {
    return this.at(cell).role;
  }

  /**
   * What a machine has met when it is connected to one more, which has met `theirs`; or BROKEN. `other`: that one, or
   * one with the same part.
   */
  meets(cell: number, other: number, theirs: number): number {
    const key = (cell * 32 + other) * 65_536 + theirs;
    const known = this.connected.get(key);
    if (known !== undefined) return known;
    const found = this.findMet(this.at(cell), other, this.at(theirs).met);
    this.connected.set(key, found);
    return found;
  }

  private findMet({ role, met }: Cell, other: number, theirs: readonly number[]): number {
    const own = this.own[role] ?? [];
    const found = [...met];
    for (const [i, { kind, set, least, isSo, a }] of own.entries()) {
      let counts: boolean;
      if (kind === 'atLeast') counts = ((set >> other) & 1) === 1;
      else if (other === a) counts = ((set >> role) & 1) === 1 || ((set >> a) & 1) === 1;
      else
        counts =
          ((set >> other) & 1) === 1 && theirs[theirs.length - this.asking.length + this.asking.indexOf(a)] === 1;
      if (!counts) continue;
      const most = kind === 'atLeast' ? least : 1;
      found[i] = Math.min((found[i] ?? 0) + 1, most);
      if (!isSo && found[i] === most) return BROKEN;
    }
    const asks = this.asking.indexOf(this.role[other] ?? -1);
    if (asks >= 0) found[own.length + asks] = 1;
    return this.numberOf({ role, met: found });
  }

  /** How many more it has to meet at least. */
  missing(cell: number): number {
    return this.at(cell).missing;
  }

  /** Of which machines that ask it still matters to it whom they are connected to, as a mask. */
  asksOf(cell: number): number {
    return this.at(cell).asks;
  }

  /** Is it connected to one that asks, as far as that matters to somebody? */
  isAsked(cell: number): boolean {
    return this.at(cell).isAsked;
  }

  /** The same without those that ask and that matter to nobody any more: all but the mask. */
  without(cell: number, mask: number): number {
    const key = mask * 65_536 + cell;
    const known = this.plain.get(key);
    if (known !== undefined) return known;
    const { role, met } = this.at(cell);
    const from = met.length - this.asking.length;
    const found = this.numberOf({
      role,
      met: met.map((value, i) => (i < from || (mask >> (i - from)) & 1 ? value : 0)),
    });
    this.plain.set(key, found);
    return found;
  }

  private at(cell: number): Cell {
    const found = this.cells[cell];
    if (found === undefined) throw new RangeError(`no cell ${cell}`);
    return found;
  }

  private numberOf({ role, met }: Pick<Cell, 'role' | 'met'>): number {
    const name = `${role} ${met.join('.')}`;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    let [missing, asks] = [0, 0];
    for (const [i, { kind, a, isSo, least }] of (this.own[role] ?? []).entries()) {
      const most = kind === 'atLeast' ? least : 1;
      if (isSo) missing = Math.max(missing, most - (met[i] ?? 0));
      if (kind === 'beside' && !(isSo && met[i] === 1)) asks |= 1 << this.asking.indexOf(a);
    }
    const isAsked = met.slice(met.length - this.asking.length).includes(1);
    this.numbers.set(name, this.cells.length);
    return this.cells.push({ role, met, missing, asks, isAsked }) - 1;
  }
}
