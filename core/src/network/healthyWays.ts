import type { VertexId } from '../model/model.js';
import type { Topology } from './topology.js';

/** Where a way enters a relay from, and how many relays were found before: those of fewer hops come first. */
interface Entered {
  readonly from: VertexId;
  readonly direction: number;
  readonly place: number;
}

/**
 * A way from one vertex to another on the healthy network, of few hops. As long as a fault leaves it as it is, the
 * message arrives, and no other way needs to be looked for.
 */
export class HealthyWays {
  /** By start, the relays in reach. */
  private readonly trees: Map<VertexId, Entered>[] = [];
  private readonly ways: Map<VertexId, Int32Array | undefined>[] = [];

  constructor(private readonly topology: Pick<Topology, 'relayHops' | 'into'>) {}

  /** Its hops, the last one first: the direction, and the vertex that it leads to. Undefined: there is none. */
  between(start: VertexId, goal: VertexId): Int32Array | undefined {
    const ofStart = (this.ways[start] ??= new Map());
    if (!ofStart.has(goal)) ofStart.set(goal, this.find(start, goal));
    return ofStart.get(goal);
  }

  private find(start: VertexId, goal: VertexId): Int32Array | undefined {
    const tree = (this.trees[start] ??= this.treeFrom(start));
    let last: Entered | undefined;
    for (const [from, [direction = -1]] of this.topology.into(goal)) {
      const place = from === start ? -1 : tree.get(from)?.place;
      if (place !== undefined && (last === undefined || place < last.place)) last = { from, direction, place };
    }
    const way: number[] = [];
    for (let [to, entered] = [goal, last]; entered !== undefined; ) {
      way.push(entered.direction, to);
      [to, entered] = [entered.from, tree.get(entered.from)];
    }
    return last === undefined ? undefined : Int32Array.from(way);
  }

  private treeFrom(start: VertexId): Map<VertexId, Entered> {
    const { relayHops } = this.topology;
    const tree = new Map<VertexId, Entered>();
    const queue = [start];
    for (const from of queue) {
      for (const { to, direction } of relayHops[from] ?? []) {
        if (to === start || tree.has(to)) continue;
        tree.set(to, { from, direction, place: tree.size });
        queue.push(to);
      }
    }
    return tree;
  }
}
