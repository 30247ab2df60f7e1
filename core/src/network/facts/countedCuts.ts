import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';
import { type Conjunction, conjunctionOf, type Constraint, independentParts, isPairOf } from './conjunction.js';
import { type Budget, countCuts, type Counted } from './counting.js';
import type { Fact } from './fact.js';
import { bitOf, type CutSet } from '../patterns/weights.js';
import { smallestCuts } from './smallestCuts.js';
import type { Possible } from './possible.js';

/** Sets of machines are masks of numbers with 32 bits. */
const MOST_MACHINES = 30;
/** A question that asks for more facts than these in one run asks for links, and nothing is gained. */
const MOST_FACTS = 24;

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

/** Counts cuts under which facts are so, and others not, in a network without relays whose links carry both ways. */
export class CutCounter {
  private readonly numbers = new Map<VertexId, number>();
  /** By two vertices: how many links there are between them. */
  private readonly between: ReadonlyMap<VertexId, ReadonlyMap<VertexId, number>>;
  private readonly known: Map<string, Kept>;
  /** What was counted for this question. */
  private readonly charged = new Set<string>();
  private readonly bits = new Map<number, bigint>();
  private readonly machines: VertexId[] = [];
  private exceeded = false;
  private pending:
    | { readonly key: string; readonly counting: Generator<void, Counted | undefined>; readonly before: number }
    | undefined;

  constructor(
    private readonly topology: Topology,
    private readonly budget: Budget,
  ) {
    this.known = counts.get(topology) ?? new Map<string, Kept>();
    counts.set(topology, this.known);
    const between = topology.model.vertices.map(() => new Map<VertexId, number>());
    for (const { a, b } of topology.model.links) {
      between[a]?.set(b, (between[a].get(b) ?? 0) + 1);
      between[b]?.set(a, (between[b].get(a) ?? 0) + 1);
    }
    this.between = new Map(between.entries());
  }

  get links(): number {
    return this.topology.model.links.length;
  }

  /** Has something taken more than the budget, so that no answer counts? */
  get isExceeded(): boolean {
    return this.exceeded;
  }

  /** Is an answer not known yet, so that no answer counts before `catchUp`? */
  get isWaiting(): boolean {
    return this.pending !== undefined;
  }

  all(): CountedCuts {
    return new CountedCuts(this, [], 1n << BigInt(this.links));
  }

  /** The machine of a constraint. */
  vertexOf(machine: number): VertexId {
    return this.machines[machine] ?? -1;
  }

  /** How many links there are between two machines of constraints. */
  readonly linksBetween = (a: number, b: number): number =>
    this.between.get(this.vertexOf(a))?.get(this.vertexOf(b)) ?? 0;

  /** The fact as a constraint; true or false if it is so, or not, under every cut. */
  constraintOf(fact: Fact): Constraint | boolean {
    const [isSo, set, least] = [true, 0, 0];
    switch (fact.kind) {
      case 'pair': {
        const [a, b] = [this.numberOf(fact.a), this.numberOf(fact.b)];
        return this.linksBetween(a, b) > 0 && { kind: 'pair', isSo, a, b, set, least };
      }
      case 'atLeast': {
        const a = this.numberOf(fact.of);
        const others = fact.others.map((other) => this.numberOf(other)).filter((b) => this.linksBetween(a, b) > 0);
        if (fact.least <= 0) return true;
        if (fact.least > others.length) return false;
        return { kind: 'atLeast', isSo, a, b: a, set: maskOf(others), least: fact.least };
      }
      case 'joined': {
        const [a, b] = [this.numberOf(fact.a), this.numberOf(fact.b)];
        return a === b || { kind: 'joined', isSo, a, b, set: this.maskOf(fact.over), least };
      }
      case 'beside': {
        const [a, b] = [this.numberOf(fact.from), this.numberOf(fact.to)];
        const over = this.maskOf(fact.over);
        if (a === b) return ((over >> a) & 1) === 1 || this.giveUp();
        return { kind: 'beside', isSo, a, b, set: over, least };
      }
    }
  }

  /** How many cuts of all links there are under which all of these hold. */
  count(constraints: readonly Constraint[]): bigint {
    const { sets, links } = this.counted(constraints);
    return sets << BigInt(this.links - links);
  }

  /** How many links are cut by the smallest of them. */
  least(constraints: readonly Constraint[]): number {
    return this.counted(constraints).least;
  }

  /** As in `smallestCuts`, in links of the model. */
  smallestCuts(constraints: readonly Constraint[], most: number, budget: Budget): CutSet[] | undefined {
    return smallestCuts(constraints, { between: (a, b) => this.bitsBetween(a, b) }, most, budget);
  }

