import type { VertexId } from '../../model/model.js';
import type { Held, TraceStep } from '../../simulate/trace.js';

/** A write on a replica, by its label: "v1". */
export interface Copy {
  readonly at: VertexId;
  readonly label: string;
  /** It was there, and has been thrown away. */
  readonly isGone: boolean;
}

/** What replicas have after each step, `after` the last one. A write that was thrown away stays, to be struck out. */
export function copiesOf(steps: readonly TraceStep[], after: readonly Held[]): Copy[][] {
  let before: readonly Copy[] = [];
  const dropped = new Set<string>();
  return steps.map(({ drops = [] }, i) => {
    for (const label of drops) dropped.add(label);
    const now = (steps[i + 1]?.held ?? after).flatMap(({ at, writes }) =>
      writes.map((label): Copy => ({ at, label, isGone: dropped.has(label) })),
    );
    const isThere = (one: Copy): boolean => now.some(({ at, label }) => at === one.at && label === one.label);
    const copies = [...now, ...before.filter((one) => !isThere(one)).map((one) => ({ ...one, isGone: true }))];
    before = copies;
    return [...copies].sort((a, b) => a.at - b.at || a.label.localeCompare(b.label));
  });
}

/** What a step changes: copies that are new, and those that are thrown away. */
export function changedCopies(copies: readonly (readonly Copy[])[], step: number): Copy[] {
  const before = copies[step - 1] ?? [];
  const isSame = (one: Copy, other: Copy): boolean =>
    one.at === other.at && one.label === other.label && one.isGone === other.isGone;
  return (copies[step] ?? []).filter((one) => !before.some((other) => isSame(one, other)));
}
