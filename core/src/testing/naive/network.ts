import type { Fault, Link, Model, Store, Vertex, VertexId } from '../../model/model.js';

/** A fault as the naive implementation takes it: with everything that is broken beside what a partition breaks. */
export interface Break extends Fault {
  readonly zonesLost: readonly VertexId[];
  /** Nodes on none of whose links anything passes. */
  readonly isolated: readonly VertexId[];
  /** Zones that nothing enters or leaves. */
  readonly zonesApart: readonly VertexId[];
  /** Two places each: what is in the one sends nothing to what is in the other. */
  readonly pairs: readonly (readonly [VertexId, VertexId])[];
  /** Zones that are lost with the disks of their nodes; `destroyed` has nodes. */
  readonly zonesDestroyed: readonly VertexId[];
}

export const HEALTHY: Break = {
  cutDirections: [],
  stopped: [],
  groups: [],
  zonesLost: [],
  isolated: [],
  zonesApart: [],
  pairs: [],
  destroyed: [],
  zonesDestroyed: [],
};

/** One step that a message can take. */
interface Hop {
  readonly to: VertexId;
  readonly ms: number;
}

/**
 * The network of a model under one fault, by plain search; every question is answered from the model itself, and
 * remembered.
 */
export class Network {
  private readonly passed = new Map<string, boolean>();

  constructor(
    readonly model: Model,
    readonly fault: Break,
  ) {}

  /**
   * A server is up if it is not stopped and not in a lost zone; a client, if its machine is up and its zone is not
   * lost.
   */
  isUp(id: VertexId): boolean {
    const vertex = this.vertex(id);
    const { stopped, destroyed } = this.fault;
    if (stopped.includes(id) || destroyed.includes(id) || this.isLostZone(id)) return false;
    if (vertex.kind === 'node') return vertex.zone === undefined || !this.isLostZone(vertex.zone);
    if (vertex.kind === 'client' && vertex.placement.kind === 'node') return this.isUp(vertex.placement.vertex);
    if (vertex.kind === 'client' && vertex.placement.kind === 'zone') return !this.isLostZone(vertex.placement.vertex);
    return true;
  }

  private isLostZone(zone: VertexId): boolean {
    return this.fault.zonesLost.includes(zone) || this.fault.zonesDestroyed.includes(zone);
  }

  /** Does nothing come back from its disk? */
  isDestroyed(node: VertexId): boolean {
    const zone = this.zoneOf(node);
    return this.fault.destroyed.includes(node) || (zone !== undefined && this.fault.zonesDestroyed.includes(zone));
  }

  /** Does a message from u arrive at v? */
  passes(u: VertexId, v: VertexId): boolean {
    const key = `${u}>${v}`;
    const known = this.passed.get(key);
    if (known !== undefined) return known;
    const result = this.search(u, v);
    this.passed.set(key, result);
    return result;
  }

