import type { VertexId } from '../model/model.js';
import type { Cause } from './fault.js';
import type { Topology } from './topology.js';
import { World } from './world.js';

/**
 * A network in which it is drawn from a fixed seed who is connected: in each round nearly all in the first run, nearly
 * nobody in the last one. A question tells in it whom it asks about, and no path is looked for.
 */
export class DrawnWorld extends World {
  private sample = 0;

  constructor(
    topology: Topology,
    cause: Cause,
    /** How many runs a round has. */
    private readonly round: number,
  ) {
    super(topology, cause);
  }

  advance(): boolean {
    this.beginRun();
    this.sample++;
    return true;
  }

  /** The same both ways. */
  protected carries(start: VertexId, goal: VertexId): boolean {
    let drawn = Math.imul(Math.min(start, goal) + 1, 0x9e3779b1) ^ Math.imul(Math.max(start, goal) + 1, 0x85ebca6b);
    drawn = Math.imul(drawn ^ (drawn >>> 15) ^ Math.imul(this.sample + 1, 0xc2b2ae35), 0x27d4eb2f);
    return ((drawn ^ (drawn >>> 13)) >>> 8) % this.round >= this.sample % this.round;
  }
}
