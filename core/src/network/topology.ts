import TinyQueue from 'tinyqueue';
import type { Model, Vertex, VertexId } from '../model/model.js';
import { placesOfRequests } from '../model/uses.js';
import { HealthyWays } from './healthyWays.js';

/**
 * One way for a message to leave a vertex. `direction` is -1 for the wire of a client placed in a zone, which cannot
 * fail.
 */
export interface Hop {
  readonly to: VertexId;
  readonly direction: number;
}

/**
 * The network of a model, prepared for many questions "does a message from u to v pass?". Directions: of link i, a→b is
 * `2 * i`, b→a is `2 * i + 1`.
 */
export interface Topology {
  readonly model: Model;
  readonly hops: readonly (readonly Hop[])[];
  /** Routers and zone switches forward; nodes and clients don't. */
  readonly relays: readonly boolean[];
  /** Has no link one direction only? */
  readonly isTwoWay: boolean;
  /** Is there no way over routers or switches between any two machines or clients that take part in a request? */
  readonly isDirect: boolean;
  /** Those of `hops` that lead to relays: a search follows only these before its last step. */
  readonly relayHops: readonly (readonly Hop[])[];
  /** The directions that lead into a vertex, by the vertex that they come from. */
  into(vertex: VertexId): ReadonlyMap<VertexId, readonly number[]>;
  /**
   * The directions from u to v if no router or switch could carry a message around them, else undefined. Most questions
   * then need no search.
   */
  directOnly(u: VertexId, v: VertexId): readonly number[] | undefined;
  /** Where a vertex's messages start: the machine of a client placed `at` a node, else the vertex itself. */
  readonly anchor: readonly VertexId[];
  /** Ways of few hops on the healthy network. */
  readonly healthyWays: HealthyWays;
  /** Shortest ways from one vertex on the healthy network. */
  roundTrips(from: VertexId): RoundTrips;
  /** What a search notes for each vertex. One search ends before the next begins, so all worlds share it. */
  readonly scratch: Scratch;
}

/** One slot for each vertex; what a search wrote is valid where `seen` has the token of that search. */
export interface Scratch {
  readonly distance: Int32Array;
  readonly parent: Int32Array;
  readonly parentDirection: Int32Array;
  readonly seen: Float64Array;
  /** Two queues: a vertex is in each at most twice. */
  readonly queues: readonly [Int32Array, Int32Array];
  token: number;
}

/** In milliseconds, per vertex; Infinity if it is unreachable. */
export interface RoundTrips {
  readonly ms: readonly number[];
  /** Has every `link` of the way a declared round trip? Uplinks are local and count as 0. */
  readonly declared: readonly boolean[];
  /** The direction over which the way enters each vertex, and where from; -1: it begins there, or there is none. */
  readonly entered: readonly { readonly direction: number; readonly from: VertexId }[];
}