  private search(u: VertexId, v: VertexId): boolean {
    if (!this.isUp(u) || !this.isUp(v)) return false;
    if (u === v) return true;
    if (this.fault.groups.some((groups) => inDifferentGroups(groups, u, v))) return false;
    if (this.fault.pairs.some(([x, y]) => this.isBetween(u, v, x, y) || this.isBetween(u, v, y, x))) return false;
    const starts = this.placesOf(u);
    const ends = this.placesOf(v);
    if (starts.some((start) => ends.includes(start))) return true;
    const seen = new Set(starts);
    const waiting = [...starts];
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      for (const { to } of this.hops(at)) {
        if (ends.includes(to)) return true;
        if (seen.has(to) || !this.forwards(to)) continue;
        seen.add(to);
        waiting.push(to);
      }
    }
    return false;
  }

  private isBetween(u: VertexId, v: VertexId, x: VertexId, y: VertexId): boolean {
    return this.isIn(u, x) && this.isIn(v, y);
  }

  /** Is it the place itself, in that zone, or a client at that node? */
  private isIn(v: VertexId, place: VertexId): boolean {
    return v === place || this.machineOf(v) === place || this.zoneOf(v) === place;
  }

  /** Does a link carry nothing because of where it leads? */
  private isOut({ a, b }: Link): boolean {
    const { isolated, zonesApart } = this.fault;
    return (
      isolated.includes(a) ||
      isolated.includes(b) ||
      zonesApart.some((zone) => this.isIn(a, zone) !== this.isIn(b, zone))
    );
  }

  /** Do messages pass both ways between two servers? */
  connected(u: VertexId, v: VertexId): boolean {
    return this.passes(u, v) && this.passes(v, u);
  }

  /** The members of `all` that are connected to u, with u itself if it is up. */
  connectedTo(u: VertexId, all: readonly VertexId[]): VertexId[] {
    return all.filter((v) => this.connected(u, v));
  }

  /** The members of `all` that are connected to u, over other members of `all` too. */
  component(u: VertexId, all: readonly VertexId[]): VertexId[] {
    if (!this.isUp(u)) return [];
    const found = new Set([u]);
    for (const one of found) for (const other of all) if (this.connected(one, other)) found.add(other);
    return [...found];
  }

  /**
   * The replicas that a client asks, in its order: pinned replicas as they are written, else nearest first. The same
   * under every fault.
   */
  orderOf(client: VertexId, store: Store): VertexId[] {
    return this.orderAmong(client, store.replicas);
  }

  /** The same where one copy may answer alone, and so an observer may. */
  orderOfCopies(client: VertexId, store: Store): VertexId[] {
    return this.orderAmong(client, [...store.replicas, ...(store.observers ?? []).map(({ node }) => node)]);
  }

  /** The same for a client that asks the instances of a service, and for an instance that asks other nodes. */
  orderAmong(sender: VertexId, nodes: readonly VertexId[]): VertexId[] {
    const vertex = this.vertex(sender);
    if (vertex.kind === 'client' && vertex.via.length > 0) return vertex.via.filter((id) => nodes.includes(id));
    const healthy = this.healthy();
    const distance = new Map(nodes.map((node) => [node, healthy.distance(sender, node)]));
    const order = [...nodes];
    // A stable sort: replicas at the same distance stay in order of declaration.
    return order.sort((x, y) => compareDistances(distance.get(x) ?? [], distance.get(y) ?? []));
  }

  /** The same network with nothing broken. */
  healthy(): Network {
    return this.fault === HEALTHY ? this : new Network(this.model, HEALTHY);
  }

  /** Same machine, then same zone, then the round trip; smaller is nearer. */
  private distance(client: VertexId, replica: VertexId): number[] {
    const sameMachine = client === replica || this.machineOf(client) === replica;
    const zone = this.zoneOf(client);
    const sameZone = zone !== undefined && zone === this.zoneOf(replica);
    return [sameMachine ? 0 : 1, sameZone ? 0 : 1, this.travel(client, replica) + this.travel(replica, client)];
  }

  /** The smallest sum of round trips on a way from u to v; there and back make two round trips. */
  private travel(u: VertexId, v: VertexId): number {
    const best = new Map(this.placesOf(u).map((id) => [id, 0]));
    const ends = this.placesOf(v);
    // As many rounds as there are vertices: each goes one step further from every known vertex.
    for (let i = 0; i < this.model.vertices.length; i++) {
      for (const [at, ms] of [...best]) {
        if (!this.placesOf(u).includes(at) && !this.forwards(at)) continue;
        for (const hop of this.hops(at)) best.set(hop.to, Math.min(best.get(hop.to) ?? Infinity, ms + hop.ms));
      }
    }
    return Math.min(...ends.map((end) => best.get(end) ?? Infinity));
  }

  /** Where a message of v starts or arrives: a client at a node is at that machine. */
  private placesOf(v: VertexId): VertexId[] {
    const machine = this.machineOf(v);
    return machine === undefined ? [v] : [v, machine];
  }

  private machineOf(v: VertexId): VertexId | undefined {
    const vertex = this.vertex(v);
    return vertex.kind === 'client' && vertex.placement.kind === 'node' ? vertex.placement.vertex : undefined;
  }

  zoneOf(v: VertexId): VertexId | undefined {
    const vertex = this.vertex(v);
    if (vertex.kind === 'node') return vertex.zone;
    if (vertex.kind !== 'client' || vertex.placement.kind === 'free') return undefined;
    return vertex.placement.kind === 'zone' ? vertex.placement.vertex : this.zoneOf(vertex.placement.vertex);
  }

  private forwards(v: VertexId): boolean {
    const { kind } = this.vertex(v);
    return (kind === 'router' || kind === 'zone') && this.isUp(v);
  }

  private hops(from: VertexId): Hop[] {
    const hops: Hop[] = [];
    this.model.links.forEach((link: Link, i) => {
      if (this.isOut(link)) return;
      const ms = link.roundTripMs ?? 0;
      if (link.a === from && !this.fault.cutDirections.includes(2 * i)) hops.push({ to: link.b, ms });
      if (link.b === from && !link.oneWay && !this.fault.cutDirections.includes(2 * i + 1))
        hops.push({ to: link.a, ms });
    });
    // The wire of a client in a zone cannot fail.
    const vertex = this.vertex(from);
    if (vertex.kind === 'client' && vertex.placement.kind === 'zone') hops.push({ to: vertex.placement.vertex, ms: 0 });
    if (vertex.kind === 'zone') {
      this.model.vertices.forEach((other, id) => {
        if (other.kind === 'client' && other.placement.kind === 'zone' && other.placement.vertex === from)
          hops.push({ to: id, ms: 0 });
      });
    }
    return hops;
  }

  private vertex(id: VertexId): Vertex {
    const vertex = this.model.vertices[id];
    if (vertex === undefined) throw new Error(`no vertex ${id}`);
    return vertex;
  }
}

function inDifferentGroups(groups: readonly (readonly VertexId[])[], u: VertexId, v: VertexId): boolean {
  const groupOfU = groups.findIndex((group) => group.includes(u));
  const groupOfV = groups.findIndex((group) => group.includes(v));
  return groupOfU >= 0 && groupOfV >= 0 && groupOfU !== groupOfV;
}

function compareDistances(x: readonly number[], y: readonly number[]): number {
  for (const [i, mine] of x.entries()) {
    const other = y[i] ?? 0;
    if (mine < other) return -1;
    if (mine > other) return 1;
  }
  return 0;
}
