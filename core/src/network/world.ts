import type { VertexId } from '../model/model.js';
import type { Cause } from './fault.js';
import { isTrue } from './facts/fact.js';
import { cutLinks, membersOf, pairGroups } from './places.js';
import type { Topology } from './topology.js';

/** A world that is asked many questions keeps room for the answers about this many pairs. */
const MOST_KEPT = 200;

/** What a world was asked about one vertex, in place of a second vertex. */
export const IS_UP = -1;
export const IS_DESTROYED = -2;

/** Hears what a world answers: does a message from the one arrive at the other, or one of the questions above. */
export type Listener = (from: VertexId, to: VertexId | typeof IS_UP | typeof IS_DESTROYED, answer: boolean) => void;

/**
 * The network under a fault, as the judge sees it: who runs, and whose messages arrive where. Part of the fault may be
 * *undecided*; a question whose answer depends on it decides it, and the caller runs the same computation again for
 * the other answer (`advance`). Each run then stands for all faults that agree with the decisions it needed.
 */
export abstract class World {
  /** Per direction of a link: is it out of use by anything else than a cut that is counted? */
  protected readonly cutDirection: Uint8Array;
  /** Does a message from u to v arrive exactly if one from v to u does? */
  readonly isTwoWay: boolean;
  private runNumber = 1;
  /** If somebody wants to know: a 1 for each vertex that an answer depended on. */
  private watched: Uint8Array | undefined;
  private listener: Listener | undefined;
  private readonly stopped: Uint8Array;
  /** Stopped nodes whose disks are gone. */
  private readonly destroyed: ReadonlySet<VertexId>;
  /** Per entry of a named partition and per pair that is apart: the group of each vertex that is in one. */
  private readonly groups: Map<VertexId, number>[] = [];

  /**
   * By ordered pair that was asked about (`from * vertices + to`): `2 * run` (no) or `2 * run + 1` (yes) if it was
   * asked in this run.
   */
  private readonly memo = new Map<number, number>();

  constructor(
    readonly topology: Topology,
    cause: Cause,
  ) {
    const { model } = topology;
    this.stopped = new Uint8Array(model.vertices.length);
    this.cutDirection = new Uint8Array(2 * model.links.length);
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
    this.isTwoWay = topology.isTwoWay && isEven(this.cutDirection);
    for (const entry of [...(named?.groups ?? []), ...pairGroups(model, cause)])
      this.groups.push(new Map(entry.flatMap((members, g) => members.map((v) => [v, g] as const))));
  }

  /** Reverses the last decision; false if every combination has been run. */
  abstract advance(): boolean;

  /** Does the network carry a message from one machine that runs to another one? */
  protected abstract carries(start: VertexId, goal: VertexId): boolean;

  /**
   * Does exactly one of a message from a to b and one from b to a arrive? No connection is made then, and one that was
   * there hears nothing.
   */
  isHalfOpen(a: VertexId, b: VertexId): boolean {
    this.note(a);
    this.note(b);
    return !this.isTwoWay && this.reach(a, b) !== this.reach(b, a);
  }

  /** The number of the present run: within one, answers do not change. */
  get run(): number {
    return this.runNumber;
  }

  protected beginRun(): void {
    this.runNumber++;
  }

  /** For another question. */
  renew(): this {
    if (this.memo.size > MOST_KEPT) this.memo.clear();
    this.beginRun();
    return this;
  }

  /**
   * From now on it is kept which machines the answers are about, and which relays carried a message. All others, had
   * they failed, would have changed no answer.
   */
  watch(): Uint8Array {
    return (this.watched ??= new Uint8Array(this.stopped.length));
  }

  protected get isWatched(): boolean {
    return this.watched !== undefined;
  }

  /** An answer depends on the vertex. */
  protected note(vertex: VertexId): void {
    if (this.watched !== undefined) this.watched[vertex] = 1;
  }

  /** From now on it hears each answer, also where it was given before; undefined: it hears none. */
  tell(listener: Listener | undefined): void {
    this.listener = listener;
  }

  isUp(vertex: VertexId): boolean {
    const answer = this.findsUp(vertex);
    this.listener?.(vertex, IS_UP, answer);
    return answer;
  }

