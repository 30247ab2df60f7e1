import type { VertexId } from '../model/model.js';
import { World } from './world.js';

/** A hop of the path that was found last: over which direction to which vertex; -1: the wire of a client. */
export interface PathStep {
  readonly direction: number;
  readonly to: VertexId;
}

/** A network in which a message looks for the path on which least is undecided. */
export abstract class PathWorld extends World {
  /** How much a hop adds to a path: 0 if it is known to carry, 1 if that is undecided; -1 if nothing passes. */
  protected abstract stepCost(direction: number, to: VertexId): number;

  /** The lowest cost of a path from `start` to `goal`; -1 if there is none. */
  protected cheapestPath(start: VertexId, goal: VertexId): number {
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

  /** The path just found, the hop into the goal first. */
  protected stepsBack(start: VertexId, goal: VertexId): PathStep[] {
    const { parent, parentDirection } = this.topology.scratch;
    const steps: PathStep[] = [];
    for (let to = goal; to !== start; to = parent[to] ?? start)
      steps.push({ direction: parentDirection[to] ?? -1, to });
    return steps;
  }

  /** Notes the way to a vertex unless one that costs no more is known. */
  private isNearer(from: VertexId, to: VertexId, direction: number, there: number): boolean {
    const { distance, parent, parentDirection, seen, token } = this.topology.scratch;
    if (seen[to] === token && (distance[to] ?? 0) <= there) return false;
    seen[to] = token;
    distance[to] = there;
    parent[to] = from;
    parentDirection[to] = direction;
    return true;
  }
}
