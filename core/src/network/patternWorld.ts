import type { VertexId } from '../model/model.js';
import type { Cause } from './fault.js';
import { CUT, LinkStates } from './linkStates.js';
import type { PatternTable } from './patterns/table.js';
import type { Topology } from './topology.js';
import { World } from './world.js';

/** A decision: that a direct link is up, or that relays connect a pair, which leaves the other patterns for later. */
type Decision =
  | { readonly link: number }
  | { readonly link?: never; readonly yes: readonly number[]; readonly no: readonly number[]; isTurned: boolean };

/**
 * The network under all cuts, of which the relays are known by the patterns that are still possible, and only links
 * from one terminal to another are decided one by one.
 */
export class PatternWorld extends World {
  private readonly links: LinkStates;
  private readonly decisions: Decision[] = [];
  private possible: readonly number[];
  /** Pairs that were asked about and are not in the table: no run means anything until they are. */
  readonly missing: (readonly [VertexId, VertexId])[] = [];

  constructor(
    topology: Topology,
    cause: Cause,
    maxCuts: number,
    private readonly table: PatternTable,
  ) {
    super(topology, cause);
    this.links = new LinkStates(topology, { links: [] }, maxCuts);
    this.possible = table.counted.map((_, i) => i);
  }

  /** The patterns that agree with the answers of this run, by their places in the table. */
  get patterns(): readonly number[] {
    return this.possible;
  }

  /** Direct links that are cut in this run. */
  decidedCuts(): number[] {
    return this.decisions.flatMap(({ link }) => (link !== undefined && this.links.state[link] === CUT ? [link] : []));
  }

  /** How many direct links are decided in this run. */
  decidedCount(): number {
    return this.decisions.reduce((sum, { link }) => (link === undefined ? sum : sum + 1), 0);
  }

  advance(): boolean {
    this.beginRun();
    for (;;) {
      const decision = this.decisions.pop();
      if (decision === undefined) return false;
      const { link } = decision;
      if (link === undefined) {
        if (!decision.isTurned) {
          decision.isTurned = true;
          this.possible = decision.no;
          this.decisions.push(decision);
          return true;
        }
        // Both are in order of the table.
        this.possible = [...decision.yes, ...decision.no].sort((x, y) => x - y);
      } else if (this.links.reverse(link)) {
        this.decisions.push(decision);
        return true;
      }
    }
  }

  protected carries(start: VertexId, goal: VertexId): boolean {
    return this.overRelays(start, goal) || this.directly(start, goal);
  }

  private overRelays(start: VertexId, goal: VertexId): boolean {
    if (this.topology.directOnly(start, goal) !== undefined) return false;
    const connects = this.table.connects(start, goal);
    if (connects === undefined) {
      this.missing.push([start, goal]);
      return false;
    }
    let agreeing = 0;
    for (const pattern of this.possible) agreeing += connects[pattern] ?? 0;
    if (agreeing === 0 || agreeing === this.possible.length) return agreeing > 0;
    const yes = this.possible.filter((pattern) => connects[pattern] === 1);
    const no = this.possible.filter((pattern) => connects[pattern] !== 1);
    this.decisions.push({ yes, no, isTurned: false });
    this.possible = yes;
    return true;
  }

  private directly(start: VertexId, goal: VertexId): boolean {
    const found = this.links.among(this.topology.into(goal).get(start) ?? [], this.cutDirection);
    if (typeof found === 'boolean') return found;
    this.decisions.push({ link: found });
    return true;
  }
}
