import type { RelayNetwork } from './relayNetwork.js';
import type { Weights } from './weights.js';

/** Terminals are the bits of a mask. */
export const MAX_TERMINALS = 31;
/** Bits of a number that one character of a key holds. */
const BITS = 16;
const ONES = 0xffff;
/** A step between two looks at "stop" takes about a millisecond. */
const STATES_BETWEEN_PAUSES = 500;

/** What happens to all states, in this order. */
export type Step =
  | { readonly kind: 'introduce' }
  /** A link between the relays at two places of the frontier. */
  | { readonly kind: 'inner'; readonly a: number; readonly b: number; readonly link: number; readonly later: number }
  | {
      readonly kind: 'outer';
      readonly at: number;
      readonly terminal: number;
      readonly link: number;
      readonly later: number;
    }
  /** The relay at this place of the frontier has no more links. `later`: the terminals that have links left. */
  | { readonly kind: 'forget'; readonly at: number; readonly later: number };

/**
 * The patterns of reachability that the cuts of a network, taken in these steps, can give its terminals, each with the
 * weight of all cuts that give it. A key has a bit for each of `pairs`, 16 to a character: do both ends touch one
 * component of relays? Undefined: it takes more than `limit` states.
 *
 * The relays are taken one after the other. A state is what the links seen so far have made of the *frontier*, the
 * relays with links to come: which of them are together in a block, which terminals touch each block, and which pairs
 * have met. Equal states have equal futures, so their weights are added. A link splits the cuts in two, so each is
 * counted once. Terminals that can meet nobody any more are forgotten.
 */
export function* patterns<W>(
  steps: readonly Step[],
  pairs: readonly (readonly [number, number])[],
  weights: Weights<W>,
  limit: number,
): Generator<void, ReadonlyMap<string, W> | undefined> {
  const codec = new States(pairs);
  let states = new Map<string, W>([[codec.empty, weights.one]]);
  let seen = 0;
  for (const step of steps) {
    const next = new Map<string, W>();
    const put = (key: string, weight: W): void => {
      const known = next.get(key);
      next.set(key, known === undefined ? weight : weights.add(known, weight));
    };
    for (const [key, weight] of states) {
      if (++seen > limit) return undefined;
      if (seen % STATES_BETWEEN_PAUSES === 0) yield;
      if (step.kind === 'introduce' || step.kind === 'forget') {
        put(codec.after(key, step), weight);
        continue;
      }
      put(codec.after(key, step), weight);
      if (step.link < 0) continue;
      const cut = weights.cut(weight, step.link);
      if (cut !== undefined) put(step.kind === 'inner' ? key : codec.normalized(key, step.later), cut);
    }
    states = next;
    codec.moveOn(step);
  }
  return states;
}

/** The steps that take the relays of a network in this order. */
export function stepsOf(network: RelayNetwork, order: readonly number[]): Step[] {
  const place = new Map(order.map((relay, i) => [relay, i]));
  const inner = order.map((): { other: number; link: number }[] => []);
  /** Per place in the order, the last place that has a link to it. */
  const last = order.map((_, i) => i);
  for (const { a, b, link } of network.inner) {
    const [early, late] = [place.get(a) ?? 0, place.get(b) ?? 0].sort((x, y) => x - y) as [number, number];
    inner[late]?.push({ other: early, link });
    last[early] = Math.max(last[early] ?? 0, late);
  }
  const steps: Step[] = [];
  const frontier: number[] = [];
  const outerOf = (i: number): RelayNetwork['outer'] => network.outer.filter(({ relay }) => relay === order[i]);
  /** Per terminal, how many of its links are left. */
  const left = new Map<number, number>();
  for (const { terminal } of network.outer) left.set(terminal, (left.get(terminal) ?? 0) + 1);
  const later = (): number =>
    [...left].reduce((mask, [terminal, links]) => (links > 0 ? mask | (1 << terminal) : mask), 0);
  order.forEach((_, i) => {
    frontier.push(i);
    steps.push({ kind: 'introduce' });
    for (const { other, link } of inner[i] ?? [])
      steps.push({ kind: 'inner', a: frontier.indexOf(other), b: frontier.length - 1, link, later: later() });
    for (const done of frontier.filter((one) => last[one] === i)) {
      for (const { terminal, link } of outerOf(done)) {
        left.set(terminal, (left.get(terminal) ?? 0) - 1);
        steps.push({ kind: 'outer', at: frontier.indexOf(done), terminal, link, later: later() });
      }
      steps.push({ kind: 'forget', at: frontier.indexOf(done), later: later() });
      frontier.splice(frontier.indexOf(done), 1);
    }
  });
  return steps;
}

/**
 * States as text, which maps compare fast: for each relay of the frontier the number of its block, blocks numbered as
 * they occur; for each block the terminals that touch it, in two characters; and the pairs that have met.
 */
