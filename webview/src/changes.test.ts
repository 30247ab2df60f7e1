import { expect, test } from 'vitest';
import type { Cell, Report } from '#protocol';
import { changedVerdicts } from './changes.js';

const ok: Cell = { text: 'ok', verdict: 'ok' };
const stale: Cell = { text: 'stale', verdict: 'stale', howLong: 'heal' };

/** "withdraw teller ok" is a row, "- - stale" is a row that continues the subject above it. */
function report(title: string, ...rows: string[]): Report {
  const cells = rows.map((row) =>
    row
      .split(' ')
      .map(
        (word): Cell =>
          word === 'ok' ? { ...ok } : word === 'stale' ? { ...stale } : { text: word === '-' ? '' : word },
      ),
  );
  const table = { columns: ['operation', 'from', 'verdict'], rows: cells.map((row) => ({ cells: row })) };
  return { title, summary: '', sections: [{ paragraphs: [], table }], bound: '' };
}

/** The rows with a changed verdict. */
function changedRows(before: Report, after: Report): number[] {
  const changed = changedVerdicts(before, after);
  const rows = after.sections[0]?.table?.rows ?? [];
  return rows.flatMap(({ cells }, i) => (cells.some((cell) => changed.has(cell)) ? [i] : []));
}

test('a verdict that is another one has changed, wherever its row is now', () => {
  expect(changedRows(report('t', 'a x ok', 'b x ok'), report('t', 'b x stale', 'a x ok'))).toEqual([0]);
});

test('the same operation from another client is another row', () => {
  expect(changedRows(report('t', 'a x ok', 'a y stale'), report('t', 'a x ok', 'a y stale'))).toEqual([]);
});

test('rows without a name belong to the one above', () => {
  expect(
    changedRows(
      report('t', 'a x ok', '- - ok', 'b x ok', '- - ok'),
      report('t', 'a x ok', '- - ok', 'b x ok', '- - stale'),
    ),
  ).toEqual([3]);
});

test('what is new has not changed, and another question is all new', () => {
  expect(changedRows(report('t', 'a x ok'), report('t', 'a x ok', 'c x stale'))).toEqual([]);
  expect(changedRows(report('t', 'a x ok'), report('u', 'a x stale'))).toEqual([]);
});
