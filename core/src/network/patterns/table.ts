import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';
import { MAX_TERMINALS, patterns } from './patterns.js';
import { type RelayNetwork, relayNetwork } from './relayNetwork.js';
import { counting, type Counted, type CutSet, minimal } from './weights.js';

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

/** All patterns of reachability over relays that sets of at most `most` cut links give to some pairs of terminals. */
export class PatternTable {
  private readonly rows = new Map<string, Uint8Array>();
  private readonly causes = new Map<number, ReadonlyMap<string, readonly CutSet[]> | undefined>();

  private constructor(
    readonly patterns: readonly Pattern[],
    /** The links that the patterns decide. */
    readonly links: number,
    private readonly made: Made,
    private readonly total: number,
  ) {
    made.pairs.forEach((pair, i) => {
      const row = Uint8Array.from(patterns, ({ key }) => (key.charCodeAt(i >> 4) >> (i & 15)) & 1);
      this.rows.set(nameOf(pair), row);
    });
  }

  /** Undefined: there are more terminals than a table can have, or more states than `limit`. */
  static *of(
    topology: Topology,
    pairs: readonly (readonly [VertexId, VertexId])[],
    broken: Broken,
    { most, limit }: { readonly most: number; readonly limit: number },
  ): Generator<void, PatternTable | undefined> {
    const terminals = [...new Set(pairs.flat())].sort((x, y) => x - y);
    if (terminals.length > MAX_TERMINALS) return undefined;
    const network = relayNetwork(
      topology,
      terminals,
      (link) => broken.isDead(link),
      (relay) => broken.isUp(relay),
    );
    const numbered = pairs.map(([a, b]) => [terminals.indexOf(a), terminals.indexOf(b)] as const);
    const links = topology.model.links.length;
    const found = yield* patterns(network, numbered, counting(links, most), limit);
    if (found === undefined) return undefined;
    const all = [...found].map(([key, counted]) => ({ key, counted }));
    const decided = network.inner.length + network.outer.filter(({ link }) => link >= 0).length;
    return new PatternTable(all, decided, { network, numbered, pairs }, links);
  }

  /** Per pattern, 1 if relays connect the two; undefined: the pair is not in the table. */
  connects(a: VertexId, b: VertexId): Uint8Array | undefined {
    return this.rows.get(nameOf([a, b]));
  }

  /**
   * Per pattern, the smallest sets of at most `size` cut links that lead to it, of which none contains another;
   * undefined: that takes more than `limit` states.
   */
  *smallestCuts(size: number, limit: number): Generator<void, ReadonlyMap<string, readonly CutSet[]> | undefined> {
    if (!this.causes.has(size)) {
      const { network, numbered } = this.made;
      this.causes.set(size, yield* patterns(network, numbered, minimal(this.total, size), limit));
    }
    return this.causes.get(size);
  }
}

/** What a table is made from. */
interface Made {
  readonly network: RelayNetwork;
  readonly numbered: readonly (readonly [number, number])[];
  readonly pairs: readonly (readonly [VertexId, VertexId])[];
}

/** Messages over relays go both ways or not at all. */
export function nameOf([a, b]: readonly [VertexId, VertexId]): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