class States {
  readonly empty: string;
  private width = 0;
  private readonly words: number;
  private readonly blocks: number[] = [];
  private readonly masks: number[] = [];
  private readonly met: number[] = [];
  /** Per terminal, its pairs: the other end, and the bit that says that they have met. */
  private readonly partners: { readonly other: number; readonly word: number; readonly bit: number }[][] = [];

  constructor(pairs: readonly (readonly [number, number])[]) {
    this.words = Math.ceil(pairs.length / BITS);
    this.empty = String.fromCharCode(...Array.from({ length: this.words }, () => 0));
    pairs.forEach(([a, b], i) => {
      const at = { word: Math.floor(i / BITS), bit: 1 << (i % BITS) };
      (this.partners[a] ??= []).push({ other: b, ...at });
      (this.partners[b] ??= []).push({ other: a, ...at });
    });
  }

  moveOn({ kind }: Step): void {
    if (kind === 'introduce') this.width++;
    if (kind === 'forget') this.width--;
  }

  /** The state with the link of the step up. */
  after(key: string, step: Step): string {
    const blocks = this.read(key);
    switch (step.kind) {
      case 'introduce':
        this.blocks[this.width] = blocks;
        this.masks[blocks] = 0;
        return this.write(this.width + 1);
      case 'inner': {
        const [one = 0, other = 0] = [this.blocks[step.a], this.blocks[step.b]];
        if (one === other) return key;
        for (let i = 0; i < this.width; i++) if (this.blocks[i] === other) this.blocks[i] = one;
        this.join(one, this.masks[other] ?? 0);
        this.masks[other] = 0;
        this.forgetIdle(blocks, step.later);
        return this.write(this.width);
      }
      case 'outer':
        this.join(this.blocks[step.at] ?? 0, 1 << step.terminal);
        this.forgetIdle(blocks, step.later);
        return this.write(this.width);
      case 'forget': {
        this.blocks.splice(step.at, 1);
        const open = this.write(this.width - 1);
        // Terminals that touched a block meet nobody there once it is closed.
        this.width--;
        const result = this.normalized(open, step.later);
        this.width++;
        return result;
      }
    }
  }

  /** Without the terminals that can meet nobody any more. */
  normalized(key: string, later: number): string {
    this.forgetIdle(this.read(key), later);
    return this.write(this.width);
  }

  /** Gives the number of blocks. */
  private read(key: string): number {
    let blocks = 0;
    let at = 0;
    for (; at < this.width; at++) {
      const block = key.charCodeAt(at);
      this.blocks[at] = block;
      if (block >= blocks) blocks = block + 1;
    }
    for (let block = 0; block < blocks; block++, at += 2)
      this.masks[block] = key.charCodeAt(at) | (key.charCodeAt(at + 1) << BITS);
    for (let word = 0; word < this.words; word++) this.met[word] = key.charCodeAt(at + word);
    return blocks;
  }

  private write(width: number): string {
    const numbers: number[] = [];
    let blocks = '';
    let masks = '';
    let count = 0;
    for (let i = 0; i < width; i++) {
      const block = this.blocks[i] ?? 0;
      let number = numbers[block];
      if (number === undefined) {
        number = numbers[block] = count++;
        const mask = this.masks[block] ?? 0;
        masks += String.fromCharCode(mask & ONES, mask >>> BITS);
      }
      blocks += String.fromCharCode(number);
    }
    let met = '';
    for (let word = 0; word < this.words; word++) met += String.fromCharCode(this.met[word] ?? 0);
    return blocks + masks + met;
  }

  /** More terminals touch a block. */
  private join(block: number, more: number): void {
    const there = this.masks[block] ?? 0;
    const all = there | more;
    if (all === there) return;
    this.masks[block] = all;
    for (let rest = more & ~there; rest !== 0; rest &= rest - 1) {
      for (const { other, word, bit } of this.partners[31 - Math.clz32(rest & -rest)] ?? [])
        if ((all >>> other) & 1) this.met[word] = (this.met[word] ?? 0) | bit;
    }
  }

  private forgetIdle(blocks: number, later: number): void {
    let open = later;
    for (let block = 0; block < blocks; block++) open |= this.masks[block] ?? 0;
    for (let block = 0; block < blocks; block++) {
      let kept = 0;
      for (let rest = this.masks[block] ?? 0; rest !== 0; rest &= rest - 1) {
        const terminal = 31 - Math.clz32(rest & -rest);
        const waits = this.partners[terminal]?.some(
          ({ other, word, bit }) => ((open >>> other) & 1) === 1 && ((this.met[word] ?? 0) & bit) === 0,
        );
        if (waits === true) kept |= 1 << terminal;
      }
      this.masks[block] = kept;
    }
  }
}
