import type { RelayNetwork } from './relayNetwork.js';
import { Layer } from './layer.js';
import type { Weights } from './weights.js';

/** Terminals are the bits of a mask. */
export const MAX_TERMINALS = 31;
/** Bits of a number that one character of a key holds. */
const BITS = 16;
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
  const codec = new States(pairs, widthOf(steps));
  let [states, next] = [new Layer<W>(), new Layer<W>()];
  states.clear(codec.stride, 1);
  states.add(codec.state, weights.one, weights);
  let seen = 0;
  let pause = STATES_BETWEEN_PAUSES;
  for (const step of steps) {
    next.clear(codec.strideAfter(step), 2 * states.weights.length);
    for (let place = 0; place < states.weights.length; place++) {
      const weight = states.weights[place] as W;
      seen += weights.states?.(weight) ?? 1;
      if (seen > limit) return undefined;
      if (seen >= pause) {
        yield;
        pause = seen + STATES_BETWEEN_PAUSES;
      }
      states.read(place, codec.state);
      codec.begin();
      codec.takeUp(step);
      next.add(codec.state, weight, weights);
      if (step.kind === 'introduce' || step.kind === 'forget' || step.link < 0) continue;
      const cut = weights.cut(weight, step.link);
      if (cut === undefined) continue;
      states.read(place, codec.state);
      if (step.kind === 'outer') {
        codec.begin();
        codec.forgetIdle(step.later);
      }
      next.add(codec.state, cut, weights);
    }
    [states, next] = [next, states];
    codec.moveOn(step);
  }
  return new Map(
    states.weights.map((weight, place) => {
      states.read(place, codec.state);
      return [codec.text(), weight];
    }),
  );
}

/** How many relays are at the frontier at a time. */
function widthOf(steps: readonly Step[]): number {
  let [width, widest] = [0, 0];
  for (const { kind } of steps) {
    if (kind === 'introduce') widest = Math.max(widest, ++width);
    if (kind === 'forget') width--;
  }
  return widest;
}

/** The steps that take the relays of a network in this order. */
export function stepsOf(network: RelayNetwork, order: readonly number[]): Step[] {
  const place = new Int32Array(network.relays);
  for (let i = 0; i < order.length; i++) place[order[i] ?? 0] = i;
  /** Per place in the order, its links to earlier places: that place, then the link. */
  const inner: number[][] = [];
  /** Per place in the order, the last place that has a link to it. */
  const last = Int32Array.from(order, (_, i) => i);
  for (const { a, b, link } of network.inner) {
    const early = Math.min(place[a] ?? 0, place[b] ?? 0);
    const late = Math.max(place[a] ?? 0, place[b] ?? 0);
    (inner[late] ??= []).push(early, link);
    last[early] = Math.max(last[early] ?? 0, late);
  }
  const steps: Step[] = [];
  const frontier: number[] = [];
  const outer: RelayNetwork['outer'][number][][] = [];
  for (const one of network.outer) (outer[place[one.relay] ?? 0] ??= []).push(one);
  /** Per terminal, how many of its links are left; and those that have some, as a mask. */
  const left = new Int32Array(MAX_TERMINALS + 1);
  let later = 0;
  for (const { terminal } of network.outer) {
    left[terminal] = (left[terminal] ?? 0) + 1;
    later |= 1 << terminal;
  }
  for (let i = 0; i < order.length; i++) {
    frontier.push(i);
    steps.push(INTRODUCE);
    const links = inner[i] ?? [];
    for (let k = 0; k < links.length; k += 2)
      steps.push({
        kind: 'inner',
        a: frontier.indexOf(links[k] ?? -1),
        b: frontier.length - 1,
        link: links[k + 1] ?? -1,
        later,
      });
    for (let at = 0; at < frontier.length; at++) {
      const done = frontier[at] ?? -1;
      if (last[done] !== i) continue;
      for (const { terminal, link } of outer[done] ?? []) {
        const others = (left[terminal] ?? 0) - 1;
        left[terminal] = others;
        if (others === 0) later &= ~(1 << terminal);
        steps.push({ kind: 'outer', at, terminal, link, later });
      }
      steps.push({ kind: 'forget', at, later });
      frontier.splice(at--, 1);
    }
  }
  return steps;
}

const INTRODUCE: Step = { kind: 'introduce' };

/**
 * One state as a row of numbers: for each relay of the frontier the number of its block, blocks numbered as they occur;
 * for each block the terminals that touch it, a 0 where there are fewer blocks than relays; and the pairs that have
 * met.
 */
class States {
  /** Longer than a state is, but where the frontier is widest. */
  readonly state: Int32Array;
  private width = 0;
  /** How many blocks the state has. */
  private count = 0;
  private readonly words: number;
  private readonly blocks: Int32Array;
  private readonly masks: Int32Array;
  private readonly met: Int32Array;
  private readonly numbers: Int32Array;
  /** Per terminal, its pairs: the other end, and the bit that says that they have met. */
  private readonly partners: { readonly other: number; readonly word: number; readonly bit: number }[][] = [];

