import type { Cause } from './fault.js';
import type { Topology } from './topology.js';

export const UNDECIDED = 0;
export const UP = 1;
export const CUT = 2;

/** Which links are up, cut, or undecided: what a question needs of them is decided, up first. */
export class LinkStates {
  readonly state: Uint8Array;
  /** How many links are decided as cut. */
  cuts = 0;

  /** @param maxCuts how many undecided links may be decided as cut; the others then count as up. */
  constructor(
    { model }: Topology,
    { links }: Pick<Cause, 'links'>,
    private readonly maxCuts: number,
  ) {
    this.state = new Uint8Array(model.links.length).fill(maxCuts === 0 ? UP : UNDECIDED);
    for (const link of links) this.state[link] = CUT;
  }

  /** May one more link be cut? */
  get mayCut(): boolean {
    return this.cuts < this.maxCuts;
  }

  /**
   * Does one of these directions carry a message? If that depends on an undecided link, it is decided as up, and its
   * number is given.
   */
  among(directions: readonly number[], outOfUse: Uint8Array): boolean | number {
    let undecided = -1;
    for (const direction of directions) {
      if (outOfUse[direction] === 1) continue;
      const state = this.state[direction >> 1];
      if (state === UP || (state === UNDECIDED && !this.mayCut)) return true;
      if (state === UNDECIDED && undecided < 0) undecided = direction >> 1;
    }
    if (undecided < 0) return false;
    this.state[undecided] = UP;
    return undecided;
  }

  /** Decides a link, or makes it undecided again. */
  set(link: number, state: typeof UP | typeof CUT | typeof UNDECIDED): void {
    if (this.state[link] === CUT) this.cuts--;
    if (state === CUT) this.cuts++;
    this.state[link] = state;
  }

  /** Reverses the decision about a link: from up to cut; false if it was cut, and is undecided again. */
  reverse(link: number): boolean {
    const wasUp = this.state[link] === UP;
    this.set(link, wasUp ? CUT : UNDECIDED);
    return wasUp;
  }
}
