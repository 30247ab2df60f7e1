import type { VertexId } from '../model/model.js';
import type { Topology } from './topology.js';

/** Where a way enters a relay from, and after how many hops. */
interface Entered {
  readonly from: VertexId;
  readonly direction: number;
  readonly hops: number;
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
      const hops = from === start ? 0 : tree.get(from)?.hops;
      if (hops !== undefined && (last === undefined || hops < last.hops)) last = { from, direction, hops };
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
      const hops = (tree.get(from)?.hops ?? 0) + 1;
      for (const { to, direction } of relayHops[from] ?? []) {
        if (to === start || tree.has(to)) continue;
        tree.set(to, { from, direction, hops });
        queue.push(to);
      }
    }
    return tree;
  }
}
