import { onesIn } from '../../base/bits.js';
import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';
import { type Fact, nameOfFact } from './fact.js';
import type { Possible } from './possible.js';
import { swappedLinks } from './swap.js';

/** Networks of more links have too many cuts to write each of them down. */
export const MOST_LISTED = 16;
/** Of this many facts it is kept under which cuts they are so: a bit for each cut, 8 kB at most. */
const MOST_KEPT = 2000;

/** By the number of a cut. */
type Bits = Int32Array;

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
  private readonly kept = new Map<string, Bits>();
  /** By two vertices. */
  private readonly pairs = new Map<number, Bits>();

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

  /** By the number of a cut: the first that it becomes when machines of these classes change places. With pauses. */
  *firstImages(classes: readonly (readonly VertexId[])[]): Generator<void, Uint32Array> {
    const name = JSON.stringify(classes);
    const known = this.firsts.get(name) ?? (yield* this.findFirsts(classes));
    this.firsts.set(name, known);
    return known;
  }

  private *findFirsts(classes: readonly (readonly VertexId[])[]): Generator<void, Uint32Array> {
    const numbers = new Uint32Array(2 ** this.links);
    for (const [number, cut] of this.cuts.entries()) numbers[cut] = number;
    // All ways of changing places come from those of two neighbours in a class.
    const swaps: Uint32Array[] = [];
    for (const members of classes)
      for (const [i, one] of members.slice(1).entries()) {
        yield;
        const bits = swappedLinks(this.topology.model, members[i] ?? one, one).map((link) => this.links - 1 - link);
        const imageOf = (cut: number): number => bits.reduce((all, bit, i) => all | (this.isCut(cut, i) << bit), 0);
        swaps.push(this.cuts.map((cut) => numbers[imageOf(cut)] ?? 0));
      }
    const firsts = Uint32Array.from(this.cuts.keys());
    for (let isLeft = true; isLeft; ) {
      isLeft = false;
      for (const images of swaps) {
        yield;
        for (let number = 0; number < images.length; number++) {
          const first = firsts[images[number] ?? 0] ?? 0;
          if (first >= (firsts[number] ?? 0)) continue;
          firsts[number] = first;
          isLeft = true;
        }
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
    const bits = known ?? this.bitsOf(fact);
    if (known === undefined && this.kept.size < MOST_KEPT) this.kept.set(name, bits);
    return (number) => (((bits[number >> 5] ?? 0) >> (number & 31)) & 1) === 1;
  }

  /** For 32 cuts at a time: those of `isTrue`. */
  private bitsOf(fact: Fact): Bits {
    switch (fact.kind) {
      case 'pair':
        return this.connecting(fact.a, fact.b);
      case 'atLeast': {
        /** By a number: the cuts under which that many are connected. */
        const counted = Array.from({ length: fact.least + 1 }, (_, i) => this.bits(i === 0));
        for (const other of fact.others) {
          const connected = this.connecting(fact.of, other);
          for (let i = fact.least; i > 0; i--) addBoth(counted[i], counted[i - 1], connected);
        }
        return counted[fact.least] ?? this.bits(false);
      }
      case 'joined': {
        const met = new Map([...fact.over, fact.a].map((one) => [one, this.bits(one === fact.a)]));
        for (let isMore = true; isMore; ) {
          isMore = false;
          for (const [at, bits] of met)
            for (const next of fact.over)
              if (next !== at) isMore = addBoth(met.get(next), bits, this.connecting(at, next)) || isMore;
        }
        return met.get(fact.b) ?? this.bits(false);
      }
      case 'beside': {
        const found = this.bits(false);
        const near = (a: VertexId, b: VertexId): Bits => (a === b ? this.bits(true) : this.connecting(a, b));
        for (const one of fact.over) addBoth(found, near(fact.from, one), near(one, fact.to));
        return found;
      }
    }
  }

  private bits(isSet: boolean): Bits {
    return new Int32Array((this.count + 31) >> 5).fill(isSet ? -1 : 0);
  }

  /** The cuts under which two are connected. */
  private connecting(a: VertexId, b: VertexId): Bits {
    const pair = Math.min(a, b) * this.vertices + Math.max(a, b);
    const known = this.pairs.get(pair);
    if (known !== undefined) return known;
    const bits = this.bits(false);
    const links = this.between[pair] ?? 0;
    for (const [number, cut] of this.cuts.entries())
      if ((links & ~cut) !== 0) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    this.pairs.set(pair, bits);
    return bits;
  }
}

/** Adds the cuts that both others have; false: it had them. */
function addBoth(to: Bits | undefined, one: Bits | undefined, other: Bits): boolean {
  let isMore = false;
  for (let i = 0; i < other.length; i++) {
    const before = to?.[i] ?? 0;
    const after = before | ((one?.[i] ?? 0) & (other[i] ?? 0));
    if (to === undefined || after === before) continue;
    to[i] = after;
    isMore = true;
  }
  return isMore;
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
