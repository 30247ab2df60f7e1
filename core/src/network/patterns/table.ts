import { Recent } from '../../base/recent.js';
import type { VertexId } from '../../model/model.js';
import type { Topology } from '../topology.js';
import { inseparable } from './inseparable.js';
import { relayOrder } from './order.js';
import { MAX_TERMINALS } from './patterns.js';
import { type Broken, linksBetweenRelays, type RelayNetwork, withoutDeadEnds } from './relayNetwork.js';
import { type Patterns, Walk } from './walk.js';
import type { Counted, CutSet } from './weights.js';

/** A frontier of more relays than these has more states than any limit gives, at least a Catalan number of them. */
const WIDEST = 15;

/** Two terminals. */
export type Pair = readonly [VertexId, VertexId];

/** A walk as the terminals of some pairs take it. */
interface Taken {
  readonly walk: Walk;
  /** By pair: its place among the pairs of the walk; ALWAYS: the two stay connected. */
  readonly places: readonly number[];
}

const ALWAYS = -1;

/** The relays between some pairs of terminals, with their tables: each is made once. */
export class RelayPart {
  private readonly tables = new Map<string, PatternTable | undefined>();
  private readonly outer: RelayNetwork['outer'];
  /** By the relays that stay together. */
  private readonly taken = new Map<Joined, Taken>();

  private constructor(
    { relayHops }: Topology,
    private readonly pairs: readonly Pair[],
    terminals: readonly VertexId[],
    private readonly backbone: Backbone,
  ) {
    this.outer = terminals.flatMap((terminal) =>
      (relayHops[terminal] ?? []).flatMap(({ to, direction }) =>
        backbone.carries(to, direction) ? [{ relay: to, terminal, link: direction < 0 ? -1 : direction >> 1 }] : [],
      ),
    );
  }

  /** Undefined: there are more terminals than a table can have. */
  static of(topology: Topology, pairs: readonly Pair[], backbone: Backbone): RelayPart | undefined {
    const terminals = [...new Set(pairs.flat())].sort((x, y) => x - y);
    return terminals.length > MAX_TERMINALS ? undefined : new RelayPart(topology, pairs, terminals, backbone);
  }

  /**
   * All patterns that at most `most` cut links give; undefined: that takes more than `limit` states, or fewer where
   * counts are long.
   */
  *table(most: number, limit: number): Generator<void, PatternTable | undefined> {
    const key = `${most} ${limit}`;
    if (!this.tables.has(key)) {
      const taken = yield* this.takenFor(most);
      const found = taken && (yield* taken.walk.counted(most, limit));
      this.tables.set(key, found && new PatternTable(found, taken.walk.decided, this.pairs, taken.places));
    }
    return this.tables.get(key);
  }

  /** Is it expected, and where that is in doubt known, that a table of that many cuts takes no more than `limit`? */
  *fits(most: number, limit: number): Generator<void, boolean> {
    const taken = yield* this.takenFor(most);
    return taken !== undefined && (yield* taken.walk.fits(most, limit));
  }

  /**
   * By key of a pattern, the smallest sets of at most `size` cut links that lead to it, of which none contains another;
   * undefined: that takes more than `limit` states.
   */
  *smallestCuts(size: number, limit: number): Generator<void, ReadonlyMap<string, readonly CutSet[]> | undefined> {
    const taken = yield* this.takenFor(size);
    const found = taken && (yield* taken.walk.smallestCuts(size, limit));
    return found && new Map([...found].map(([bits, cuts]) => [keyOf(bits, taken.places), cuts]));
  }

  /** Undefined: that many cuts take far too many states, whatever is asked about. */
  private *takenFor(cuts: number): Generator<void, Taken | undefined> {
    if (cuts >= this.backbone.links && this.backbone.isWide) return undefined;
    const joined = yield* this.backbone.joinedBy(cuts);
    const known = this.taken.get(joined) ?? this.walkOver(joined);
    this.taken.set(joined, known);
    return known;
  }

  /**
   * Terminals that are wired to the same relay, and to nothing else, stay connected, and each is connected to
   * whatever the others are. They are one terminal, and the walk is the same, whichever of them asks.
   */
  private walkOver(joined: Joined): Taken {
    const outer = this.outer.map((one) => ({ ...one, relay: joined.first[one.relay] ?? one.relay }));
    const uplinks = new Map<VertexId, number>();
    for (const { terminal } of outer) uplinks.set(terminal, (uplinks.get(terminal) ?? 0) + 1);
    /** By terminal: what stands for it. Others than wired ones come first. */
    const standing = new Map(this.pairs.flat().map((terminal) => [terminal, terminal]));
    for (const { terminal, relay, link } of outer)
      if (link < 0 && uplinks.get(terminal) === 1) standing.set(terminal, joined.first.length + relay);
    const order = [...new Set(standing.values())].sort((x, y) => x - y);
    const numbers = new Map([...standing].map(([terminal, one]) => [terminal, order.indexOf(one)]));
    const number = (terminal: VertexId): number => numbers.get(terminal) ?? -1;
    const names = this.pairs.map(([a, b]) => {
      const [low, high] = inOrder([number(a), number(b)]);
      return low === high ? ALWAYS : low * MAX_TERMINALS + high;
    });
    const different = [...new Set(names)].filter((name) => name !== ALWAYS).sort((x, y) => x - y);
    const uplink = new Map(
      outer.map(({ relay, terminal, link }) => {
        const one = { relay, terminal: number(terminal), link };
        return [`${relay} ${one.terminal} ${link}`, one] as const;
      }),
    );
    const pairs = different.map((name) => [Math.floor(name / MAX_TERMINALS), name % MAX_TERMINALS] as const);
    const walk = this.backbone.walk(joined, [...uplink.values()].sort(byTerminal), pairs);
    return { walk, places: names.map((name) => different.indexOf(name)) };
  }
}

