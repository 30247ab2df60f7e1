import { Recent } from '../base/recent.js';
import type { VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from './fault.js';
import type { FaultKind } from './kinds.js';
import { LinkWorld } from './linkWorld.js';
import { membersOf, pairOf, placeOf } from './places.js';
import type { Topology } from './topology.js';
import { IS_DESTROYED, IS_UP } from './world.js';

/** What the healthy network answers, and the faults under which the answer is another one. */
export interface Answered {
  readonly healthy: boolean;
  readonly changedBy: ReadonlySet<number>;
}

/** The networks of this many faults are kept. */
const MOST_WORLDS = 300;

/**
 * All faults of one kind, each by itself: what any of them answers is found at once, for all questions about a network.
 * A fault matters to a message only where it meets its way on the healthy network.
 */
export class SingleFaults {
  /** Does a message arrive one way exactly if it arrives the other way, under each of the faults? */
  readonly isTwoWay: boolean;
  private readonly answers = new Map<number, Answered>();
  private readonly healthy: LinkWorld;
  private readonly worlds = new Recent<number, LinkWorld>(MOST_WORLDS);
  private readonly causes = new Map<number, Cause>();
  /** By vertex: the zone that it is lost with. */
  private readonly zones = new Map<VertexId, VertexId>();
  /** By direction: does another way lead from the one relay to the other? */
  private readonly detours: boolean[] = [];

  constructor(
    private readonly topology: Topology,
    private readonly kind: FaultKind,
  ) {
    this.isTwoWay = topology.isTwoWay && kind.part !== 'directions';
    this.healthy = new LinkWorld(topology, HEALTHY, 0);
    topology.model.vertices.forEach(({ kind: what }, zone) => {
      if (what === 'zone')
        for (const vertex of [zone, ...membersOf(topology.model, zone)]) this.zones.set(vertex, zone);
    });
  }

  /** Asked as a world is: does a message arrive, or is the one up or destroyed? */
  answer(from: VertexId, to: VertexId | typeof IS_UP | typeof IS_DESTROYED): Answered {
    const key = from * (this.topology.model.vertices.length + 2) + to + 2;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const found = this.find(from, to);
    this.answers.set(key, found);
    return found;
  }

  private find(from: VertexId, to: VertexId | typeof IS_UP | typeof IS_DESTROYED): Answered {
    const { part } = this.kind;
    if (to === IS_DESTROYED) {
      // A switch keeps nothing.
      const isTold = part === 'destroyed' || (part === 'destroyedZones' && !this.topology.relays[from]);
      return { healthy: false, changedBy: new Set(isTold ? this.stopping([from]) : []) };
    }
    if (to === IS_UP) return { healthy: true, changedBy: new Set(this.stopping([from])) };
    const healthy = this.healthy.reach(from, to);
    // No fault adds a way.
    return { healthy, changedBy: new Set(healthy ? this.parting(from, to) : []) };
  }

  /** The faults that stop one of these. */
  private stopping(vertices: readonly VertexId[]): number[] {
    switch (this.kind.part) {
      case 'stopped':
      case 'destroyed':
        return vertices.filter((vertex) => this.topology.model.vertices[vertex]?.kind === 'node');
      case 'zones':
      case 'destroyedZones':
        return vertices.flatMap((vertex) => this.zones.get(vertex) ?? []);
      default:
        return [];
    }
  }

  /** The faults under which a message does not arrive that arrives on the healthy network. */
  private parting(from: VertexId, to: VertexId): number[] {
    const { model, anchor, healthyWays } = this.topology;
    const [start, goal] = [anchor[from] ?? from, anchor[to] ?? to];
    const stopping = this.stopping([from, to, start, goal]);
    const way = start === goal ? [] : [...(healthyWays.between(start, goal) ?? [])];
    const directions = way.filter((direction, i) => i % 2 === 0 && direction >= 0);
    const isParted = (fault: number): boolean => !stopping.includes(fault) && !this.world(fault).arrives(from, to);
    switch (this.kind.part) {
      case 'zones':
      case 'destroyedZones':
        return [...stopping, ...once(this.stopping(way.filter((_, i) => i % 2 === 1))).filter(isParted)];
      case 'isolated':
        return this.ends(directions, (end) => (model.vertices[end]?.kind === 'node' ? end : undefined)).filter(
          isParted,
        );
      case 'apart':
        return this.ends(directions, (end) => {
          const place = placeOf(model, end);
          return place !== undefined && model.vertices[place]?.kind === 'zone' ? place : undefined;
        }).filter(isParted);
      case 'directions':
        return directions.filter((direction) => this.isNeeded(direction, start, goal) ?? isParted(direction));
      case 'pairs': {
        const [one, other] = [placeOf(model, from), placeOf(model, to)];
        const pair = one === undefined || other === undefined ? undefined : pairOf(model, one, other);
        return pair === undefined ? [] : [pair];
      }
      default:
        return stopping;
    }
  }

  private ends(directions: readonly number[], of: (end: VertexId) => VertexId | undefined): VertexId[] {
    const { links } = this.topology.model;
    return once(
      directions.flatMap((direction) => {
        const { a = -1, b = -1 } = links[direction >> 1] ?? {};
        return [of(a) ?? [], of(b) ?? []].flat();
      }),
    );
  }

  /** Does a direction on the way have to carry the message? Undefined: that takes a search. */
  private isNeeded(direction: number, start: VertexId, goal: VertexId): boolean | undefined {
    const { model, relays, hops, into } = this.topology;
    const { a = -1, b = -1 } = model.links[direction >> 1] ?? {};
    const [from, to] = direction % 2 === 0 ? [a, b] : [b, a];
    if (from === start && hops[start]?.length === 1) return true;
    const entering = into(goal);
    if (to === goal && entering.size === 1 && entering.get(from)?.length === 1) return true;
    if (relays[from] !== true || relays[to] !== true) return undefined;
    this.detours[direction] ??= this.world(direction).arrives(from, to);
    return this.detours[direction] ? false : undefined;
  }

  /** One of the faults, the same object each time. */
  cause(fault: number): Cause {
    const known = this.causes.get(fault);
    if (known !== undefined) return known;
    const made = { ...HEALTHY, [this.kind.part]: [fault] };
    this.causes.set(fault, made);
    return made;
  }

  /** The network under one of the faults; the same object as long as it is kept. */
  world(fault: number): LinkWorld {
    const found = this.worlds.get(fault) ?? new LinkWorld(this.topology, this.cause(fault), 0);
    // What is used goes last.
    this.worlds.set(fault, found);
    return found;
  }
}

function once(list: readonly number[]): number[] {
  return [...new Set(list)];
}

const known = new WeakMap<Topology, Map<FaultKind, SingleFaults>>();

/** Those of a network: made once. */
export function singleFaultsOf(topology: Topology, kind: FaultKind): SingleFaults {
  const kinds = known.get(topology) ?? new Map<FaultKind, SingleFaults>();
  known.set(topology, kinds);
  const found = kinds.get(kind) ?? new SingleFaults(topology, kind);
  kinds.set(kind, found);
  return found;
}
