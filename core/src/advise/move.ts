import type { Edit } from '../base/edit.js';
import type { Design } from '../fixes/design.js';

/** One small change of a design: an edit of its text, not judged yet. */
export interface Move {
  /** What it sets. Two moves of one slot exclude each other. */
  readonly slot: string;
  /** The design with it, in a few words: "R=2 W=2", "a replica in ap". */
  readonly what: string;
  /** In the design's own file, in order of position. Not empty. */
  readonly edits: readonly Edit[];
  /** How many machines with a copy or a vote, and how many links, it adds. */
  readonly replicas: number;
  readonly links: number;
  /** It may bring no verdict that nobody has accepted or expects. */
  readonly keepsVerdicts?: true;
}

/** What advice is about. */
export interface Ground {
  readonly design: Design;
  /** The operations that are to become better, and those that use their stores. */
  readonly operations: readonly number[];
  /** The stores that decide about them. */
  readonly stores: readonly number[];
}

/** A kind of change. A new one is a file and a line in `moves/index.ts`. */
export interface MoveKind {
  readonly name: string;
  /** In order of declaration. Cheap: nothing is analysed. */
  moves(ground: Ground): readonly Move[];
}

/** A change that adds nothing to what the design costs. */
export function free(slot: string, what: string, edits: readonly Edit[]): Move {
  return { slot, what, edits, replicas: 0, links: 0 };
}

/** Says of which store, where there are several: " of cart". */
export function ofStore({ design: { model }, stores }: Ground, index: number): string {
  return stores.length > 1 ? ` of ${model.stores[index]?.name ?? '?'}` : '';
}
