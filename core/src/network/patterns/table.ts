import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';
import { outlook } from './estimate.js';
import { MAX_TERMINALS, patterns, type Step, stepsOf } from './patterns.js';
import { inseparable } from './inseparable.js';
import { relayOrder } from './order.js';
import { type RelayNetwork, relayNetwork, withoutDeadEnds } from './relayNetwork.js';
import { counting, type Counted, type CutSet, fewest, minimal } from './weights.js';

/** Counts of this many bits double what a state takes. */
const BITS_OF_A_STATE = 512;

/** A frontier of more relays than these has more states than any limit gives, at least a Catalan number of them. */
const WIDEST = 15;
/** No estimate of an order that is this many times the limit is too high by that much. */
const FAR_TOO_HIGH = 30;
const FEWEST_STARTS = 2;
const STATES_PER_START = 2_000;

/** Two terminals. */
export type Pair = readonly [VertexId, VertexId];

/** One pattern of reachability between the terminals of a table. */
export interface Pattern {
  readonly key: string;
  readonly counted: Counted;
}

/** What besides cuts is broken in the network of a table. */
export interface Broken {
  /** The link carries nothing, whether it is counted as cut or not. */
  isDead(link: number): boolean;
  isUp(relay: VertexId): boolean;
}

/** The part of a network that matters where few links are cut. */
interface Taken {
  readonly steps: readonly Step[];
  /** How many links the steps decide. */
  readonly decided: number;
  /** How many states they are estimated to take. */
  readonly cost: number;
}

/** Steps that may be taken within a limit. */
interface Promising {
  readonly taken: Taken;
  readonly isInDoubt: boolean;
}

/** The relays between some pairs of terminals, with their tables: each is made once. */
export class RelayPart {
  private readonly tables = new Map<string, PatternTable | undefined>();
  private readonly causes = new Map<string, ReadonlyMap<string, readonly CutSet[]> | undefined>();
  /** By the relays that stay together. */
  private readonly taken = new Map<string, Taken>();

  private constructor(
    private readonly pairs: readonly Pair[],
    private readonly numbered: readonly (readonly [number, number])[],
    private readonly network: RelayNetwork,
    private readonly backbone: Backbone,
  ) {}

  /** Undefined: there are more terminals than a table can have. */
  static of(topology: Topology, pairs: readonly Pair[], broken: Broken, backbone: Backbone): RelayPart | undefined {
    const terminals = [...new Set(pairs.flat())].sort((x, y) => x - y);
    if (terminals.length > MAX_TERMINALS) return undefined;
    const network = relayNetwork(
      topology,
      terminals,
      (link) => broken.isDead(link),
      (relay) => broken.isUp(relay),
    );
    const numbered = pairs.map(([a, b]) => [terminals.indexOf(a), terminals.indexOf(b)] as const);
    return new RelayPart(pairs, numbered, network, backbone);
  }

  private get links(): number {
    return this.backbone.links;
  }

  /**
   * All patterns that at most `most` cut links give; undefined: that takes more than `limit` states, or fewer where
   * counts are long.
   */
  *table(most: number, limit: number): Generator<void, PatternTable | undefined> {
    const key = `${most} ${limit}`;
    if (!this.tables.has(key)) {
      const bits = (this.links + 1) * (most >= this.links ? 1 : most + 1);
      const states = Math.floor(limit / (1 + bits / BITS_OF_A_STATE));
      const promising = yield* this.takenFor(most, states);
      const found = promising && (yield* this.counted(promising, most, states));
      this.tables.set(key, found && new PatternTable(found, promising.taken.decided, this.pairs));
    }
    return this.tables.get(key);
  }

  /**
   * Per pattern, the smallest sets of at most `size` cut links that lead to it, of which none contains another;
   * undefined: that takes more than `limit` states.
   */
  *smallestCuts(size: number, limit: number): Generator<void, ReadonlyMap<string, readonly CutSet[]> | undefined> {
    const key = `${size} ${limit}`;
    if (!this.causes.has(key)) {
      const promising = yield* this.takenFor(size, limit);
      const found =
        promising && (yield* patterns(promising.taken.steps, this.numbered, minimal(this.links, size), limit));
      this.causes.set(key, found);
    }
    return this.causes.get(key);
  }

  /** The network with one relay for all that so few cuts cannot part; undefined: it takes far more states than that. */
  private *takenFor(cuts: number, states: number): Generator<void, Promising | undefined> {
    const isAll = cuts >= this.links;
    if (isAll && this.backbone.isWide) return undefined;
    const first = isAll ? undefined : yield* this.backbone.firstOf(cuts);
    const key = first?.join(' ') ?? '';
    const known = this.taken.get(key) ?? this.ordered(first === undefined ? this.network : this.joined(first), states);
    this.taken.set(key, known);
    if (isAll && known.cost > states * FAR_TOO_HIGH) return undefined;
    const expected = outlook({ steps: known.steps, pairs: this.numbered }, isAll ? 'all' : cuts, states);
    return expected === 'hopeless' ? undefined : { taken: known, isInDoubt: expected === 'in doubt' };
  }

