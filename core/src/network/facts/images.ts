import type { Model, VertexId } from '../../model/model.js';
import { bitOf, type CutSet, linksOf } from '../patterns/weights.js';
import type { Topology } from '../topology.js';
import type { Budget } from './counting.js';

/** Which images are asked for. */
interface Asked {
  /** Machines that can change places with each other, at least two in each. */
  readonly classes: readonly (readonly VertexId[])[];
  readonly most: number;
  readonly budget: Budget;
}

/**
 * The first of the sets of cuts that a set becomes when machines change places, by order of declaration. Undefined: it
 * takes more steps than the budget has.
 */
export function firstImages({ model }: Topology, cuts: CutSet, asked: Asked): CutSet[] | undefined {
  const images = new Images(model, cuts, asked);
  images.search(0, 0);
  if (asked.budget.steps <= 0) return undefined;
  const { length } = model.links;
  return images.found.map((image) => ({
    size: cuts.size,
    bits: image.reduce((bits, isCut, link) => (isCut === 1 ? bits | bitOf(link, length) : bits), 0n),
  }));
}

const UNNAMED = -1;

class Images {
  /** Each as a 1 for a link that is cut and a 0 for another one, by link; the first ones first. */
  readonly found: Uint8Array[] = [];
  /** By two machines: does a cut part them? In a smallest set, links between the same two are cut together. */
  private readonly parted: Uint8Array;
  /** The machines that get names, and those whose names they may get. */
  private readonly moved: readonly { readonly machine: VertexId; readonly machines: readonly VertexId[] }[];
  /** By machine, the one that has its name now. */
  private readonly names: Int32Array;
  private readonly isTaken: Uint8Array;
  /** By machine, the first that is parted from the same machines: it makes no other image to take that one. */
  private readonly firsts: Int32Array;
  /** The image as far as it is known. */
  private readonly image: Uint8Array;

  constructor(
    private readonly model: Model,
    cuts: CutSet,
    private readonly asked: Asked,
  ) {
    const { links, vertices } = model;
    this.parted = new Uint8Array(vertices.length * vertices.length);
    for (const link of linksOf(cuts, links.length)) {
      const { a, b } = links[link] ?? { a: 0, b: 0 };
      this.parted[a * vertices.length + b] = this.parted[b * vertices.length + a] = 1;
    }
    this.moved = asked.classes.flatMap((machines) => machines.map((machine) => ({ machine, machines })));
    this.names = Int32Array.from(vertices.keys());
    for (const { machine } of this.moved) this.names[machine] = UNNAMED;
    this.isTaken = new Uint8Array(vertices.length);
    this.firsts = new Int32Array(vertices.length);
    for (const { machine } of this.moved) this.firsts[machine] = this.firstLike(machine);
    this.image = new Uint8Array(links.length);
  }

  private isParted(u: VertexId, v: VertexId): boolean {
    return this.parted[u * this.model.vertices.length + v] === 1;
  }

  /** The first that is parted from the same machines. */
  private firstLike(u: VertexId): VertexId {
    const { vertices } = this.model;
    return vertices.findIndex((_, v) =>
      vertices.every((__, w) => w === u || w === v || this.isParted(u, w) === this.isParted(v, w)),
    );
  }

  /**
   * Gives names to the machines from the i-th on, in every way that makes another image.
   *
   * @param known of how many links it is known whether the image cuts them.
   */
  search(i: number, known: number): void {
    if (--this.asked.budget.steps <= 0) return;
    const length = this.extend(known);
    const last = this.found[this.asked.most - 1];
    if (last !== undefined && this.compare(last, length) > 0) return;
    const next = this.moved[i];
    if (next === undefined) {
      this.keep();
      return;
    }
    const tried: VertexId[] = [];
    for (const one of next.machines) {
      const first = this.firsts[one] ?? one;
      if (this.isTaken[one] === 1 || tried.includes(first)) continue;
      tried.push(first);
      this.names[next.machine] = one;
      this.isTaken[one] = 1;
      this.search(i + 1, length);
      this.names[next.machine] = UNNAMED;
      this.isTaken[one] = 0;
    }
  }

  /** Up to the first link of which an end has no name yet; gives its number. */
  private extend(known: number): number {
    const { links } = this.model;
    for (let link = known; link < links.length; link++) {
      const { a, b } = links[link] ?? { a: 0, b: 0 };
      const [u, v] = [this.names[a] ?? UNNAMED, this.names[b] ?? UNNAMED];
      if (u === UNNAMED || v === UNNAMED) return link;
      this.image[link] = this.isParted(u, v) ? 1 : 0;
    }
    return links.length;
  }

  /** Above 0: the first links of the other one come before those of the image; below 0: after. */
  private compare(other: Uint8Array, length: number): number {
    for (let link = 0; link < length; link++) {
      const difference = (other[link] ?? 0) - (this.image[link] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private keep(): void {
    const { found } = this;
    const { most } = this.asked;
    const { length } = this.image;
    let at = found.length;
    while (at > 0 && this.compare(found[at - 1] ?? this.image, length) < 0) at--;
    const before = found[at - 1];
    if (before !== undefined && this.compare(before, length) === 0) return;
    found.splice(at, 0, Uint8Array.from(this.image));
    if (found.length > most) found.pop();
  }
}
