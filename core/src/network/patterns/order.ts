import { onesIn } from '../../base/bits.js';
import type { RelayNetwork } from './relayNetwork.js';

/** Beyond this many relays, not each of them is tried as the first one. */
const MOST_STARTS = 48;
/** More estimated states than anybody counts: after these starts, no further ones are tried. */
const HOPELESS = { cost: 1e9, starts: 4 };
/** Partitions of a set of n into blocks. */
const BELL = [1, 1, 2, 5, 15, 52, 203, 877, 4140, 21147, 115975, 678570, 4213597];
/** How many states each further terminal that has been met multiplies the others by, roughly. */
const PER_TERMINAL = 1.7;

/**
 * What a step prefers, of two relays that leave the frontier equally wide: of how many neighbours in the order, how
 * early the first of them is, and how many terminals it has.
 */
type Rule = (met: number, oldest: number, terminals: number) => number;

const RULES: readonly Rule[] = [
  (met) => -met,
  (_met, oldest) => oldest,
  (met, _oldest, terminals) => terminals * 100 - met,
];

/**
 * An order of the relays in which few of them are at the frontier at a time: between those that are done and those that
 * are not begun. Greedy from at most `starts` starts under several rules; the one with the smallest estimated number of
 * states.
 */
export function relayOrder(network: RelayNetwork, starts = MOST_STARTS): Order {
  return bestWalk(network, starts) ?? { order: [], cost: 0, widest: 0 };
}

function bestWalk(network: RelayNetwork, starts: number): Order | undefined {
  const greedy = new Greedy(network);
  const stride = Math.ceil(network.relays / Math.min(starts, MOST_STARTS));
  let best: Order | undefined;
  for (let start = 0, tried = 0; start < network.relays; start += Math.max(1, stride), tried++) {
    if (tried >= HOPELESS.starts && (best?.cost ?? 0) > HOPELESS.cost) break;
    for (const rule of RULES) {
      const walk = greedy.walkFrom(start, rule, best?.cost ?? Infinity);
      if (walk !== undefined) best = walk;
    }
  }
  return best;
}

export interface Order {
  readonly order: readonly number[];
  /** The estimated number of states: at most a few times too high where links are few, far too high where not. */
  readonly cost: number;
  /** How many relays are at the frontier at a time. */
  readonly widest: number;
}

/** Walks through one network, each of which begins anew. */
class Greedy {
  private readonly neighbours: readonly (readonly number[])[];
  /** Per relay, its terminals as a mask, and how many they are. */
  private readonly terminals: Int32Array;
  private readonly terminalCounts: Int32Array;
  /** Per relay, its place in the order; -1: it has none yet. */
  private readonly place: Int32Array;
  /** Per relay, its neighbours that are not in the order yet, those that are, and the place of the first of these. */
  private readonly left: Int32Array;
  private readonly met: Int32Array;
  private readonly oldest: Int32Array;
  /** Per relay, how many relays leave the frontier once it is in the order: they have no other neighbour left. */
  private readonly closes: Int32Array;
  /** Relays that are next to one in the order, and how many they are. */
  private readonly border: Int32Array;
  private borderLength = 0;

  constructor({ relays, inner, outer }: RelayNetwork) {
    const neighbours = Array.from({ length: relays }, () => new Set<number>());
    for (const { a, b } of inner) {
      neighbours[a]?.add(b);
      neighbours[b]?.add(a);
    }
    this.neighbours = neighbours.map((set) => [...set]);
    this.terminals = new Int32Array(relays);
    for (const { relay, terminal } of outer) this.terminals[relay] = (this.terminals[relay] ?? 0) | (1 << terminal);
    this.terminalCounts = this.terminals.map(onesIn);
    [this.place, this.left, this.met, this.oldest, this.closes, this.border] = Array.from(
      { length: 6 },
      () => new Int32Array(relays),
    ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  }

  /** Undefined: it costs `most` or more. */
  walkFrom(start: number, rule: Rule, most: number): Order | undefined {
    const { length } = this.neighbours;
    this.begin();
    const order: number[] = [];
    let [width, widest, cost, terminals] = [0, 0, 0, 0];
    for (let next = start; ; next = this.next(rule)) {
      width += this.wider(next);
      this.put(next, order.length);
      order.push(next);
      terminals |= this.terminals[next] ?? 0;
      cost += (BELL[Math.min(width + 1, BELL.length - 1)] ?? 0) * PER_TERMINAL ** onesIn(terminals);
      if (cost >= most) return undefined;
      widest = Math.max(widest, width);
      if (order.length === length) return { order, cost, widest };
    }
  }

  private begin(): void {
    this.place.fill(-1);
    this.oldest.fill(-1);
    this.met.fill(0);
    this.closes.fill(0);
    this.borderLength = 0;
    this.neighbours.forEach((list, relay) => (this.left[relay] = list.length));
  }

  /** How many more relays are at the frontier once this one is in the order. */
  private wider(relay: number): number {
    return ((this.left[relay] ?? 0) > 0 ? 1 : 0) - (this.closes[relay] ?? 0);
  }

  private put(relay: number, at: number): void {
    const { place, left, met, oldest, border } = this;
    place[relay] = at;
    for (const other of this.neighbours[relay] ?? []) {
      left[other] = (left[other] ?? 0) - 1;
      met[other] = (met[other] ?? 0) + 1;
      if ((place[other] ?? -1) >= 0) {
        this.noteLast(other);
        continue;
      }
      if ((oldest[other] ?? -1) >= 0) continue;
      oldest[other] = at;
      border[this.borderLength++] = other;
    }
    this.noteLast(relay);
  }

  /** Where a relay in the order has one neighbour left, that one closes it. */
  private noteLast(relay: number): void {
    if (this.left[relay] !== 1) return;
    for (const other of this.neighbours[relay] ?? [])
      if ((this.place[other] ?? -1) < 0) this.closes[other] = (this.closes[other] ?? 0) + 1;
  }

  /** Of the border, the one that leaves the frontier narrowest; of these the one that the rule prefers. */
  private next(rule: Rule): number {
    const { border, place, met, oldest, terminalCounts } = this;
    let [best, leastWider, leastRank, kept] = [-1, 0, 0, 0];
    for (let i = 0; i < this.borderLength; i++) {
      const relay = border[i] ?? 0;
      if ((place[relay] ?? -1) >= 0) continue;
      border[kept++] = relay;
      const wider = this.wider(relay);
      if (best >= 0 && wider > leastWider) continue;
      const rank = rule(met[relay] ?? 0, oldest[relay] ?? 0, terminalCounts[relay] ?? 0);
      const isBetter = wider < leastWider || rank < leastRank || (rank === leastRank && relay < best);
      if (best < 0 || isBetter) [best, leastWider, leastRank] = [relay, wider, rank];
    }
    this.borderLength = kept;
    return best >= 0 ? best : place.indexOf(-1);
  }
}