  private *counted(
    { taken: { steps }, isInDoubt }: Promising,
    most: number,
    limit: number,
  ): Generator<void, ReadonlyMap<string, Counted> | undefined> {
    // Weights are large numbers: where there may be too many states, they are counted without them first.
    if (isInDoubt && (yield* patterns(steps, this.numbered, fewest(most), limit)) === undefined) return undefined;
    return yield* patterns(steps, this.numbered, counting(this.links, most), limit);
  }

  private ordered(network: RelayNetwork, states: number): Taken {
    // A start takes about as long as a few hundred states.
    const { order, cost } = relayOrder(network, Math.max(FEWEST_STARTS, Math.floor(states / STATES_PER_START)));
    const decided = network.inner.length + network.outer.filter(({ link }) => link >= 0).length;
    return { steps: stepsOf(network, order), decided, cost };
  }

  private joined(first: readonly VertexId[]): RelayNetwork {
    const { inner, outer, vertices } = this.network;
    const one = (relay: number): number => first[vertices[relay] ?? -1] ?? -1;
    const between = inner.map(({ a, b, link }) => ({ a: one(a), b: one(b), link })).filter(({ a, b }) => a !== b);
    return withoutDeadEnds(
      between,
      outer.map(({ relay, terminal, link }) => ({ relay: one(relay), terminal, link })),
    );
  }
}

/** The relays of a network beside one fault, whatever a question asks about. */
export class Backbone {
  /** By number of cuts: which relays stay together, by vertex; undefined: each by itself, for more cuts as well. */
  private readonly classes = new Map<number, readonly VertexId[] | undefined>();
  private alone = Infinity;
  private wide: boolean | undefined;

  constructor(
    private readonly topology: Topology,
    private readonly broken: Broken,
  ) {}

  /** How many links the network has. */
  get links(): number {
    return this.topology.model.links.length;
  }

  /** Is each order of all relays so wide that nobody counts the states? */
  get isWide(): boolean {
    return (this.wide ??= relayOrder(this.network()).widest > WIDEST);
  }

  /** The first of those that `cuts` cut links cannot part, by vertex. Undefined: they can part all. */
  *firstOf(cuts: number): Generator<void, readonly VertexId[] | undefined> {
    if (cuts >= this.alone) return undefined;
    if (this.classes.has(cuts)) return this.classes.get(cuts);
    const { relays, inner, vertices } = this.network();
    const first = yield* inseparable(relays, inner, cuts);
    const found = this.topology.model.vertices.map((_, vertex) => vertex);
    first.forEach((one, relay) => (found[vertices[relay] ?? -1] = vertices[one] ?? -1));
    const isParted = first.every((one, relay) => one === relay);
    if (isParted) this.alone = Math.min(this.alone, cuts);
    this.classes.set(cuts, isParted ? undefined : found);
    return this.classes.get(cuts);
  }

  private network(): RelayNetwork {
    return relayNetwork(
      this.topology,
      [],
      (link) => this.broken.isDead(link),
      (relay) => this.broken.isUp(relay),
    );
  }
}

/** Patterns of reachability over relays between pairs of terminals, with the cuts that give each. */
export class PatternTable {
  readonly patterns: readonly Pattern[];
  /** By the smaller vertex of a pair, then by the other one. */
  private readonly rows = new Map<VertexId, Map<VertexId, Uint8Array>>();

  constructor(
    found: ReadonlyMap<string, Counted>,
    /** How many links the patterns decide. */
    readonly links: number,
    pairs: readonly Pair[],
  ) {
    this.patterns = [...found].map(([key, counted]) => ({ key, counted }));
    pairs.forEach((pair, i) => {
      const row = new Uint8Array(this.patterns.length);
      this.patterns.forEach(({ key }, pattern) => (row[pattern] = (key.charCodeAt(i >> 4) >> (i & 15)) & 1));
      const [low, high] = inOrder(pair);
      const ofLow = this.rows.get(low) ?? new Map<VertexId, Uint8Array>();
      this.rows.set(low, ofLow.set(high, row));
    });
  }

  /** Per pattern, 1 if relays connect the two; undefined: the pair is not in the table. */
  connects(a: VertexId, b: VertexId): Uint8Array | undefined {
    return a < b ? this.rows.get(a)?.get(b) : this.rows.get(b)?.get(a);
  }
}

/** Messages over relays go both ways or not at all. */
function inOrder([a, b]: Pair): Pair {
  return a < b ? [a, b] : [b, a];
}

export function nameOf(pair: Pair): string {
  const [low, high] = inOrder(pair);
  return `${low} ${high}`;
}