  private findsUp(vertex: VertexId): boolean {
    this.note(vertex);
    return this.decidesUp(vertex);
  }

  /** May decide it, where that is not decided. */
  protected decidesUp(vertex: VertexId): boolean {
    return this.runs(vertex);
  }

  /** The same, for a search that looks at many. */
  protected runs(vertex: VertexId): boolean {
    return this.stopped[vertex] === 0;
  }

  /** Is the node stopped, and what it kept gone? */
  isDestroyed(vertex: VertexId): boolean {
    this.note(vertex);
    const answer = this.destroyed.has(vertex);
    this.listener?.(vertex, IS_DESTROYED, answer);
    return answer;
  }

  /** The client's machine is stopped or its zone lost. */
  isSilent(client: VertexId): boolean {
    const vertex = this.topology.model.vertices[client];
    if (!this.isUp(client)) return true;
    return vertex?.kind === 'client' && vertex.placement.kind !== 'free' && !this.isUp(vertex.placement.vertex);
  }

  /** Does a message from `from` arrive at `to`? */
  reach(from: VertexId, to: VertexId): boolean {
    const answer = this.finds(from, to);
    this.listener?.(from, to, answer);
    return answer;
  }

  private finds(from: VertexId, to: VertexId): boolean {
    const pair = from * this.stopped.length + to;
    const known = this.memo.get(pair) ?? 0;
    if (known === 2 * this.runNumber) return false;
    if (known === 2 * this.runNumber + 1) return true;
    const answer = this.arrives(from, to);
    this.memo.set(pair, 2 * this.runNumber + (answer ? 1 : 0));
    return answer;
  }

  /** Between whom any run has asked for a message. */
  asked(): (readonly [from: VertexId, to: VertexId])[] {
    const { length } = this.stopped;
    return Array.from(this.memo.keys(), (pair) => [Math.floor(pair / length), pair % length] as const);
  }

  /** Messages pass both ways: what a connection between servers needs. */
  connected(a: VertexId, b: VertexId): boolean {
    if (a === b) return this.isUp(a);
    // Where links carry both ways, so does a way over them; the way back may be another one, which is watched.
    return this.reach(a, b) && ((this.isTwoWay && !this.isWatched) || this.reach(b, a));
  }

  /** Does the world decide what the next three ask as a whole? Else they ask for one connection after the other. */
  get decidesFacts(): boolean {
    return false;
  }

  /** Are at least `least` of the others connected to the vertex? Asks no more than needed. */
  connectsAtLeast(vertex: VertexId, others: readonly VertexId[], least: number): boolean {
    return isTrue({ kind: 'atLeast', of: vertex, others, least }, this.asksConnected);
  }

  /** Are the two connected over others of `over`, which pass news on? */
  joins(a: VertexId, b: VertexId, over: readonly VertexId[]): boolean {
    return isTrue({ kind: 'joined', a, b, over }, this.asksConnected);
  }

  /** Is one of `over` connected to both, or one of the two itself and connected to the other? */
  meetsBeside(from: VertexId, to: VertexId, over: readonly VertexId[]): boolean {
    return isTrue({ kind: 'beside', from, to, over }, this.asksConnected);
  }

  private readonly asksConnected = (a: VertexId, b: VertexId): boolean => this.connected(a, b);

  /** The same, found anew: it is not remembered, and no listener hears it. */
  arrives(from: VertexId, to: VertexId): boolean {
    const { anchor } = this.topology;
    if (!this.findsUp(from) || !this.findsUp(to)) return false;
    for (const groupOf of this.groups) {
      const [a, b] = [groupOf.get(from), groupOf.get(to)];
      if (a !== undefined && b !== undefined && a !== b) return false;
    }
    const start = anchor[from] ?? from;
    const goal = anchor[to] ?? to;
    if (!this.findsUp(start) || !this.findsUp(goal)) return false;
    return start === goal || this.carries(start, goal);
  }
}

/** Of each link, both directions or neither. */
function isEven(directions: Uint8Array): boolean {
  for (let link = 0; link < directions.length; link += 2) if (directions[link] !== directions[link + 1]) return false;
  return true;
}
