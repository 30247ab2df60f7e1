import { expect, test } from 'vitest';
import { cursor } from '../testing/cursor.js';
import { applyEdits } from './applyEdits.js';
import { renameInAll } from './renameInAll.js';

/** The texts after the rename, or why it is refused; the first design is the one in which it is asked for. */
function renamed(marked: readonly string[], name: string): readonly string[] | string {
  const designs = marked.map(cursor);
  const found = renameInAll(
    designs.map(({ resolved, offset }, i) => ({ resolved, offset, file: i === 0 ? undefined : `other${i}.cap` })),
    name,
  );
  if (found.kind === 'refused') return `refused: ${found.reason}`;
  return designs.map(({ text }, i) => applyEdits(text, found.renamed[i]?.edits ?? []));
}

test('a name is changed in every design that has it', () => {
  expect(renamed(['node $0a\nclient c at a', 'node b\nnode $0a\nlink a -- b'], 'x')).toEqual([
    'node x\nclient c at x',
    'node b\nnode x\nlink x -- b',
  ]);
});

test('a design of which one objects changes none, and the sentence names its file', () => {
  expect(renamed(['node $0a, b', 'node $0a'], 'b')).toBe('refused: There is a node called b already.');
  expect(renamed(['node $0a', 'node $0a', 'node $0a, x'], 'x')).toBe(
    'refused: In other2.cap, which has this name as well: There is a node called x already.',
  );
});

test('where no design has a name, nothing can be renamed', () => {
  expect(renamed([], 'x')).toMatch(/^refused: Only names can be renamed: /);
});
