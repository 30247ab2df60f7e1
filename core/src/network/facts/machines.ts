import type { VertexId } from '../../model/model.js';
import { linksBetween } from '../linksBetween.js';
import { bitOf } from '../patterns/weights.js';
import type { Topology } from '../topology.js';
import { type Constraint, nameOfRow } from './conjunction.js';
import type { Fact } from './fact.js';

/** Sets of machines are masks of numbers with 32 bits. */
export const MOST_MACHINES = 30;

/** The machines that facts are about, by small numbers, in a network without relays whose links carry both ways. */
export class Machines {
  /** By machine: those that it has a link to, as masks. */
  readonly linked = new Int32Array(MOST_MACHINES);
  private readonly numbers = new Map<VertexId, number>();
  private readonly between: ReturnType<typeof linksBetween>;
  /** By two machines: how many links there are between them. */
  private readonly counts = new Int32Array(MOST_MACHINES * MOST_MACHINES);
  private readonly bits = new Map<number, bigint>();
  private readonly vertices: VertexId[] = [];
  private apart: boolean | undefined;
  private names = 0;
  /** How many rows were made. */
  rows = 0;

  /** @param kinds by vertex: those of one kind can change places, and the answer to the question stays the same. */
  constructor(
    private readonly topology: Topology,
    private readonly kinds?: readonly number[],
  ) {
    this.between = linksBetween(topology.model);
  }

  /** How many links there are in all. */
  get links(): number {
    return this.topology.model.links.length;
  }

  /** Machines with equal numbers can change places. */
  readonly kindOf = (machine: number): number => this.kindOfVertex(this.vertexOf(machine));

  private kindOfVertex(vertex: VertexId): number {
    return this.kinds?.[vertex] ?? vertex;
  }

  /** Can no two change places? */
  get areApart(): boolean {
    return (this.apart ??= this.classes().length === 0);
  }

  /** A number that no other row has. */
  nextRow(): number {
    return this.names++;
  }

  /** Sets of vertices that can change places with each other, two at least in each. */
  classes(): VertexId[][] {
    const found = new Map<number, VertexId[]>();
    this.between.forEach((_, vertex) => {
      const kind = this.kindOfVertex(vertex);
      found.set(kind, [...(found.get(kind) ?? []), vertex]);
    });
    return [...found.values()].filter(({ length }) => length > 1);
  }

  readonly linksBetween = (a: number, b: number): number => this.counts[a * MOST_MACHINES + b] ?? 0;

  /** The links between two machines, as bits of a set of cuts. */
  readonly bitsBetween = (a: number, b: number): bigint => {
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
  };

  /**
   * The fact as a constraint; true or false if it is so, or not, under every cut. Undefined: it cannot be written as
   * one.
   */
  constraintOf(fact: Fact): Constraint | boolean | undefined {
    const one = this.written(fact);
    return this.vertices.length > MOST_MACHINES ? undefined : one;
  }

  private written(fact: Fact): Constraint | boolean | undefined {
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
        if (a === b) return ((over >> a) & 1) === 1 || undefined;
        return { kind: 'beside', isSo, a, b, set: over, least };
      }
    }
  }

  /** The same for all sets of cut links that differ only in the names of machines, nearly always; and for no others. */
  nameOfCuts(links: readonly number[]): string {
    const cuts = links.map((link): Constraint => {
      const { a = -1, b = -1 } = this.topology.model.links[link] ?? {};
      return { kind: 'pair', isSo: false, a: this.numberOf(a), b: this.numberOf(b), set: 0, least: 0 };
    });
    return nameOfRow(cuts, this.linksBetween, this.kindOf);
  }

  private vertexOf(machine: number): VertexId {
    return this.vertices[machine] ?? -1;
  }

  private numberOf(vertex: VertexId): number {
    const known = this.numbers.get(vertex);
    if (known !== undefined) return known;
    const number = this.vertices.push(vertex) - 1;
    this.numbers.set(vertex, number);
    const neighbours = this.between[vertex];
    for (const [other, machine] of this.numbers) {
      const links = neighbours?.get(other) ?? 0;
      if (links === 0 || number >= MOST_MACHINES) continue;
      this.counts[number * MOST_MACHINES + machine] = this.counts[machine * MOST_MACHINES + number] = links;
      this.linked[number] = (this.linked[number] ?? 0) | (1 << machine);
      this.linked[machine] = (this.linked[machine] ?? 0) | (1 << number);
    }
    return number;
  }

  private maskOf(vertices: readonly VertexId[]): number {
    return maskOf(vertices.map((vertex) => this.numberOf(vertex)));
  }
}

function maskOf(machines: readonly number[]): number {
  return machines.reduce((mask, machine) => mask | (1 << machine), 0);
}
