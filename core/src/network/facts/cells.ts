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
  /** Those that ask and that it is connected to, as a mask. */
  readonly asked: number;
}

/** No connection can be made: it breaks a constraint. */
export const BROKEN = -1;

/** What machines may have met, as small numbers: a count compares and changes them thousands of times. */
export class Cells {
  /** The machines that `beside` constraints start from. */
  readonly asking: readonly number[];
  /** Per machine, the constraints that count what it meets. */
  readonly own: readonly (readonly Constraint[])[];
  /** How many masks there are of those that ask. */
  private readonly masks: number;
  private readonly cells: Cell[] = [];
  private readonly numbers = new Map<string, number>();
  /** By cell, the other machine, and what that one has met of those that ask. */
  private readonly connected: number[] = [];
  /** By cell and mask. */
  private readonly plain: number[] = [];

  /** @param role per machine: the first that it can change places with. */
  constructor(
    { constraints, size }: Conjunction,
    private readonly role: readonly number[],
  ) {
    this.asking = [...new Set(constraints.flatMap(({ kind, a }) => (kind === 'beside' ? [a] : [])))];
    this.masks = 2 ** this.asking.length;
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
    const key = (cell * 32 + other) * this.masks + this.at(theirs).asked;
    return (this.connected[key] ??= this.findMet(this.at(cell), other, this.at(theirs).met));
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
    return this.at(cell).asked !== 0;
  }

  /** The same without those that ask and that matter to nobody any more: all but the mask. */
  without(cell: number, mask: number): number {
    const { asked } = this.at(cell);
    if ((asked & ~mask) === 0) return cell;
    return (this.plain[cell * this.masks + mask] ??= this.findPlain(this.at(cell), mask));
  }

  private findPlain({ role, met }: Cell, mask: number): number {
    const from = met.length - this.asking.length;
    return this.numberOf({ role, met: met.map((value, i) => (i < from || (mask >> (i - from)) & 1 ? value : 0)) });
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
    let asked = 0;
    for (const i of this.asking.keys()) if (met[met.length - this.asking.length + i] === 1) asked |= 1 << i;
    this.numbers.set(name, this.cells.length);
    return this.cells.push({ role, met, missing, asks, asked }) - 1;
  }
}
