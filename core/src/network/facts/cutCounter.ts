import type { Topology } from '../topology.js';
import { type Conjunction, conjunctionOf, type Constraint, independentParts } from './conjunction.js';
import { type Budget, countCuts, type Counted } from './counting.js';
import type { Machines } from './machines.js';

/**
 * A count with the steps that it took. A question that finds it counted already pays for it nevertheless: how far a
 * question gets must not depend on those before it.
 */
interface Kept {
  readonly counted: Counted;
  readonly steps: number;
}

/** Questions about one network count the same things. */
const counts = new WeakMap<Topology, Map<string, Kept>>();

/** Counts cuts under which facts are so, and others not. */
export class CutCounter {
  private readonly known: Map<string, Kept>;
  /** What was counted for this question. */
  private readonly charged = new Set<string>();

  constructor(
    topology: Topology,
    private readonly machines: Machines,
    private readonly budget: Budget,
  ) {
    this.known = counts.get(topology) ?? new Map<string, Kept>();
    counts.set(topology, this.known);
  }

  /**
   * How many cuts of all links there are under which all of these hold. Parts that are about different links are
   * counted by themselves. Undefined: it takes more than the budget has.
   */
  *count(constraints: readonly Constraint[]): Generator<void, bigint | undefined> {
    let whole: Counted = { sets: 1n, links: 0 };
    for (const part of independentParts(constraints)) {
      const counted = yield* this.countedPart(part);
      if (counted === undefined) return undefined;
      whole = { sets: whole.sets * counted.sets, links: whole.links + counted.links };
    }
    return whole.sets << BigInt(this.machines.links - whole.links);
  }

  private *countedPart(constraints: readonly Constraint[]): Generator<void, Counted | undefined> {
    const { linksBetween } = this.machines;
    const [only] = constraints.length === 1 ? constraints : [];
    if (only?.kind === 'pair') {
      const links = linksBetween(only.a, only.b);
      return { sets: only.isSo ? (1n << BigInt(links)) - 1n : 1n, links };
    }
    const conjunction = conjunctionOf(constraints, linksBetween);
    const { key, machines } = conjunction;
    const known = this.known.get(key);
    if (known !== undefined) {
      if (!this.charged.has(key)) this.budget.steps -= known.steps;
      this.charged.add(key);
      return this.budget.steps > 0 ? known.counted : undefined;
    }
    if (!isCounted(conjunction)) return undefined;
    const before = this.budget.steps;
    const counted = yield* countCuts(
      conjunction,
      (a, b) => linksBetween(machines[a] ?? 0, machines[b] ?? 0),
      this.budget,
    );
    if (counted === undefined) return undefined;
    this.known.set(key, { counted, steps: before - this.budget.steps });
    this.charged.add(key);
    return counted;
  }
}

/** Can it be counted? News must pass over the same machines, and one that asks must not be in another one's way. */
function isCounted({ constraints }: Conjunction): boolean {
  const overs = constraints.filter(({ kind }) => kind === 'joined');
  const asking = constraints.flatMap(({ kind, a }) => (kind === 'beside' ? [a] : []));
  return (
    overs.length <= 15 &&
    overs.every(({ a, b, set }) => set === overs[0]?.set && (set >> a) & 1 && (set >> b) & 1) &&
    constraints.every(
      ({ kind, a, b, set }) =>
        kind !== 'beside' || asking.every((one) => one !== b && (one === a || ((set >> one) & 1) === 0)),
    )
  );
}
