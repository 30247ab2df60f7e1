import type { RelayNetwork } from './relayNetwork.js';

/** Beyond this many relays, not each of them is tried as the first one. */
const MOST_STARTS = 48;
/** More estimated states than anybody counts: after these starts, no further ones are tried. */
const HOPELESS = { cost: 1e9, starts: 4 };
/** Partitions of a set of n into blocks. */
const BELL = [1, 1, 2, 5, 15, 52, 203, 877, 4140, 21147, 115975, 678570, 4213597];
/** How many states each further terminal that has been met multiplies the others by, roughly. */
const PER_TERMINAL = 1.7;

/** What a step prefers, of two relays that leave the frontier equally wide. */
type Rule = (relay: { readonly met: number; readonly oldest: number; readonly terminals: number }) => number;

const RULES: readonly Rule[] = [
  ({ met }) => -met,
  ({ oldest }) => oldest,
  ({ terminals, met }) => terminals * 100 - met,
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
  const neighbours = Array.from({ length: network.relays }, () => new Set<number>());
  for (const { a, b } of network.inner) {
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  const terminals = Array.from({ length: network.relays }, () => new Set<number>());
  for (const { relay, terminal } of network.outer) terminals[relay]?.add(terminal);
  const stride = Math.ceil(network.relays / Math.min(starts, MOST_STARTS));
  let best: Order | undefined;
  for (let start = 0, tried = 0; start < network.relays; start += Math.max(1, stride), tried++) {
    if (tried >= HOPELESS.starts && (best?.cost ?? 0) > HOPELESS.cost) break;
    for (const rule of RULES) {
      const walk = walkFrom(start, { rule, neighbours, terminals, most: best?.cost ?? Infinity });
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

interface Greedy {
  readonly rule: Rule;
  readonly neighbours: readonly ReadonlySet<number>[];
  readonly terminals: readonly ReadonlySet<number>[];
  /** What costs as much is given up. */
  readonly most: number;
}

function walkFrom(start: number, { rule, neighbours, terminals, most }: Greedy): Order | undefined {
  const n = neighbours.length;
  const place = new Int32Array(n).fill(-1);
  /** Per relay, its neighbours that are not in the order yet. */
  const left = neighbours.map((set) => set.size);
  const met = new Set<number>();
  const order: number[] = [];
  let width = 0;
  let widest = 0;
  let cost = 0;
  let border = new Set<number>();
  const widthWith = (relay: number): number => {
    let found = width + ((left[relay] ?? 0) > 0 ? 1 : 0);
    for (const other of neighbours[relay] ?? []) if ((place[other] ?? -1) >= 0 && left[other] === 1) found--;
    return found;
  };
  for (let next = start; ; ) {
    width = widthWith(next);
    place[next] = order.length;
    order.push(next);
    border.delete(next);
    for (const other of neighbours[next] ?? []) {
      left[other] = (left[other] ?? 0) - 1;
      if ((place[other] ?? -1) < 0) border.add(other);
    }
    for (const terminal of terminals[next] ?? []) met.add(terminal);
    cost += (BELL[Math.min(width + 1, BELL.length - 1)] ?? 0) * PER_TERMINAL ** met.size;
    if (cost >= most) return undefined;
    widest = Math.max(widest, width);
    if (order.length === n) return { order, cost, widest };
    if (border.size === 0) border = new Set(place.findIndex((at) => at < 0) >= 0 ? [place.indexOf(-1)] : []);
    let best: readonly number[] = [];
    for (const relay of border) {
      const known = [...(neighbours[relay] ?? [])].filter((other) => (place[other] ?? -1) >= 0);
      const oldest = Math.min(...known.map((other) => place[other] ?? 0));
      const rank = [
        widthWith(relay),
        rule({ met: known.length, oldest, terminals: terminals[relay]?.size ?? 0 }),
        relay,
      ];
      if (best.length === 0 || isBefore(rank, best)) best = rank;
    }
    next = best[2] ?? 0;
  }
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
}