export function compileTopology(model: Model): Topology {
  const hops: Hop[][] = model.vertices.map(() => []);
  model.links.forEach((link, i) => {
    hops[link.a]?.push({ to: link.b, direction: 2 * i });
    if (!link.oneWay) hops[link.b]?.push({ to: link.a, direction: 2 * i + 1 });
  });
  const anchor = model.vertices.map((vertex, id) => {
    if (vertex.kind !== 'client') return id;
    if (vertex.placement.kind === 'zone') {
      hops[id]?.push({ to: vertex.placement.vertex, direction: -1 });
      hops[vertex.placement.vertex]?.push({ to: id, direction: -1 });
    }
    return vertex.placement.kind === 'node' ? vertex.placement.vertex : id;
  });
  const relays = model.vertices.map((vertex) => vertex.kind === 'router' || vertex.kind === 'zone');
  const n = model.vertices.length;
  const direct: Map<VertexId, readonly number[]>[] = [];
  const groups = relayGroups(model.vertices.length, hops, relays);
  const directOnly = (u: VertexId, v: VertexId): readonly number[] | undefined => {
    if (groups[u]?.some((group) => groups[v]?.includes(group))) return undefined;
    const from = (direct[u] ??= new Map());
    const known = from.get(v);
    if (known !== undefined) return known;
    const directions = (hops[u] ?? []).flatMap((hop) => (hop.to === v ? [hop.direction] : []));
    from.set(v, directions);
    return directions;
  };
  const relayHops = hops.map((list) => list.filter((hop) => relays[hop.to]));
  const entering: Map<VertexId, number[]>[] = model.vertices.map(() => new Map());
  hops.forEach((list, from) => {
    for (const { to, direction } of list) entering[to]?.set(from, [...(entering[to].get(from) ?? []), direction]);
  });
  const into = (vertex: VertexId): ReadonlyMap<VertexId, readonly number[]> => entering[vertex] ?? new Map();
  const scratch: Scratch = {
    distance: new Int32Array(n),
    parent: new Int32Array(n),
    parentDirection: new Int32Array(n),
    seen: new Float64Array(n),
    queues: [new Int32Array(2 * n), new Int32Array(2 * n)],
    token: 0,
  };
  const known: RoundTrips[] = [];
  const roundTrips = (from: VertexId): RoundTrips =>
    (known[from] ??= shortestWays({ model, hops, relays, anchor }, from));
  const isTwoWay = model.links.every(({ oneWay }) => !oneWay);
  return {
    model,
    hops,
    relays,
    isTwoWay,
    isDirect: areDirect(groups, placesOfRequests(model)),
    relayHops,
    into,
    directOnly,
    anchor,
    healthyWays: new HealthyWays({ relayHops, into }),
    roundTrips,
    scratch,
  };
}

/**
 * By vertex: the groups of relays that it has a link to, or is in. Relays of one group are linked with each other,
 * whatever the direction; a message that two vertices exchange over relays takes those of one group.
 */
function relayGroups(
  vertices: number,
  hops: Topology['hops'],
  relays: Topology['relays'],
): readonly (readonly number[])[] {
  if (!relays.includes(true)) return [];
  const near: VertexId[][] = Array.from({ length: vertices }, () => []);
  hops.forEach((list, from) => {
    for (const { to } of list) {
      if (relays[to]) near[from]?.push(to);
      if (relays[from]) near[to]?.push(from);
    }
  });
  const group: number[] = [];
  relays.forEach((isRelay, relay) => {
    if (!isRelay || group[relay] !== undefined) return;
    group[relay] = relay;
    const found = [relay];
    for (const one of found)
      for (const next of near[one] ?? []) {
        if (!relays[next] || group[next] !== undefined) continue;
        group[next] = relay;
        found.push(next);
      }
  });
  return near.map((list, vertex) => [
    ...new Set([...list, vertex].flatMap((one) => (group[one] === undefined ? [] : [group[one]]))),
  ]);
}

/** Is each group next to one of these at most? */
function areDirect(groups: readonly (readonly number[])[], places: ReadonlySet<VertexId>): boolean {
  const near = [...places].flatMap((place) => groups[place] ?? []);
  return new Set(near).size === near.length;
}

/** Made once for each model: a report asks many questions about one. */
const topologies = new WeakMap<Model, Topology>();

export function topologyOf(model: Model): Topology {
  const known = topologies.get(model) ?? compileTopology(model);
  topologies.set(model, known);
  return known;
}

/** Round trip of one link for distances: undeclared counts as 0. */
function weight(model: Model, direction: number): number {
  return direction < 0 ? 0 : (model.links[direction >> 1]?.roundTripMs ?? 0);
}

