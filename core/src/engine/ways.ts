import type { VertexId } from '../model/model.js';
import { WayDelays } from '../network/delay/wayDelays.js';
import type { LinkWorld } from '../network/linkWorld.js';
import { linksTo, type RoundTrips, shortestWays, type Topology } from '../network/topology.js';
import { AT_ONCE, after, type Timed } from './timed.js';

const delaysOf = new WeakMap<Topology, WayDelays>();

/** The delays of the ways of a network; made once for it. */
export function wayDelays(topology: Topology): WayDelays {
  const known = delaysOf.get(topology) ?? new WayDelays(topology.model);
  delaysOf.set(topology, known);
  return known;
}

/** Round trips by the shortest ways of a network, healthy or under a fault. */
export class Ways {
  /** Links without a declared round trip on ways that were asked for. */
  readonly undeclared = new Set<number>();
  private readonly known = new Map<VertexId, RoundTrips>();

  constructor(
    readonly topology: Topology,
    /** A world in which everything is decided; absent: the healthy network. */
    private readonly world?: LinkWorld,
  ) {}

  /** A round trip; undefined if nothing passes, or if a link on the way has no declared round trip. */
  between(from: VertexId, to: VertexId): Timed | undefined {
    const links = this.linksBetween(from, to);
    if (links === undefined) return undefined;
    const ms = this.from(from).ms[to] ?? 0;
    const delays = wayDelays(this.topology);
    if (ms === 0) return AT_ONCE;
    return {
      ms,
      legs: [{ from, to, ms }],
      ...(delays.varies(links) ? { delay: () => delays.roundTrip(links) } : {}),
    };
  }

  /** The links of the shortest way; undefined as above. */
  linksBetween(from: VertexId, to: VertexId): readonly number[] | undefined {
    if (from === to) return [];
    const ways = this.from(from);
    if (!this.reaches(from, to)) return undefined;
    if (ways.declared[to] === true) return linksTo(ways, to);
    const { links } = this.topology.model;
    for (const link of linksTo(ways, to))
      if (links[link]?.kind !== 'uplink' && links[link]?.roundTripMs === undefined) this.undeclared.add(link);
    return undefined;
  }

  /** Do messages pass both ways? */
  reaches(from: VertexId, to: VertexId): boolean {
    return this.world === undefined ? this.from(from).ms[to] !== Infinity : this.world.connected(from, to);
  }

  /** The round trip after which `needed` of `others` have answered `from`. */
  slowestOf(from: VertexId, others: readonly VertexId[], needed: number): Timed | undefined {
    if (needed <= 0) return AT_ONCE;
    return after(
      others.map((other) => this.between(from, other)),
      needed,
    );
  }

  private from(vertex: VertexId): RoundTrips {
    const { world } = this;
    if (world === undefined) return this.topology.roundTrips(vertex);
    const found = this.known.get(vertex) ?? shortestWays(this.topology, vertex, (hop) => world.passes(hop));
    this.known.set(vertex, found);
    return found;
  }
}
