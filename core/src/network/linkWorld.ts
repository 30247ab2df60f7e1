import type { VertexId } from '../model/model.js';
import type { Cause } from './fault.js';
import { CUT, LinkStates, UNDECIDED, UP } from './linkStates.js';
import type { Hop, Topology } from './topology.js';
import { PathWorld } from './pathWorld.js';

/**
 * The network under a fault of which some links may be *undecided*: neither known to be up nor known to be cut.
 *
 * A question whose answer depends on an undecided link decides it – up first – and remembers the decision. Links that
 * no answer depended on stay undecided, so that 2^60 cuts may be a handful of runs, and the counts are still exact.
 */
export class LinkWorld extends PathWorld {
  private readonly links: LinkStates;
  private readonly decidedLinks: number[] = [];
  /** Is nothing undecided? */
  private readonly isConcrete: boolean;
  /** Per vertex that is a relay and runs: a number that all have that it can pass messages on to. */
  private components: Int32Array | undefined;

  /**
   * @param maxCuts how many undecided links may be decided as cut; 0 makes the world concrete: every link that the
   * cause does not cut is up.
   */
  constructor(topology: Topology, cause: Cause, maxCuts: number) {
    super(topology, cause);
    this.links = new LinkStates(topology, cause, maxCuts);
    this.isConcrete = maxCuts === 0;
  }

  /** Does a hop carry a message in a world in which everything is decided? */
  passes({ direction, to }: Hop): boolean {
    return this.stepCost(direction, to) === 0;
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

  /** What this run decided, in this order: a link that is up, or `~link` of one that is cut. */
  decisions(): number[] {
    return this.decidedLinks.map((link) => (this.links.state[link] === CUT ? ~link : link));
  }

  /** Begins a run in which these are decided, in this order, and nothing else yet. */
  begin(decisions: readonly number[]): void {
    this.beginRun();
    for (const link of this.decidedLinks) this.links.set(link, UNDECIDED);
    this.decidedLinks.length = 0;
    for (const decision of decisions) {
      const link = decision < 0 ? ~decision : decision;
      this.links.set(link, decision < 0 ? CUT : UP);
      this.decidedLinks.push(link);
    }
  }

  protected carries(start: VertexId, goal: VertexId): boolean {
    const direct = this.topology.directOnly(start, goal);
    if (direct !== undefined) return this.decideDirect(direct);
    if (this.isConcrete) {
      const way = this.topology.healthyWays.between(start, goal);
      // No fault adds a way.
      if (way === undefined) return false;
      if (this.isIntact(way)) {
        if (this.isWatched) for (let hop = 1; hop < way.length; hop += 2) this.note(way[hop] ?? -1);
        return true;
      }
      // Where each link carries both ways or not at all, relays fall into components.
      if (this.isTwoWay && !this.isWatched) return this.isWithin(start, goal);
    }
    const cost = this.cheapestPath(start, goal);
    if (cost > 0) this.decidePath(start, goal);
    if (cost >= 0 && this.isWatched) for (const { to } of this.stepsBack(start, goal)) this.note(to);
    return cost >= 0;
  }

  private isIntact(way: Int32Array): boolean {
    for (let hop = 0; hop < way.length; hop += 2)
      if (this.stepCost(way[hop] ?? -1, way[hop + 1] ?? -1) !== 0) return false;
    return true;
  }

  /** Does a link join the two, or one component of relays? */
  private isWithin(start: VertexId, goal: VertexId): boolean {
    const { relayHops, into } = this.topology;
    if (
      into(goal)
        .get(start)
        ?.some((direction) => this.stepCost(direction, goal) === 0) === true
    )
      return true;
    const components = (this.components ??= this.findComponents());
    const ofStart = this.componentsOf(start, components);
    if (this.topology.relays[goal] === true) return ofStart.includes(components[goal] ?? -1);
    return (relayHops[goal] ?? []).some(
      ({ to, direction }) => this.stepCost(direction, to) === 0 && ofStart.includes(components[to] ?? -1),
    );
  }

  private componentsOf(vertex: VertexId, components: Int32Array): number[] {
    if (this.topology.relays[vertex] === true) return [components[vertex] ?? -1];
    return (this.topology.relayHops[vertex] ?? []).flatMap(({ to, direction }) =>
      this.stepCost(direction, to) === 0 ? [components[to] ?? -1] : [],
    );
  }

  private findComponents(): Int32Array {
    const { relays, relayHops, scratch } = this.topology;
    const found = new Int32Array(relays.length);
    const [stack] = scratch.queues;
    let number = 0;
    for (let relay = 0; relay < relays.length; relay++) {
      if (relays[relay] !== true || found[relay] !== 0 || !this.runs(relay)) continue;
      found[relay] = ++number;
      let length = 1;
      stack[0] = relay;
      while (length > 0)
        for (const { to, direction } of relayHops[stack[--length] ?? 0] ?? []) {
          if (found[to] !== 0 || this.stepCost(direction, to) !== 0) continue;
          found[to] = number;
          stack[length++] = to;
        }
    }
    return found;
  }

  /** The same if nothing but links from the one to the other can carry the message. */
  private decideDirect(directions: readonly number[]): boolean {
    const found = this.links.among(directions, this.cutDirection);
    if (typeof found === 'boolean') return found;
    this.decidedLinks.push(found);
    return true;
  }

  /** How many undecided links a hop adds to a path: 0 or 1; -1 if nothing passes. */
  protected stepCost(direction: number, to: VertexId): number {
    if (!this.runs(to)) return -1;
    if (direction < 0) return 0;
    if (this.cutDirection[direction] === 1) return -1;
    const state = this.links.state[direction >> 1];
    if (state === CUT) return -1;
    return state === UNDECIDED && this.links.mayCut ? 1 : 0;
  }

  /** The link nearest to the goal first. */
  private decidePath(start: VertexId, goal: VertexId): void {
    for (const { direction } of this.stepsBack(start, goal)) {
      if (direction < 0 || this.links.state[direction >> 1] !== UNDECIDED) continue;
      this.links.state[direction >> 1] = UP;
      this.decidedLinks.push(direction >> 1);
    }
  }
}
