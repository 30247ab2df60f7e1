import type { VertexId } from '../model/model.js';
import type { Cause } from './fault.js';
import { CUT, LinkStates, UNDECIDED, UP } from './linkStates.js';
import type { Topology } from './topology.js';
import { World } from './world.js';

/**
 * The network under a fault of which some links may be *undecided*: neither known to be up nor known to be cut.
 *
 * A question whose answer depends on an undecided link decides it – up first – and remembers the decision. Links that
 * no answer depended on stay undecided, so that 2^60 cuts may be a handful of runs, and the counts are still exact.
 */
export class LinkWorld extends World {
  private readonly links: LinkStates;
  private readonly decidedLinks: number[] = [];

  /**
   * @param maxCuts how many undecided links may be decided as cut; 0 makes the world concrete: every link that the
   * cause does not cut is up.
   */
  constructor(topology: Topology, cause: Cause, maxCuts: number) {
    super(topology, cause);
    this.links = new LinkStates(topology, cause, maxCuts);
  }

  /** The links decided as cut in this run, ascending: the smallest of the faults that this run stands for. */
  decidedCuts(): number[] {
    return this.decidedLinks.filter((link) => this.links.state[link] === CUT).sort((x, y) => x - y);
  }

  /** How many links this run did not depend on. */
  undecidedCount(): number {
    return this.links.state.length - this.decidedLinks.length;
  }

  get cutCount(): number {
    return this.links.cuts;
  }

  /** Reverses the last decision; false if every combination has been run. */
  advance(): boolean {
    this.beginRun();
    for (;;) {
      const link = this.decidedLinks.pop();
      if (link === undefined) return false;
      if (!this.links.reverse(link)) continue;
      this.decidedLinks.push(link);
      return true;
    }
  }

  protected carries(start: VertexId, goal: VertexId): boolean {
    const direct = this.topology.directOnly(start, goal);
    if (direct !== undefined) return this.decideDirect(direct);
    const cost = this.cheapestPath(start, goal);
    if (cost > 0) this.decidePath(start, goal);
    return cost >= 0;
  }

  /** The same if nothing but links from the one to the other can carry the message. */
  private decideDirect(directions: readonly number[]): boolean {
    const found = this.links.among(directions, this.cutDirection);
    if (typeof found === 'boolean') return found;
    this.decidedLinks.push(found);
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
    if (!this.isUp(to)) return -1;
    if (direction < 0) return 0;
    if (this.cutDirection[direction] === 1) return -1;
    const state = this.links.state[direction >> 1];
    if (state === CUT) return -1;
    return state === UNDECIDED && this.links.mayCut ? 1 : 0;
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
      if (direction < 0 || this.links.state[direction >> 1] !== UNDECIDED) continue;
      this.links.state[direction >> 1] = UP;
      this.decidedLinks.push(direction >> 1);
    }
  }
}
