import type { VertexId } from '../model/model.js';
import type { Cause } from './fault.js';
import type { Topology } from './topology.js';

const UNDECIDED = 0;
const UP = 1;
const CUT = 2;

/**
 * The network under a fault of which some links may be *undecided*: neither known to be up nor known to be cut.
 *
 * A question whose answer hangs on an undecided link decides it – up first – and remembers the decision. Whoever asks
 * runs the same computation again after `advance()`, which turns the last decision round, until every way has been
 * seen. Each run then stands for all faults that agree with the decisions it needed: links that no answer depended on
 * are left out, so that 2^60 cuts may be a handful of runs, and the counts are still exact.
 */
export class World {
  private readonly state: Uint8Array;
  private readonly stopped: Uint8Array;
  private readonly cutDirection: Uint8Array;
  /** Per entry of a named partition: which of its groups a vertex is in, of those that are in one. */
  private readonly groups: Map<VertexId, number>[] = [];
  private readonly decidedLinks: number[] = [];
  private cuts = 0;

  /**
   * One slot per ordered pair that was asked about, by their numbers: `2 * run` (no) or `2 * run + 1` (yes) where it
   * was asked in this run.
   */
  private readonly memo: number[][] = [];
  private run = 1;

  /**
   * @param maxCuts how many undecided links may be decided as cut; 0 makes the world concrete: what the cause does not
   * cut is up.
   */
  constructor(
    readonly topology: Topology,
    cause: Cause,
    private readonly maxCuts: number,
  ) {
    const { model } = topology;
    const n = model.vertices.length;
    this.state = new Uint8Array(model.links.length).fill(maxCuts === 0 ? UP : UNDECIDED);
    this.stopped = new Uint8Array(n);
    this.cutDirection = new Uint8Array(2 * model.links.length);
    for (const link of cause.links) this.state[link] = CUT;
    for (const direction of cause.directions) this.cutDirection[direction] = 1;
    for (const vertex of cause.stopped) this.stopped[vertex] = 1;
    for (const zone of cause.zones) {
      this.stopped[zone] = 1;
      const vertex = model.vertices[zone];
      if (vertex?.kind === 'zone') for (const node of vertex.members) this.stopped[node] = 1;
    }
    const named = cause.partition === undefined ? undefined : model.partitions[cause.partition]?.fault;
    if (named !== undefined) {
      for (const direction of named.cutDirections) this.cutDirection[direction] = 1;
      for (const vertex of named.stopped) this.stopped[vertex] = 1;
      for (const entry of named.groups) {
        this.groups.push(new Map(entry.flatMap((members, g) => members.map((v) => [v, g] as const))));
      }
    }
  }

  isUp(vertex: VertexId): boolean {
    return this.stopped[vertex] === 0;
  }

  /** The client's machine is stopped or its zone lost. */
  isSilent(client: VertexId): boolean {
    const vertex = this.topology.model.vertices[client];
    if (!this.isUp(client)) return true;
    return vertex?.kind === 'client' && vertex.placement.kind !== 'free' && !this.isUp(vertex.placement.vertex);
  }

  /** Does a message from `from` arrive at `to`? */
  reach(from: VertexId, to: VertexId): boolean {
    const row = (this.memo[this.topology.numberOf(from)] ??= []);
    const slot = this.topology.numberOf(to);
    const known = row[slot] ?? 0;
    if (known === 2 * this.run) return false;
    if (known === 2 * this.run + 1) return true;
    const answer = this.decideReach(from, to);
    row[slot] = 2 * this.run + (answer ? 1 : 0);
    return answer;
  }

  /** Messages pass both ways: what a connection between servers needs. */
  connected(a: VertexId, b: VertexId): boolean {
    return a === b ? this.isUp(a) : this.reach(a, b) && this.reach(b, a);
  }

  /** The links decided as cut in this run: the smallest of the faults that this run stands for. Ascending. */
  decidedCuts(): number[] {
    return this.decidedLinks.filter((link) => this.state[link] === CUT).sort((x, y) => x - y);
  }

  /** How many links this run did not depend on. */
  undecidedCount(): number {
    return this.state.length - this.decidedLinks.length;
  }

