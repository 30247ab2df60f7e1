import { onesIn } from '../../base/bits.js';
import type { CutSet } from '../patterns/weights.js';
import { type Constraint, nameOfRow } from './conjunction.js';
import type { Budget } from './counting.js';
import { type Fact, nameOfFact } from './fact.js';
import { KnownLinks } from './knownLinks.js';
import type { Machines } from './machines.js';
import type { Possible } from './possible.js';
import { smallestCuts } from './smallestCuts.js';

/** A question that asks for more facts than these in one run asks for links, and nothing is gained. */
const MOST_FACTS = 100;

interface Split {
  readonly yes: Row | undefined;
  readonly no: Row | undefined;
}

interface Searched {
  readonly cuts: readonly CutSet[] | undefined;
  readonly steps: number;
}

/**
 * A row of facts that are so or are not so, for the cuts under which all of it holds. What follows from others is left
 * out, and what is known of single connections takes the place of what says so. It remembers what is found out about
 * it: several questions about one network come to the same rows.
 */
export class Row implements Possible {
  private name: string | undefined;
  private whole: readonly Constraint[] | undefined;
  /** By the name of the fact. */
  private readonly splits = new Map<string, Split>();
  /** By the number of cuts. */
  private readonly searched: Searched[] = [];

  private constructor(
    private readonly machines: Machines,
    private readonly known: KnownLinks,
    /** All but single connections. */
    private readonly others: readonly Constraint[],
  ) {
    machines.rows++;
  }

  /** All cuts. */
  static all(machines: Machines): Row {
    return new Row(machines, KnownLinks.none(machines.linked), []);
  }

  get constraints(): readonly Constraint[] {
    return (this.whole ??= [...this.known.pairs(), ...this.others]);
  }

  /**
   * Equal names: the rows differ only in the names of machines that can change places. Nearly always the other way
   * round, too.
   */
  get key(): string {
    return (this.name ??= this.machines.areApart
      ? `row ${this.machines.nextRow()}`
      : nameOfRow(this.constraints, this.machines.linksBetween, this.machines.kindOf));
  }

  /** A row may hold under no cut where it does not show that its facts are against each other. */
  split(fact: Fact): Split | undefined {
    const name = nameOfFact(fact);
    const split = this.splits.get(name) ?? this.findSplit(fact);
    if (split !== undefined) this.splits.set(name, split);
    return split;
  }

  private findSplit(fact: Fact): Split | undefined {
    const one = this.machines.constraintOf(fact);
    if (one === undefined || this.others.length >= MOST_FACTS) return undefined;
    const isSo = typeof one === 'boolean' ? one : this.known.decides(one);
    if (typeof one === 'boolean' || isSo !== undefined) return this.decided(isSo === true);
    // What is left to say of it can be compared with what the row says.
    const open = this.known.rest(one) ?? one;
    const yes = this.with(open);
    const no = this.with({ ...open, isSo: false });
    return yes === undefined || no === undefined ? this.decided(yes !== undefined) : { yes, no };
  }

  private decided(isSo: boolean): Split {
    return isSo ? { yes: this, no: undefined } : { yes: undefined, no: this };
  }

  /** As `smallestCuts`. A question that finds it searched already pays for the search nevertheless. */
  smallestCuts(most: number, budget: Budget): readonly CutSet[] | undefined {
    const known = this.searched[most];
    if (known !== undefined) {
      budget.steps -= known.steps;
      return budget.steps > 0 ? known.cuts : undefined;
    }
    const before = budget.steps;
    const cuts = smallestCuts(this.constraints, this.machines, most, budget);
    if (budget.steps > 0) this.searched[most] = { cuts, steps: before - budget.steps };
    return cuts;
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
