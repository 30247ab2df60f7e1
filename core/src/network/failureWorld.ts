import type { VertexId } from '../model/model.js';
import { type Failing, type TakenDown, takenDown } from './failing.js';
import { HEALTHY } from './fault.js';
import { PathWorld } from './pathWorld.js';
import type { Topology } from './topology.js';

const UNDECIDED = 0;
const UP = 1;
const DOWN = 2;

/**
 * The network of a moment, of which each failing thing is up, down or undecided. A question whose answer depends on one
 * decides it, up first; what no answer depended on stays undecided, and both ways of it count. Each run then has a
 * probability, the product over what was decided, and the runs are disjoint.
 */
export class FailureWorld extends PathWorld {
  private readonly state: Uint8Array;
  private readonly down: TakenDown;
  /** What was decided, in that order, each with the probability of all before it. */
  private readonly decided: { readonly thing: number; readonly before: number }[] = [];
  private present = 1;
  private skippedSum = 0;

  /** @param least runs of a smaller probability are left out, and summed in `skipped`. */
  constructor(
    topology: Topology,
    private readonly failing: readonly Failing[],
    private readonly least: number,
  ) {
    super(topology, HEALTHY);
    this.state = new Uint8Array(failing.length);
    this.down = takenDown(topology.model, failing);
  }

  /** Of this run, from 0 to 1. */
  get probability(): number {
    return this.present;
  }

  /** Of all runs that were left out so far. */
  get skipped(): number {
    return this.skippedSum;
  }

  /** What this run decided: places in the list of failing things, and whether it is down. */
  decisions(): readonly { readonly thing: number; readonly isDown: boolean }[] {
    return this.decided.map(({ thing }) => ({ thing, isDown: this.state[thing] === DOWN }));
  }

  advance(): boolean {
    this.beginRun();
    for (;;) {
      const last = this.decided.pop();
      if (last === undefined) return false;
      const { thing, before } = last;
      const turned = before * (this.failing[thing]?.probability ?? 0);
      if (this.state[thing] === UP && turned > 0) {
        if (turned >= this.least) {
          this.state[thing] = DOWN;
          this.decided.push(last);
          this.present = turned;
          return true;
        }
        this.skippedSum += turned;
      }
      this.state[thing] = UNDECIDED;
      this.present = before;
    }
  }

  protected override decidesUp(vertex: VertexId): boolean {
    return this.decideUp(this.down.vertices[vertex] ?? []);
  }

  protected carries(start: VertexId, goal: VertexId): boolean {
    const direct = this.topology.directOnly(start, goal);
    if (direct !== undefined) return direct.some((direction) => this.decideUp(this.down.links[direction >> 1] ?? []));
    if (this.cheapestPath(start, goal) < 0) return false;
    for (const { direction, to } of this.stepsBack(start, goal)) {
      this.decideUp(this.down.vertices[to] ?? []);
      if (direction >= 0) this.decideUp(this.down.links[direction >> 1] ?? []);
    }
    return true;
  }

  protected stepCost(direction: number, to: VertexId): number {
    const overLink = direction < 0 ? 0 : this.costOf(this.down.links[direction >> 1] ?? []);
    const there = this.costOf(this.down.vertices[to] ?? []);
    return overLink < 0 || there < 0 ? -1 : Math.max(overLink, there);
  }

  /** 0: all are up, 1: some are undecided, -1: one is down. */
  private costOf(things: readonly number[]): number {
    let cost = 0;
    for (const thing of things) {
      if (this.state[thing] === DOWN) return -1;
      if (this.state[thing] === UNDECIDED) cost = 1;
    }
    return cost;
  }

  /** False if one of them is down; otherwise all are up, those that were undecided by decision. */
  private decideUp(things: readonly number[]): boolean {
    if (this.costOf(things) < 0) return false;
    for (const thing of things) {
      if (this.state[thing] !== UNDECIDED) continue;
      this.state[thing] = UP;
      this.decided.push({ thing, before: this.present });
      this.present *= 1 - (this.failing[thing]?.probability ?? 0);
    }
    return true;
  }
}
