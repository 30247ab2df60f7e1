import type { VertexId } from '../model/model.js';
import type { Cause } from './fault.js';
import { cutLinks, membersOf, pairGroups } from './places.js';
import type { Topology } from './topology.js';

const UNDECIDED = 0;
const UP = 1;
const CUT = 2;

/**
 * The network under a fault of which some links may be *undecided*: neither known to be up nor known to be cut.
 *
 * A question whose answer depends on an undecided link decides it – up first – and remembers the decision. The caller
 * runs the same computation again after `advance()`, which reverses the last decision, until every combination has been
 * run. Each run then stands for all faults that agree with the decisions it needed. Links that no answer depended on
 * stay undecided, so that 2^60 cuts may be a handful of runs, and the counts are still exact.
 */
export class World {
  private readonly state: Uint8Array;
  private readonly stopped: Uint8Array;
  /** Stopped nodes whose disks are gone. */
  private readonly destroyed: ReadonlySet<VertexId>;
  private readonly cutDirection: Uint8Array;
  /** Per entry of a named partition and per pair that is apart: the group of each vertex that is in one. */
  private readonly groups: Map<VertexId, number>[] = [];
  private readonly decidedLinks: number[] = [];
  private cuts = 0;

  /**
   * One slot per ordered pair that was asked about, by their numbers: `2 * run` (no) or `2 * run + 1` (yes) if it was
   * asked in this run.
   */
  private readonly memo: number[][] = [];
  private run = 1;

  /**
   * @param maxCuts how many undecided links may be decided as cut; 0 makes the world concrete: every link that the
   * cause does not cut is up.
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
    for (const vertex of [...cause.stopped, ...cause.destroyed]) this.stopped[vertex] = 1;
    for (const zone of [...cause.zones, ...cause.destroyedZones])
      for (const vertex of [zone, ...membersOf(model, zone)]) this.stopped[vertex] = 1;
    // Whatever a family cuts besides: these links stay undecided, and are counted like all others.
    if (cause.isolated.length + cause.apart.length > 0)
      for (const link of cutLinks(model, { ...cause, links: [] }))
        this.cutDirection[2 * link] = this.cutDirection[2 * link + 1] = 1;
    const named = cause.partition === undefined ? undefined : model.partitions[cause.partition]?.fault;
    if (named !== undefined) {
      for (const direction of named.cutDirections) this.cutDirection[direction] = 1;
      for (const vertex of named.stopped) this.stopped[vertex] = 1;
    }
    this.destroyed = new Set([
      ...cause.destroyed,
      ...cause.destroyedZones.flatMap((zone) => membersOf(model, zone)),
      ...(named?.destroyed ?? []),
    ]);
    for (const entry of [...(named?.groups ?? []), ...pairGroups(model, cause)])
      this.groups.push(new Map(entry.flatMap((members, g) => members.map((v) => [v, g] as const))));
  }

  isUp(vertex: VertexId): boolean {
    return this.stopped[vertex] === 0;
  }

  /** Is the node stopped, and what it kept gone? */
  isDestroyed(vertex: VertexId): boolean {
    return this.destroyed.has(vertex);
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

  /** Between whom the present run has asked for a message. */
  asked(): (readonly [from: VertexId, to: VertexId])[] {
    const { numbered } = this.topology;
    return this.memo.flatMap((row, from) =>
      row.flatMap((slot, to) => (slot >> 1 === this.run ? [[numbered[from] ?? -1, numbered[to] ?? -1] as const] : [])),
    );
  }

  /** Messages pass both ways: what a connection between servers needs. */
  connected(a: VertexId, b: VertexId): boolean {
    return a === b ? this.isUp(a) : this.reach(a, b) && this.reach(b, a);
  }

  /** The links decided as cut in this run, ascending: the smallest of the faults that this run stands for. */
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

  /** Reverses the last decision; false if every combination has been run. */
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
    const cost = this.cheapestPath(start, goal);
    if (cost > 0) this.decidePath(start, goal);
    return cost >= 0;
  }

  /** The same if nothing but links from the one to the other can carry the message. */
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

  /** Fewest undecided links on a path from `start` to `goal` over what is not cut; -1 if there is none. */
  private cheapestPath(start: VertexId, goal: VertexId): number {
    const { relayHops, relays, scratch } = this.topology;
    const { distance, seen } = scratch;
    const into = relays[goal] === true ? undefined : this.topology.into(goal);
    const token = ++scratch.token;
    seen[start] = token;
    distance[start] = 0;
    let [level, later] = scratch.queues;
    let length = 1;
    level[0] = start;
    for (let cost = 0; length > 0; cost++) {
      let next = 0;
      for (let head = 0; head < length; head++) {
        const u = level[head] ?? 0;
        for (const direction of into?.get(u) ?? []) {
          const step = this.stepCost(direction, goal);
          if (step >= 0) this.isNearer(u, goal, direction, cost + step);
        }
        for (const { to, direction } of relayHops[u] ?? []) {
          const step = this.stepCost(direction, to);
          if (step < 0 || !this.isNearer(u, to, direction, cost + step)) continue;
          if (step === 0) level[length++] = to;
          else later[next++] = to;
        }
      }
      if (seen[goal] === token && (distance[goal] ?? 0) <= cost) return distance[goal] ?? 0;
      [level, later] = [later, level];
      length = next;
    }
    return seen[goal] === token ? (distance[goal] ?? 0) : -1;
  }

  /** How many undecided links a hop adds to a path: 0 or 1; -1 if nothing passes. */
  private stepCost(direction: number, to: VertexId): number {
    if (this.stopped[to] === 1) return -1;
    if (direction < 0) return 0;
    if (this.cutDirection[direction] === 1) return -1;
    const state = this.state[direction >> 1];
    if (state === CUT) return -1;
    return state === UNDECIDED && this.cuts < this.maxCuts ? 1 : 0;
  }

  /** Notes the way to a vertex unless one with as few undecided links is known. */
  private isNearer(from: VertexId, to: VertexId, direction: number, there: number): boolean {
    const { distance, parent, parentDirection, seen, token } = this.topology.scratch;
    if (seen[to] === token && (distance[to] ?? 0) <= there) return false;
    seen[to] = token;
    distance[to] = there;
    parent[to] = from;
    parentDirection[to] = direction;
    return true;
  }

  /** Decides the undecided links of the path just found as up, the link nearest to the goal first. */
  private decidePath(start: VertexId, goal: VertexId): void {
    const { parent, parentDirection } = this.topology.scratch;
    for (let v = goal; v !== start; v = parent[v] ?? start) {
      const direction = parentDirection[v] ?? -1;
      if (direction < 0 || this.state[direction >> 1] !== UNDECIDED) continue;
      this.state[direction >> 1] = UP;
      this.decidedLinks.push(direction >> 1);
    }
  }
}
