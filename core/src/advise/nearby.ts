import type { Edit } from '../base/edit.js';
import type { Move } from './move.js';

/** More changes at once make another design, not a nearby one. */
export const MOST_CHANGES = 3;

/** What may be spent. */
export interface Spending {
  /** More machines with a copy or a vote, over all stores. */
  readonly replicas: number;
  readonly links: number;
}

/** Moves that may be made together, as places in the list of moves, ascending. */
export type Nearby = readonly number[];

/** A design and what one more move makes of it; undefined where it excludes another one or costs too much. */
export function withMove(moves: readonly Move[], nearby: Nearby, move: number, budget: Spending): Nearby | undefined {
  const added = moves[move];
  const made = nearby.flatMap((i) => moves[i] ?? []);
  if (added === undefined || made.some(({ slot }) => slot === added.slot)) return undefined;
  const all = [...made, added];
  const spent = (of: keyof Spending): number => all.reduce((sum, one) => sum + one[of], 0);
  if (all.length > MOST_CHANGES || spent('replicas') > budget.replicas || spent('links') > budget.links)
    return undefined;
  return [...nearby, move].sort((a, b) => a - b);
}

/**
 * How many nearby designs there are: all sets of one to three moves of different slots within the budget. Slot by slot,
 * by how many moves were made and what they cost, so that none of them has to be written down.
 */
export function nearbyCount(moves: readonly Move[], budget: Spending): bigint {
  const bySlot = new Map<string, Move[]>();
  for (const move of moves) bySlot.set(move.slot, [...(bySlot.get(move.slot) ?? []), move]);
  let ways = new Map<string, Way>([['0 0 0', { changes: 0, replicas: 0, links: 0, count: 1n }]]);
  for (const choices of bySlot.values()) {
    const next = new Map(ways);
    for (const way of ways.values()) {
      for (const { replicas, links } of choices) {
        const spent = { changes: way.changes + 1, replicas: way.replicas + replicas, links: way.links + links };
        if (spent.changes > MOST_CHANGES || spent.replicas > budget.replicas || spent.links > budget.links) continue;
        const key = `${spent.changes} ${spent.replicas} ${spent.links}`;
        next.set(key, { ...spent, count: (next.get(key)?.count ?? 0n) + way.count });
      }
    }
    ways = next;
  }
  return [...ways.values()].reduce((sum, { count }) => sum + count, 0n) - 1n;
}

interface Way extends Spending {
  readonly changes: number;
  readonly count: bigint;
}

/** The edits of several moves in order of position; undefined where two of them change the same words. */
export function together(moves: readonly Move[]): readonly Edit[] | undefined {
  const edits = moves
    .flatMap((move) => move.edits)
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.i - b.i)
    .map(({ edit }) => edit);
  const overlap = edits.some((edit, i) => edit.span.start < (edits[i - 1]?.span.end ?? 0));
  return overlap ? undefined : edits;
}
