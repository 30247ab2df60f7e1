import { membersOf, onesIn } from '../../base/bits.js';
import type { Constraint } from './conjunction.js';
import { waysOf } from './ways.js';

/** Is there a link at all between two machines? */
type Linked = (a: number, b: number) => boolean;

/**
 * What a row of facts tells of single connections: which are there, and which are not. It does not find all that
 * follows from the row, but nothing that does not.
 */
export class KnownLinks {
  private constructor(
    /** By machine: those that it is connected to, and those that it is not connected to, as masks. */
    private readonly up: readonly number[],
    private readonly cut: readonly number[],
    private readonly linked: Linked,
  ) {}

  static none(linked: Linked): KnownLinks {
    return new KnownLinks([], [], linked);
  }

  /** With these as well; undefined: they are against each other. */
  with(constraints: readonly Constraint[]): KnownLinks | undefined {
    const found = new KnownLinks([...this.up], [...this.cut], this.linked);
    let before: number;
    do {
      before = found.count();
      for (const one of constraints) if (!found.learn(one)) return undefined;
    } while (found.count() > before);
    return found;
  }

  /** Is it so under each cut that agrees with what is known, or under none of them? Undefined: neither is known. */
  decides(one: Constraint): boolean | undefined {
    if (waysOf(one, this.isUp) !== undefined) return true;
    return waysOf(one, this.mayBeUp) === undefined ? false : undefined;
  }

  /** The connections that are known, as constraints. */
  pairs(): Constraint[] {
    const found: Constraint[] = [];
    for (const [isSo, masks] of [
      [true, this.up],
      [false, this.cut],
    ] as const)
      masks.forEach((mask, a) => {
        for (const b of membersOf(mask ?? 0))
          if (a < b && this.linked(a, b)) found.push({ kind: 'pair', isSo, a, b, set: 0, least: 0 });
      });
    return found;
  }

  /** The same constraint about the connections that are not known; undefined: it follows from those that are. */
  rest(one: Constraint): Constraint | undefined {
    if (one.kind === 'pair' || this.decides(one) !== undefined) return undefined;
    if (one.kind !== 'atLeast') return one;
    const [up, cut] = [this.up[one.a] ?? 0, this.cut[one.a] ?? 0];
    return { ...one, set: one.set & ~up & ~cut, least: one.least - onesIn(one.set & up) };
  }

  private readonly isUp = (a: number, b: number): boolean => (((this.up[a] ?? 0) >> b) & 1) === 1;

  private readonly mayBeUp = (a: number, b: number): boolean =>
    (((this.cut[a] ?? 0) >> b) & 1) === 0 && this.linked(a, b);

  private count(): number {
    let found = 0;
    for (const mask of this.up) found += onesIn(mask ?? 0);
    for (const mask of this.cut) found += onesIn(mask ?? 0);
    return found;
  }

  /** False: it is against what is known. */
  private learn(one: Constraint): boolean {
    const decided = this.decides(one);
    if (decided !== undefined) return decided === one.isSo && this.learnPair(one);
    const { kind, a, b, set, least, isSo } = one;
    switch (kind) {
      case 'pair':
        return this.learnPair(one);
      case 'atLeast': {
        const open = membersOf(set).filter((v) => this.mayBeUp(a, v));
        const isExact = isSo ? open.length === least : onesIn(set & (this.up[a] ?? 0)) === least - 1;
        if (isExact) for (const v of open) if (!this.isUp(a, v)) this.note(a, v, isSo);
        return true;
      }
      case 'beside':
        if (isSo) return true;
        for (const v of membersOf(set)) {
          if (v === a || v === b || this.isUp(a, v)) this.note(v === b ? a : v, b, false);
          if (v !== a && v !== b && this.isUp(v, b)) this.note(a, v, false);
        }
        return true;
      case 'joined':
        if (!isSo) for (const u of this.around(a, set)) for (const v of this.around(b, set)) this.note(u, v, false);
        return true;
    }
  }

  /** Those that the machine is known to be connected to over others of the set. */
  private around(machine: number, set: number): number[] {
    const met = [machine];
    for (const at of met)
      for (const next of membersOf(set)) if (!met.includes(next) && this.isUp(at, next)) met.push(next);
    return met;
  }

  private learnPair({ kind, a, b, isSo }: Constraint): boolean {
    if (kind === 'pair') this.note(a, b, isSo);
    return true;
  }

  private note(a: number, b: number, isSo: boolean): void {
    const masks = (isSo ? this.up : this.cut) as number[];
    masks[a] = (masks[a] ?? 0) | (1 << b);
    masks[b] = (masks[b] ?? 0) | (1 << a);
  }
}
