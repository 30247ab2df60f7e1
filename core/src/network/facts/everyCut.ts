import { onesIn } from '../../base/bits.js';
import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';
import { type Fact, isTrue, nameOfFact } from './fact.js';
import type { Possible } from './possible.js';
import { swappedLinks } from './swap.js';

/** Networks of more links have too many cuts to write each of them down. */
export const MOST_LISTED = 16;
/** Of this many facts it is kept under which cuts they are so, 8 kB each. */
const MOST_KEPT = 2000;

/**
 * All cuts of a small network without relays, each with a number: smaller ones first, then by order of declaration.
 */
export class EveryCut {
  /** By number: bit `links - 1 - i` stands for link i of the model's `links`. */
  private readonly cuts: Uint32Array;
  private readonly links: number;
  /** The links between two vertices, as bits. */
  private readonly between: Uint32Array;
  private readonly vertices: number;
  /** By the name of a fact: a bit for each cut. */
  private readonly kept = new Map<string, Uint8Array>();

  /** By the machines that can change places: of each cut, the first that it becomes. */
  private readonly firsts = new Map<string, Uint32Array>();

  /** @param most how many links may be cut at a time. */
  constructor(
    private readonly topology: Topology,
    most: number,
  ) {
    const { model } = topology;
    this.links = model.links.length;
    this.vertices = model.vertices.length;
    this.between = new Uint32Array(this.vertices * this.vertices);
    model.links.forEach(({ a, b }, link) => {
      const bit = 1 << (this.links - 1 - link);
      for (const pair of [a * this.vertices + b, b * this.vertices + a])
        this.between[pair] = (this.between[pair] ?? 0) | bit;
    });
    const sized: number[][] = Array.from({ length: most + 1 }, () => []);
    for (let cut = 2 ** this.links - 1; cut >= 0; cut--) sized[onesIn(cut)]?.push(cut);
    this.cuts = Uint32Array.from(sized.flat());
  }

  get count(): number {
    return this.cuts.length;
  }

  /** Those of which each other one is an image: it has the same cuts but for the names of machines. */
  distinct(firsts: Uint32Array): Listed {
    return new Listed(
      this,
      firsts.filter((first, number) => first === number),
    );
  }

  /** By the number of a cut: the first that it becomes when machines of these classes change places. */
  firstImages(classes: readonly (readonly VertexId[])[]): Uint32Array {
    const name = JSON.stringify(classes);
    const known = this.firsts.get(name) ?? this.findFirsts(classes);
    this.firsts.set(name, known);
    return known;
  }

  private findFirsts(classes: readonly (readonly VertexId[])[]): Uint32Array {
    const numbers = new Uint32Array(2 ** this.links);
    for (const [number, cut] of this.cuts.entries()) numbers[cut] = number;
    // All ways of changing places come from those of two neighbours in a class.
    const swaps = classes.flatMap((members) =>
      members.slice(1).map((one, i) => {
        const others = swappedLinks(this.topology.model, members[i] ?? one, one);
        return this.cuts.map(
          (cut) =>
            numbers[others.reduce((all, link, i) => all | (this.isCut(cut, i) << (this.links - 1 - link)), 0)] ?? 0,
        );
      }),
    );
    const firsts = Uint32Array.from(this.cuts.keys());
    for (let isLeft = true; isLeft; ) {
      isLeft = false;
      for (const images of swaps)
        for (const [number, image] of images.entries()) {
          const first = firsts[image] ?? 0;
          if (first >= (firsts[number] ?? 0)) continue;
          firsts[number] = first;
          isLeft = true;
        }
    }
    return firsts;
  }

  private isCut(cut: number, link: number): number {
    return (cut >> (this.links - 1 - link)) & 1;
  }

  /** The links that are cut under the cut of a number, ascending. */
  linksOf(number: number): number[] {
    const cut = this.cuts[number] ?? 0;
    return Array.from({ length: this.links }, (_, link) => link).filter((link) => this.isCut(cut, link));
  }

  /** Does the second cut have all links of the first? */
  isWithin(one: number, other: number): boolean {
    return ((this.cuts[one] ?? 0) & ~(this.cuts[other] ?? 0)) === 0;
  }

  /** Tells of a cut, by its number, whether the fact is so under it. */
  isSo(fact: Fact): (number: number) => boolean {
    const name = nameOfFact(fact);
    const known = this.kept.get(name);
    if (known === undefined && this.kept.size >= MOST_KEPT) return (number) => this.find(fact, number);
    const bits = known ?? this.bitsOf(fact);
    this.kept.set(name, bits);
    return (number) => (((bits[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
  }

  private bitsOf(fact: Fact): Uint8Array {
    const bits = new Uint8Array((this.count + 7) >> 3);
    for (let number = 0; number < this.count; number++)
      if (this.find(fact, number)) bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7));
    return bits;
  }

  private find(fact: Fact, number: number): boolean {
    const cut = this.cuts[number] ?? 0;
    return isTrue(fact, (a: VertexId, b: VertexId) => ((this.between[a * this.vertices + b] ?? 0) & ~cut) !== 0);
  }
}

/** Some of the cuts of a small network, by their numbers, ascending. */
export class Listed implements Possible {
  constructor(
    private readonly every: EveryCut,
    readonly numbers: Uint32Array,
  ) {}

  split(fact: Fact): { readonly yes: Listed | undefined; readonly no: Listed | undefined } {
    const isSo = this.every.isSo(fact);
    const yes = new Uint32Array(this.numbers.length);
    const no = new Uint32Array(this.numbers.length);
    let [met, missed] = [0, 0];
    for (const number of this.numbers) {
      if (isSo(number)) yes[met++] = number;
      else no[missed++] = number;
    }
    return { yes: this.listed(yes, met), no: this.listed(no, missed) };
  }

  private listed(numbers: Uint32Array, length: number): Listed | undefined {
    if (length === 0) return undefined;
    return length === this.numbers.length ? this : new Listed(this.every, numbers.slice(0, length));
  }
}
