import { lowestOf, onesIn } from '../../base/bits.js';
import type { Constraint } from './conjunction.js';
import { flood, isSoWith } from './ways.js';

/** By machine: those to which it has a link, as masks. It may grow while further machines are asked about. */
export type Linked = ArrayLike<number>;

/** Machines have numbers below this one. */
const MOST = 32;

/**
 * What a row of facts tells of single connections: which are there, and which are not. It does not find all that
 * follows from the row, but nothing that does not.
 */
export class KnownLinks {
  private constructor(
    /** By machine, as masks: those that it is connected to, then those that it is not connected to. */
    private readonly masks: Int32Array,
    private readonly linked: Linked,
  ) {}

  static none(linked: Linked): KnownLinks {
    return new KnownLinks(new Int32Array(2 * MOST), linked);
  }

  /** With these as well; undefined: they are against each other. */
  with(constraints: readonly Constraint[]): KnownLinks | undefined {
    const found = new KnownLinks(Int32Array.from(this.masks), this.linked);
    do {
      found.hasGrown = false;
      for (const one of constraints) if (!found.learn(one)) return undefined;
    } while (found.hasGrown);
    return found;
  }

  /** Has anything been learnt that was not known? */
  private hasGrown = false;

  /** Is it so under each cut that agrees with what is known, or under none of them? Undefined: neither is known. */
  decides(one: Constraint): boolean | undefined {
    if (isSoWith(one, this.isUp)) return true;
    return isSoWith(one, this.mayBeUp) ? undefined : false;
  }

  /** The connections that are known, as constraints. */
  pairs(): Constraint[] {
    const found: Constraint[] = [];
    for (const isSo of [true, false])
      for (let a = 0; a < MOST; a++) {
        const others = (isSo ? this.isUp(a) : this.isCut(a) & this.links(a)) & (-2 << a);
        for (let rest = others; rest !== 0; rest &= rest - 1)
          found.push({ kind: 'pair', isSo, a, b: lowestOf(rest), set: 0, least: 0 });
      }
    return found;
  }

  /** The same constraint about the connections that are not known; undefined: it follows from those that are. */
  rest(one: Constraint): Constraint | undefined {
    if (one.kind === 'pair' || this.decides(one) !== undefined) return undefined;
    if (one.kind !== 'atLeast') return one;
    const [up, cut] = [this.isUp(one.a), this.isCut(one.a)];
    if ((one.set & (up | cut)) === 0) return one;
    return { ...one, set: one.set & ~up & ~cut, least: one.least - onesIn(one.set & up) };
  }

  /** Those that the machine is connected to, as a mask. */
  private readonly isUp = (machine: number): number => this.masks[machine] ?? 0;

  private isCut(machine: number): number {
    return this.masks[MOST + machine] ?? 0;
  }

  private links(machine: number): number {
    return this.linked[machine] ?? 0;
  }

  /** Those that it may be connected to. */
  private readonly mayBeUp = (machine: number): number => this.links(machine) & ~this.isCut(machine);

  /** False: it is against what is known. */
  private learn(one: Constraint): boolean {
    const { kind, a, b, set, least, isSo } = one;
    const decided = this.decides(one);
    if (decided !== undefined && decided !== isSo) return false;
    if (kind === 'pair') this.noteAll(a, 1 << b, isSo);
    if (kind === 'pair' || decided !== undefined) return true;
    const up = this.isUp(a);
    if (kind === 'atLeast') {
      const open = set & this.mayBeUp(a);
      const isExact = isSo ? onesIn(open) === least : onesIn(set & up) === least - 1;
      if (isExact) this.noteAll(a, open & ~up, isSo);
    } else if (!isSo && kind === 'joined') {
      const there = flood(b, set, this.isUp);
      for (let rest = flood(a, set, this.isUp); rest !== 0; rest &= rest - 1)
        this.noteAll(lowestOf(rest), there, false);
    } else if (!isSo) {
      // A machine of the set that is connected to the one is not connected to the other.
      const ends = (1 << a) | (1 << b);
      if ((set & ends) !== 0) this.noteAll(a, 1 << b, false);
      this.noteAll(b, set & up & ~ends, false);
      this.noteAll(a, set & this.isUp(b) & ~ends, false);
    }
    return true;
  }

  private noteAll(a: number, others: number, isSo: boolean): void {
    const from = isSo ? 0 : MOST;
    const before = this.masks[from + a] ?? 0;
    if ((others & ~before) === 0) return;
    this.hasGrown = true;
    this.masks[from + a] = before | others;
    for (let rest = others; rest !== 0; rest &= rest - 1) {
      const b = lowestOf(rest);
      this.masks[from + b] = (this.masks[from + b] ?? 0) | (1 << a);
    }
  }
}
