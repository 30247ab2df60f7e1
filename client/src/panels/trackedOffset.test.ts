import { expect, test } from 'vitest';
import { trackedOffset } from './trackedOffset.js';

/** `|` marks the place before and after. */
function check(before: string, changes: readonly { at: string; text: string }[], after: string): void {
  const text = before.replace('|', '');
  // As an editor tells of them: from the last in the text to the first.
  const told = changes
    .map(({ at, text: added }) => ({ rangeOffset: text.indexOf(at), rangeLength: at.length, text: added }))
    .sort((a, b) => b.rangeOffset - a.rangeOffset);
  const edited = told.reduce(
    (s, one) => s.slice(0, one.rangeOffset) + one.text + s.slice(one.rangeOffset + one.rangeLength),
    text,
  );
  expect(edited).toBe(after.replace('|', ''));
  expect(trackedOffset(before.indexOf('|'), told)).toBe(after.indexOf('|'));
}

test('edits above move it', () => check('a\nb\nop|eration', [{ at: 'a', text: 'a\na2' }], 'a\na2\nb\nop|eration'));
test('edits below do not', () => check('op|eration x', [{ at: 'x', text: 'longer' }], 'op|eration longer'));
test('several edits at once add up', () => {
  const edits = [
    { at: 'a', text: '' },
    { at: 'b', text: 'bbb' },
    { at: 'e', text: '' },
  ];
  check('a b c|d e', edits, ' bbb c|d ');
});
