import type { Edit } from '../base/edit.js';
import { LineIndex } from '../base/lineIndex.js';

/** Lines of a text that edits change. */
export interface ChangedLines {
  /** The first of them, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** What edits do to whole lines. Several in one line are one change. `edits` are in order of position. */
export function changedLines(text: string, edits: readonly Edit[]): readonly ChangedLines[] {
  const index = new LineIndex(text);
  const found: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const first = index.position(edit.span.start).line;
    const last = index.position(edit.span.end).line;
    const before = found.at(-1);
    if (before !== undefined && first <= before.last) {
      before.edits.push(edit);
      before.last = Math.max(before.last, last);
    } else found.push({ first, last, edits: [edit] });
  }
  return found.map(({ first, last, edits: own }) => {
    const start = index.offset({ line: first, character: 0 });
    const end = index.offset({ line: last, character: Infinity });
    let after = '';
    let from = start;
    for (const { span, text: written } of own) {
      after += text.slice(from, span.start) + written;
      from = span.end;
    }
    return { line: first + 1, before: text.slice(start, end), after: after + text.slice(from, end) };
  });
}
