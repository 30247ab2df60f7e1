import type { Cell, Report, Table } from '#protocol';

/** Which cells say something else than before: what an edit did to the design, at a glance. Rows are the same if their first cells are. */
export function changedCells(before: Report, after: Report): ReadonlySet<Cell> {
  const changed = new Set<Cell>();
  // Another question has another title: all of its answer is new, which is nothing to point out.
  if (before.title !== after.title) return changed;
  const known = new Map(before.sections.flatMap(({ heading, table }) => rowsOf(heading, table)));
  for (const { heading, table } of after.sections) {
    for (const [key, cells] of rowsOf(heading, table)) {
      const old = known.get(key);
      if (old === undefined) continue;
      for (const [i, cell] of cells.entries()) if (!same(cell, old[i])) changed.add(cell);
    }
  }
  return changed;
}

function rowsOf(heading: string | undefined, table: Table | undefined): [string, readonly Cell[]][] {
  const seen = new Map<string, number>();
  return (table?.rows ?? []).map(({ cells }) => {
    const name = cells[0]?.text ?? '';
    // Several clients of one operation may stand in rows that begin alike.
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [JSON.stringify([heading, name, count]), cells];
  });
}

function same(a: Cell, b: Cell | undefined): boolean {
  return a.text === b?.text && a.verdict === b.verdict && a.howLong === b.howLong;
}