  get cutCount(): number {
    return this.cuts;
  }

  /** Turns the last decision round; false where every way has been seen. */
  advance(): boolean {
    this.run++;
    for (;;) {
      const link = this.decidedLinks.pop();
      if (link === undefined) return false;
      if (this.state[link] === UP) {
        this.state[link] = CUT;
        this.cuts++;
        this.decidedLinks.push(link);
        return true;
      }
      this.state[link] = UNDECIDED;
      this.cuts--;
    }
  }

  private decideReach(from: VertexId, to: VertexId): boolean {
    const { anchor } = this.topology;
    if (!this.isUp(from) || !this.isUp(to)) return false;
    for (const groupOf of this.groups) {
      const [a, b] = [groupOf.get(from), groupOf.get(to)];
      if (a !== undefined && b !== undefined && a !== b) return false;
    }
    const start = anchor[from] ?? from;
    const goal = anchor[to] ?? to;
    if (!this.isUp(start) || !this.isUp(goal)) return false;
    if (start === goal) return true;
    const direct = this.topology.directOnly(start, goal);
    if (direct !== undefined) return this.decideDirect(direct);
    for (;;) {
      const cost = this.cheapestPath(start, goal);
      if (cost < 0) return false;
      if (cost === 0) return true;
      this.decidedLinks.push(this.firstUndecided(start, goal));
    }
  }

  /** The same where all there is are links from the one to the other. */
  private decideDirect(directions: readonly number[]): boolean {
    let undecided = -1;
    for (const direction of directions) {
      if (this.cutDirection[direction] === 1) continue;
      const state = this.state[direction >> 1];
      if (state === UP || (state === UNDECIDED && this.cuts >= this.maxCuts)) return true;
      if (state === UNDECIDED && undecided < 0) undecided = direction >> 1;
    }
    if (undecided < 0) return false;
    this.state[undecided] = UP;
    this.decidedLinks.push(undecided);
    return true;
  }

  /** Fewest undecided links on a path from `start` to `goal` over what is not cut; -1 where there is none. */
  private cheapestPath(start: VertexId, goal: VertexId): number {
    const { hops, relays, scratch } = this.topology;
    const { distance, parent, parentDirection, seen } = scratch;
    const token = ++scratch.token;
    const undecidedCost = this.cuts >= this.maxCuts ? 0 : 1;
    seen[start] = token;
    distance[start] = 0;
    let level: VertexId[] = [start];
    let later: VertexId[] = [];
    for (let cost = 0; level.length > 0; cost++) {
      for (let head = 0; head < level.length; head++) {
        const u = level[head] ?? 0;
        if (u !== start && !relays[u]) continue;
        for (const hop of hops[u] ?? []) {
          if (this.stopped[hop.to] === 1) continue;
          let step = 0;
          if (hop.direction >= 0) {
            if (this.cutDirection[hop.direction] === 1) continue;
            const state = this.state[hop.direction >> 1];
            if (state === CUT) continue;
            if (state === UNDECIDED) step = undecidedCost;
          }
          const there = cost + step;
          if (seen[hop.to] === token && (distance[hop.to] ?? 0) <= there) continue;
          seen[hop.to] = token;
          distance[hop.to] = there;
          parent[hop.to] = u;
          parentDirection[hop.to] = hop.direction;
          if (step === 0) level.push(hop.to);
          else later.push(hop.to);
        }
      }
      if (seen[goal] === token && (distance[goal] ?? 0) <= cost) return distance[goal] ?? 0;
      level = later;
      later = [];
    }
    return seen[goal] === token ? (distance[goal] ?? 0) : -1;
  }

  /** Decides the undecided link nearest to the goal on the path just found as up, and returns it. */
  private firstUndecided(start: VertexId, goal: VertexId): number {
    const { parent, parentDirection } = this.topology.scratch;
    for (let v = goal; v !== start; v = parent[v] ?? start) {
      const direction = parentDirection[v] ?? -1;
      if (direction >= 0 && this.state[direction >> 1] === UNDECIDED) {
        this.state[direction >> 1] = UP;
        return direction >> 1;
      }
    }
    throw new Error('a path with undecided links has none');
  }
}
