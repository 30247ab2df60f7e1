import { onesIn } from '../../base/bits.js';
import { conjunctionOf, type Constraint } from './conjunction.js';
import type { Fact } from './fact.js';
import { KnownLinks } from './knownLinks.js';
import type { Machines } from './machines.js';
import type { Possible } from './possible.js';

/** A question that asks for more facts than these in one run asks for links, and nothing is gained. */
const MOST_FACTS = 100;

/**
 * A row of facts that are so or are not so, for the cuts under which all of it holds. What follows from others is left
 * out, and what is known of single connections takes the place of what says so.
 */
export class Row implements Possible {
  private name: string | undefined;

  private constructor(
    private readonly machines: Machines,
    private readonly known: KnownLinks,
    /** All but single connections. */
    private readonly others: readonly Constraint[],
  ) {}

  /** All cuts. */
  static all(machines: Machines): Row {
    return new Row(
      machines,
      KnownLinks.none((a, b) => machines.linksBetween(a, b) > 0),
      [],
    );
  }

  get constraints(): readonly Constraint[] {
    return [...this.known.pairs(), ...this.others];
  }

  /**
   * Equal names: the rows differ only in the names of machines that can change places. Nearly always the other way
   * round, too.
   */
  get key(): string {
    return (this.name ??= this.machines.areApart
      ? `row ${this.machines.nextRow()}`
      : conjunctionOf(this.constraints, this.machines.linksBetween, this.machines.kindOf).key);
  }

  /** A row may hold under no cut where it does not show that its facts are against each other. */
  split(fact: Fact): { readonly yes: Row | undefined; readonly no: Row | undefined } | undefined {
    if (this.machines.isExceeded) return undefined;
    const one = this.machines.constraintOf(fact);
    if (this.others.length >= MOST_FACTS) this.machines.giveUp();
    if (typeof one === 'boolean') return one ? { yes: this, no: undefined } : { yes: undefined, no: this };
    const yes = this.with(one);
    const no = this.with({ ...one, isSo: false });
    if (yes === undefined) return { yes, no: this };
    return no === undefined ? { yes: this, no } : { yes, no };
  }

  private with(one: Constraint): Row | undefined {
    const { others } = this;
    if (others.some((other) => other.isSo !== one.isSo && follows({ ...one, isSo: other.isSo }, other)))
      return undefined;
    const known = this.known.with([...others, one]);
    if (known === undefined) return undefined;
    const rest = [...others, one].flatMap((each) => known.rest(each) ?? []);
    const isLeftOut = (each: Constraint, i: number): boolean =>
      rest.some(
        (other, j) => i !== j && each.isSo === other.isSo && follows(each, other) && (j < i || !follows(other, each)),
      );
    return new Row(
      this.machines,
      known,
      rest.filter((each, i) => !isLeftOut(each, i)),
    );
  }
}

/** Is the first so wherever the second is; or not so wherever the second is not? False if that is not known. */
function follows(one: Constraint, from: Constraint): boolean {
  if (one.kind !== from.kind || one.a !== from.a || one.b !== from.b) return false;
  if (one.kind !== 'atLeast') return one.set === from.set;
  return from.isSo
    ? from.least - onesIn(from.set & ~one.set) >= one.least
    : from.least - 1 + onesIn(one.set & ~from.set) < one.least;
}
