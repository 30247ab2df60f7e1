import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';
import { MAX_TERMINALS, patterns, type Step, stepsOf } from './patterns.js';
import { relayNetwork } from './relayNetwork.js';
import { counting, type Counted, type CutSet, minimal } from './weights.js';

/** Counts of this many bits double what a state takes. */
const BITS_OF_A_STATE = 512;

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

/** The relays between some pairs of terminals, with their tables: each is made once. */
export class RelayPart {
  private readonly tables = new Map<string, PatternTable | undefined>();
  private readonly causes = new Map<string, ReadonlyMap<string, readonly CutSet[]> | undefined>();

  private constructor(
    private readonly pairs: readonly Pair[],
    private readonly numbered: readonly (readonly [number, number])[],
    private readonly steps: readonly Step[],
    private readonly links: { readonly decided: number; readonly all: number },
  ) {}

  /** Undefined: there are more terminals than a table can have. */
  static of(topology: Topology, pairs: readonly Pair[], broken: Broken): RelayPart | undefined {
    const terminals = [...new Set(pairs.flat())].sort((x, y) => x - y);
    if (terminals.length > MAX_TERMINALS) return undefined;
    const network = relayNetwork(
      topology,
      terminals,
      (link) => broken.isDead(link),
      (relay) => broken.isUp(relay),
    );
    const numbered = pairs.map(([a, b]) => [terminals.indexOf(a), terminals.indexOf(b)] as const);
    const decided = network.inner.length + network.outer.filter(({ link }) => link >= 0).length;
    return new RelayPart(pairs, numbered, stepsOf(network), { decided, all: topology.model.links.length });
  }

  /**
   * All patterns that at most `most` cut links give; undefined: that takes more than `limit` states, or fewer where
   * counts are long.
   */
  *table(most: number, limit: number): Generator<void, PatternTable | undefined> {
    const key = `${most} ${limit}`;
    if (!this.tables.has(key)) {
      const { all } = this.links;
      const bits = (all + 1) * (most >= all ? 1 : most + 1);
      const states = Math.floor(limit / (1 + bits / BITS_OF_A_STATE));
      const found = yield* patterns(this.steps, this.numbered, counting(all, most), states);
      this.tables.set(key, found && new PatternTable(found, this.links.decided, this.pairs));
    }
    return this.tables.get(key);
  }

  /**
   * Per pattern, the smallest sets of at most `size` cut links that lead to it, of which none contains another;
   * undefined: that takes more than `limit` states.
   */
  *smallestCuts(size: number, limit: number): Generator<void, ReadonlyMap<string, readonly CutSet[]> | undefined> {
    const key = `${size} ${limit}`;
    if (!this.causes.has(key))
      this.causes.set(key, yield* patterns(this.steps, this.numbered, minimal(this.links.all, size), limit));
    return this.causes.get(key);
  }
}

/** Patterns of reachability over relays between pairs of terminals, with the cuts that give each. */
export class PatternTable {
  readonly patterns: readonly Pattern[];
  private readonly rows = new Map<string, Uint8Array>();

  constructor(
    found: ReadonlyMap<string, Counted>,
    /** How many links the patterns decide. */
    readonly links: number,
    pairs: readonly Pair[],
  ) {
    this.patterns = [...found].map(([key, counted]) => ({ key, counted }));
    pairs.forEach((pair, i) => {
      const row = Uint8Array.from(this.patterns, ({ key }) => (key.charCodeAt(i >> 4) >> (i & 15)) & 1);
      this.rows.set(nameOf(pair), row);
    });
  }

  /** Per pattern, 1 if relays connect the two; undefined: the pair is not in the table. */
  connects(a: VertexId, b: VertexId): Uint8Array | undefined {
    return this.rows.get(nameOf([a, b]));
  }
}

/** Messages over relays go both ways or not at all. */
export function nameOf([a, b]: Pair): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
