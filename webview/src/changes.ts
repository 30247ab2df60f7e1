import type { Cell, Report, Table } from '#protocol';

/** The verdicts that differ from those before: they show what an edit changed. */
export function changedVerdicts(before: Report, after: Report): ReadonlySet<Cell> {
  // Another question has another title: its whole answer is new, so no cell is marked.
  if (before.title !== after.title) return new Set();
  const known = new Map(before.sections.flatMap(({ heading, table }) => verdictsOf(heading, table)));
  const changed = new Set<Cell>();
  for (const { heading, table } of after.sections) {
    for (const [place, cell] of verdictsOf(heading, table)) {
      const old = known.get(place);
      if (old !== undefined && (old.verdict !== cell.verdict || old.howLong !== cell.howLong)) changed.add(cell);
    }
  }
  return changed;
}

/** Each verdict with its subject: the section, the words at the beginning of its row, and its column. */
function verdictsOf(heading: string | undefined, table: Table | undefined): [string, Cell][] {
  const { columns = [], rows = [] } = table ?? {};
  let subject: readonly string[] = [];
  let others = 0;
  return rows.flatMap(({ cells }) => {
    const words = cells
      .filter(({ verdict }) => verdict === undefined)
      .slice(0, 2)
      .map(({ text }) => text);
    // Rows that begin with empty cells continue the subject above them.
    if (words.some((word) => word !== '')) [subject, others] = [words, 0];
    else others++;
    return cells.flatMap((cell, i): [string, Cell][] =>
      cell.verdict === undefined ? [] : [[JSON.stringify([heading, subject, others, columns[i]]), cell]],
    );
  });
}