function byTerminal(a: RelayNetwork['outer'][number], b: RelayNetwork['outer'][number]): number {
  return a.terminal - b.terminal || a.relay - b.relay || a.link - b.link;
}

/** Which pairs meet in a pattern of a walk. */
function keyOf(bits: string, places: readonly number[]): string {
  return String.fromCharCode(...places.map((place) => meets(bits, place)));
}

function meets(bits: string, place: number): 0 | 1 {
  return place === ALWAYS || (bits.charCodeAt(place >> 4) >> (place & 15)) & 1 ? 1 : 0;
}

/** The relays of a network, of which some stay together. */
interface Joined {
  /** By vertex: the first of those that it stays with. */
  readonly first: readonly VertexId[];
  /** Links between two that do not. */
  readonly inner: RelayNetwork['inner'];
}

/** This many walks are kept: operations on the same store follow each other. */
const MOST_WALKS = 300;

/** The relays of a network beside one fault, whatever a question asks about. */
export class Backbone {
  /** Each relay by itself. */
  private readonly parted: Joined;
  /** The same, without dead ends and terminals. */
  private readonly bare: RelayNetwork;
  /** By number of cuts. */
  private readonly joined = new Map<number, Joined>();
  /** By all that it depends on. */
  private readonly walks = new Map<Joined, Recent<string, Walk>>();
  /** As many cuts part all. */
  private partsAll = Infinity;
  private wide: boolean | undefined;

  constructor(
    private readonly topology: Topology,
    private readonly broken: Broken,
  ) {
    const inner = linksBetweenRelays(topology, broken);
    this.parted = { first: topology.model.vertices.map((_, vertex) => vertex), inner };
    this.bare = withoutDeadEnds(inner, []);
  }

  /** How many links the network has. */
  get links(): number {
    return this.topology.model.links.length;
  }

  /** Is each order of all relays so wide that nobody counts the states? */
  get isWide(): boolean {
    return (this.wide ??= relayOrder(this.bare).widest > WIDEST);
  }

  /** Does a hop to a relay carry a message, as long as its link is not cut? */
  carries(relay: VertexId, direction: number): boolean {
    return this.broken.isUp(relay) && (direction < 0 || !this.broken.isDead(direction >> 1));
  }

  /** The network with one relay for all that `cuts` cut links cannot part. */
  *joinedBy(cuts: number): Generator<void, Joined> {
    if (cuts >= Math.min(this.partsAll, this.links)) return this.parted;
    const known = this.joined.get(cuts) ?? (yield* this.findJoined(cuts));
    this.joined.set(cuts, known);
    if (known === this.parted) this.partsAll = Math.min(this.partsAll, cuts);
    return known;
  }

  private *findJoined(cuts: number): Generator<void, Joined> {
    const { relays, inner, vertices } = this.bare;
    const first = [...this.parted.first];
    (yield* inseparable(relays, inner, cuts)).forEach((one, relay) => {
      first[vertices[relay] ?? -1] = vertices[one] ?? -1;
    });
    const same = [this.parted, ...this.joined.values()].find((one) =>
      one.first.every((relay, i) => relay === first[i]),
    );
    if (same !== undefined) return same;
    const one = (relay: VertexId): VertexId => first[relay] ?? relay;
    const links = this.parted.inner.map(({ a, b, link }) => ({ a: one(a), b: one(b), link }));
    return { first, inner: links.filter(({ a, b }) => a !== b) };
  }

  /** The walk for these pairs of terminals, which are wired to these relays. */
  walk(joined: Joined, outer: RelayNetwork['outer'], pairs: readonly (readonly [number, number])[]): Walk {
    const walks = this.walks.get(joined) ?? new Recent<string, Walk>(MOST_WALKS);
    this.walks.set(joined, walks);
    const key = [...outer.flatMap(({ relay, terminal, link }) => [relay, terminal, link]), '', ...pairs.flat()].join();
    const found = walks.get(key) ?? new Walk(() => withoutDeadEnds(joined.inner, outer), pairs, this.links);
    // What is used goes last.
    walks.set(key, found);
    return found;
  }
}

/** Patterns of reachability over relays between pairs of terminals, with the cuts that give each. */
export class PatternTable {
  /** What is known of the cuts that give each pattern. */
  readonly counted: readonly Counted[];
  private readonly bits: readonly string[];
  /** By the smaller vertex of a pair, then by the other one. */
  private readonly rows = new Map<VertexId, Map<VertexId, Uint8Array>>();

  constructor(
    found: Patterns<Counted>,
    /** How many links the patterns decide. */
    readonly links: number,
    pairs: readonly Pair[],
    private readonly places: readonly number[],
  ) {
    this.counted = [...found.values()];
    this.bits = [...found.keys()];
    /** By place among the pairs of the walk: pairs with the same place meet in the same patterns. */
    const known: Uint8Array[] = [];
    pairs.forEach((pair, i) => {
      const place = places[i] ?? ALWAYS;
      const row = (known[place + 1] ??= this.rowOf(place));
      const [low, high] = inOrder(pair);
      const ofLow = this.rows.get(low) ?? new Map<VertexId, Uint8Array>();
      this.rows.set(low, ofLow.set(high, row));
    });
  }

  private rowOf(place: number): Uint8Array {
    const row = new Uint8Array(this.bits.length);
    for (let pattern = 0; pattern < row.length; pattern++) row[pattern] = meets(this.bits[pattern] ?? '', place);
    return row;
  }

  /** Says which pairs meet in a pattern. */
  key(pattern: number): string {
    return keyOf(this.bits[pattern] ?? '', this.places);
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