  constructor(pairs: readonly (readonly [number, number])[], widest: number) {
    this.words = Math.ceil(pairs.length / BITS);
    this.state = new Int32Array(2 * widest + this.words);
    [this.blocks, this.masks, this.numbers] = [0, 1, 2].map(() => new Int32Array(widest + 1)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    this.met = new Int32Array(this.words);
    pairs.forEach(([a, b], i) => {
      const at = { word: Math.floor(i / BITS), bit: 1 << (i % BITS) };
      (this.partners[a] ??= []).push({ other: b, ...at });
      (this.partners[b] ??= []).push({ other: a, ...at });
    });
  }

  /** How many numbers a state has. */
  get stride(): number {
    return 2 * this.width + this.words;
  }

  strideAfter({ kind }: Step): number {
    return this.stride + (kind === 'introduce' ? 2 : kind === 'forget' ? -2 : 0);
  }

  moveOn({ kind }: Step): void {
    if (kind === 'introduce') this.width++;
    if (kind === 'forget') this.width--;
  }

  /** The pairs that have met, 16 to a character, where nothing else is left of the state. */
  text(): string {
    return String.fromCharCode(...this.state.subarray(2 * this.width, this.stride));
  }

  /** Takes the state apart. */
  begin(): void {
    const { state, width } = this;
    this.count = 0;
    for (let i = 0; i < width; i++) {
      const block = state[i] ?? 0;
      this.blocks[i] = block;
      if (block >= this.count) this.count = block + 1;
      this.masks[i] = state[width + i] ?? 0;
    }
    for (let word = 0; word < this.words; word++) this.met[word] = state[2 * width + word] ?? 0;
  }

  /** Takes the step, with its link up. */
  takeUp(step: Step): void {
    switch (step.kind) {
      case 'introduce':
        this.blocks[this.width] = this.count;
        this.masks[this.count] = 0;
        this.write(this.width + 1);
        break;
      case 'inner':
        this.merge(this.blocks[step.a] ?? 0, this.blocks[step.b] ?? 0, step.later);
        break;
      case 'outer':
        this.join(this.blocks[step.at] ?? 0, 1 << step.terminal);
        this.forgetIdle(step.later);
        break;
      case 'forget':
        this.forget(step.at, step.later);
        break;
    }
  }

  private merge(one: number, other: number, later: number): void {
    if (one === other) return;
    for (let i = 0; i < this.width; i++) if (this.blocks[i] === other) this.blocks[i] = one;
    this.join(one, this.masks[other] ?? 0);
    this.masks[other] = 0;
    this.forgetIdle(later);
  }

  private forget(at: number, later: number): void {
    const closed = this.blocks[at] ?? 0;
    const width = this.width - 1;
    let isClosed = true;
    for (let i = 0; i < width; i++) {
      if (i >= at) this.blocks[i] = this.blocks[i + 1] ?? 0;
      if (this.blocks[i] === closed) isClosed = false;
    }
    // Terminals that touched the block meet nobody there any more.
    if (isClosed) this.masks[closed] = 0;
    this.forgetIdle(later, width);
  }

  private write(width: number): void {
    const { state, blocks, numbers } = this;
    let count = 0;
    numbers.fill(-1, 0, width + 1);
    for (let i = 0; i < width; i++) {
      const block = blocks[i] ?? 0;
      let number = numbers[block] ?? -1;
      if (number < 0) {
        number = numbers[block] = count++;
        state[width + number] = this.masks[block] ?? 0;
      }
      state[i] = number;
    }
    for (let i = width + count; i < 2 * width; i++) state[i] = 0;
    for (let word = 0; word < this.words; word++) state[2 * width + word] = this.met[word] ?? 0;
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

  /** Puts the state together, without the terminals that can meet nobody any more. */
  forgetIdle(later: number, width = this.width): void {
    let open = later;
    for (let block = 0; block < this.count; block++) open |= this.masks[block] ?? 0;
    for (let block = 0; block < this.count; block++) {
      let kept = 0;
      for (let rest = this.masks[block] ?? 0; rest !== 0; rest &= rest - 1) {
        const terminal = 31 - Math.clz32(rest & -rest);
        if (this.waits(terminal, open)) kept |= 1 << terminal;
      }
      this.masks[block] = kept;
    }
    this.write(width);
  }

  /** Is there a partner that the terminal may still meet? */
  private waits(terminal: number, open: number): boolean {
    for (const { other, word, bit } of this.partners[terminal] ?? [])
      if (((open >>> other) & 1) === 1 && ((this.met[word] ?? 0) & bit) === 0) return true;
    return false;
  }
}