/** Dijkstra's algorithm; only routers and switches forward. `passes`: does a hop carry a message? Absent: each does. */
export function shortestWays(
  { model, hops, relays, anchor }: Pick<Topology, 'model' | 'hops' | 'relays' | 'anchor'>,
  from: VertexId,
  passes: (hop: Hop) => boolean = () => true,
): RoundTrips {
  const start = anchor[from] ?? from;
  const ms = model.vertices.map(() => Infinity);
  // No other vertex is reached yet.
  const declared = model.vertices.map((_, vertex) => vertex === start);
  const entered = model.vertices.map(() => NOT_ENTERED);
  const done = new Set<VertexId>();
  ms[start] = 0;
  const reached = new TinyQueue([{ vertex: start, at: 0 }], (x, y) => x.at - y.at || x.vertex - y.vertex);
  for (let nearest = reached.pop(); nearest !== undefined; nearest = reached.pop()) {
    const next = nearest.vertex;
    if (done.has(next)) continue;
    done.add(next);
    if (next !== start && !relays[next]) continue;
    for (const hop of hops[next] ?? []) {
      if (!passes(hop)) continue;
      const there = (ms[next] ?? 0) + weight(model, hop.direction);
      if (there < (ms[hop.to] ?? Infinity)) {
        const link = hop.direction < 0 ? undefined : model.links[hop.direction >> 1];
        ms[hop.to] = there;
        entered[hop.to] = { direction: hop.direction, from: next };
        reached.push({ vertex: hop.to, at: there });
        declared[hop.to] =
          declared[next] === true && (link === undefined || link.kind === 'uplink' || link.roundTripMs !== undefined);
      }
    }
  }
  ms[from] = 0;
  declared[from] = true;
  return { ms, declared, entered };
}

const NOT_ENTERED: RoundTrips['entered'][number] = { direction: -1, from: -1 };

/** The links of the way that `ways` found to a vertex, in order; a way there may be none. */
export function linksTo({ entered }: RoundTrips, to: VertexId): number[] {
  const links: number[] = [];
  for (let at = entered[to]; at !== undefined && at.from >= 0; at = entered[at.from])
    if (at.direction >= 0) links.push(at.direction >> 1);
  return links.reverse();
}

/**
 * The replicas that a client asks, or that the instance of a service asks, nearest first: same machine, same zone,
 * smallest round trip on the healthy network, order of declaration. A pinned client asks only its `via` list, in the
 * order as written.
 */
export function nearestFirst(topology: Topology, client: VertexId, replicas: readonly VertexId[]): VertexId[] {
  const vertex = topology.model.vertices[client];
  if (vertex?.kind === 'client' && vertex.via.length > 0) return vertex.via.filter((r) => replicas.includes(r));
  const machine = vertex?.kind === 'node' ? client : placementOf(vertex, 'node');
  const machineVertex = machine === undefined ? undefined : topology.model.vertices[machine];
  const zone = placementOf(vertex, 'zone') ?? (machineVertex?.kind === 'node' ? machineVertex.zone : undefined);
  const rank = (r: VertexId): number => {
    const node = topology.model.vertices[r];
    if (r === machine) return 0;
    return zone !== undefined && node?.kind === 'node' && node.zone === zone ? 1 : 2;
  };
  const order = new Map(replicas.map((r, i) => [r, i]));
  const home = topology.anchor[client] ?? client;
  // There and back: if links carry only one way, an answer may come another way, or not at all.
  const distances = new Map(
    replicas.map((r) => [
      r,
      (topology.roundTrips(client).ms[r] ?? Infinity) + (topology.roundTrips(r).ms[home] ?? Infinity),
    ]),
  );
  const distance = (r: VertexId): number => distances.get(r) ?? Infinity;
  return [...replicas].sort((x, y) => {
    if (rank(x) !== rank(y)) return rank(x) - rank(y);
    if (distance(x) !== distance(y)) return distance(x) < distance(y) ? -1 : 1;
    return (order.get(x) ?? 0) - (order.get(y) ?? 0);
  });
}

/** The node or the zone that a client is placed at or in. */
function placementOf(vertex: Vertex | undefined, kind: 'node' | 'zone'): VertexId | undefined {
  const placement = vertex?.kind === 'client' ? vertex.placement : undefined;
  return placement?.kind === kind ? placement.vertex : undefined;
}
