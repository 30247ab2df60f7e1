import type { Model } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { subsetCount } from '../network/families.js';
import type { LinkWorld } from '../network/linkWorld.js';
import { MinimalCauses } from './causes.js';
import type { Sweep } from './question.js';

/** How a run begins: what is broken besides links, and the links that are decided before anything is asked. */
export interface Start {
  readonly part: Cause;
  /** As `LinkWorld.begin` takes them. */
  readonly decisions: readonly number[];
}

/** The runs of one layer, which all cut the same number of links: the next layer cuts one more link of each. */
export class Leaves {
  private readonly parts: Cause[] = [];
  /** Of each run: its part, how many decisions it began with, how many it has, and these. */
  private readonly rows: number[] = [];
  /** How many runs the next layer has. */
  count = 0;

  /** `decisions`: all of the run, those that it began with first. */
  add({ part, decisions: { length: given } }: Start, decisions: readonly number[]): void {
    if (given === decisions.length) return;
    this.count += decisions.length - given;
    if (this.parts.at(-1) !== part) this.parts.push(part);
    this.rows.push(this.parts.length - 1, given, decisions.length);
    for (const decision of decisions) this.rows.push(decision);
  }

  /** Every link that a run found up after those that it began with is cut instead, and what came before it stays. */
  *starts(): Generator<Start> {
    for (let at = 0; at < this.rows.length; ) {
      const [place = 0, given = 0, length = 0] = this.rows.slice(at, at + 3);
      const decisions = this.rows.slice(at + 3, at + 3 + length);
      const part = this.parts[place];
      at += 3 + length;
      for (let last = given; part !== undefined && last < length; last++)
        yield { part, decisions: [...decisions.slice(0, last), ~(decisions[last] ?? 0)] };
    }
  }
}

/** What runs of a sweep found, per bit of its answer. */
export class Found {
  /** Runs that stand for equally many faults are counted together: by their undecided links and those they cut. */
  private readonly tally: readonly Map<number, number>[];

  private constructor(
    private readonly model: Model,
    private readonly causes: readonly MinimalCauses[],
  ) {
    this.tally = causes.map(() => new Map<number, number>());
  }

  /** Nothing so far. `bits`: of an answer. */
  static nothing(model: Model, bits: number): Found {
    return new Found(
      model,
      Array.from({ length: bits }, () => new MinimalCauses(model)),
    );
  }

  /** For the runs of the next layer. */
  next(): Found {
    return new Found(
      this.model,
      this.causes.map((causes) => causes.next()),
    );
  }

  note(answer: number, world: LinkWorld, part: Cause): void {
    const key = world.undecidedCount() * (this.model.links.length + 1) + world.cutCount;
    let cause: Cause | undefined;
    for (const [bit, counts] of this.tally.entries()) {
      if (((answer >> bit) & 1) === 0) continue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      cause ??= { ...part, links: world.decidedCuts() };
      this.causes[bit]?.add(cause);
    }
  }

  /** Adds what the runs of a layer found. The next layer cuts more links than `cuts`. */
  addLayer(other: Found, cuts: number): void {
    for (const [bit, counts] of other.tally.entries()) {
      const mine = this.tally[bit];
      for (const [key, times] of counts) mine?.set(key, (mine.get(key) ?? 0) + times);
    }
    for (const [bit, causes] of this.causes.entries()) {
      const found = other.causes[bit];
      if (found !== undefined) causes.addAll(found);
      causes.grownTo(cuts);
    }
  }

  /** For faults with at most this many cut links, where no run cut more. */
  upTo(most: number): Pick<Sweep, 'faults' | 'causes'> {
    const sides = this.model.links.length + 1;
    const faults = this.tally.map((counts) => {
      let sum = 0n;
      for (const [key, times] of counts) {
        const cut = key % sides;
        // Without another cut, nothing that is undecided is broken.
        sum += BigInt(times) * (cut >= most ? 1n : subsetCount(Math.floor(key / sides), most - cut));
      }
      return sum;
    });
    return { faults, causes: this.causes.map((causes) => causes.smallest()) };
  }
}