  private bitsBetween(a: number, b: number): bigint {
    const key = a * MOST_MACHINES + b;
    const known = this.bits.get(key);
    if (known !== undefined) return known;
    const [u, v] = [this.vertexOf(a), this.vertexOf(b)];
    let bits = 0n;
    this.topology.model.links.forEach((link, i) => {
      if ((link.a === u && link.b === v) || (link.a === v && link.b === u)) bits |= bitOf(i, this.links);
    });
    this.bits.set(key, bits);
    return bits;
  }

  /** Parts that are about different links are counted by themselves. */
  private counted(constraints: readonly Constraint[]): Counted {
    let whole: Counted = { sets: 1n, least: 0, links: 0 };
    for (const part of independentParts(constraints)) {
      const { sets, least, links } = this.countedPart(part);
      whole = { sets: whole.sets * sets, least: whole.least + least, links: whole.links + links };
    }
    return whole;
  }

  private countedPart(constraints: readonly Constraint[]): Counted {
    const none = { sets: 1n, least: 0, links: 0 };
    if (this.exceeded || this.isWaiting) return none;
    if (isContradictory(constraints)) return { sets: 0n, least: Infinity, links: 0 };
    const [only] = constraints.length === 1 ? constraints : [];
    if (only?.kind === 'pair') {
      const links = this.linksBetween(only.a, only.b);
      return { sets: only.isSo ? (1n << BigInt(links)) - 1n : 1n, least: only.isSo ? 0 : links, links };
    }
    const conjunction = conjunctionOf(constraints, this.linksBetween);
    const known = this.known.get(conjunction.key);
    if (known !== undefined) {
      if (!this.charged.has(conjunction.key)) this.budget.steps -= known.steps;
      this.charged.add(conjunction.key);
      if (this.budget.steps > 0) return known.counted;
      this.exceeded = true;
      return none;
    }
    const links = (a: number, b: number): number =>
      this.linksBetween(conjunction.machines[a] ?? 0, conjunction.machines[b] ?? 0);
    if (!isCounted(conjunction)) {
      this.exceeded = true;
      return none;
    }
    const before = this.budget.steps;
    const counting = countCuts(conjunction, links, this.budget);
    const next = counting.next();
    if (next.done === true) return this.note(conjunction.key, next.value, before) ?? none;
    this.pending = { key: conjunction.key, counting, before };
    return none;
  }

  /** Goes on with what takes long: its answer is known afterwards. */
  *catchUp(): Generator<void> {
    if (this.pending === undefined) return;
    const { key, counting, before } = this.pending;
    this.note(key, yield* counting, before);
    this.pending = undefined;
  }

  private note(key: string, counted: Counted | undefined, before: number): Counted | undefined {
    if (counted === undefined) this.exceeded = true;
    else this.known.set(key, { counted, steps: before - this.budget.steps });
    this.charged.add(key);
    return counted;
  }

  /** The question takes more than can be counted. */
  giveUp(): boolean {
    this.exceeded = true;
    return false;
  }

  private numberOf(vertex: VertexId): number {
    const known = this.numbers.get(vertex);
    if (known !== undefined) return known;
    if (this.machines.length >= MOST_MACHINES) {
      this.exceeded = true;
      return 0;
    }
    this.numbers.set(vertex, this.machines.length);
    return this.machines.push(vertex) - 1;
  }

  private maskOf(vertices: readonly VertexId[]): number {
    return maskOf(vertices.map((vertex) => this.numberOf(vertex)));
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

/** The cuts under which some facts are so and others are not, as facts with a count. */
export class CountedCuts implements Possible {
  constructor(
    private readonly counter: CutCounter,
    readonly constraints: readonly Constraint[],
    readonly count: bigint,
  ) {}

  split(fact: Fact): { readonly yes: CountedCuts | undefined; readonly no: CountedCuts | undefined } | undefined {
    if (this.counter.isExceeded || this.counter.isWaiting) return undefined;
    const constraint = this.counter.constraintOf(fact);
    if (this.constraints.length >= MOST_FACTS) this.counter.giveUp();
    if (constraint === true) return { yes: this, no: undefined };
    if (constraint === false) return { yes: undefined, no: this };
    const constraints = [...this.constraints, constraint];
    const yes = this.counter.count(constraints);
    if (this.counter.isExceeded || this.counter.isWaiting) return undefined;
    if (yes === this.count) return { yes: this, no: undefined };
    if (yes === 0n) return { yes: undefined, no: this };
    return {
      yes: new CountedCuts(this.counter, constraints, yes),
      no: new CountedCuts(this.counter, [...this.constraints, { ...constraint, isSo: false }], this.count - yes),
    };
  }
}

function maskOf(machines: readonly number[]): number {
  return machines.reduce((mask, machine) => mask | (1 << machine), 0);
}

/** Must two machines be connected, and must they not? */
function isContradictory(constraints: readonly Constraint[]): boolean {
  const pairs = constraints.filter(({ kind }) => kind === 'pair');
  return pairs.some((one) => pairs.some(({ a, b, isSo }) => isSo !== one.isSo && isPairOf(one, a, b)));
}
