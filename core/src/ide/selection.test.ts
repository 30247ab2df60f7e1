import { expect, test } from 'vitest';
import { cursor } from '../testing/cursor.js';
import { selections } from './selection.js';

function chain(marked: string): readonly string[] {
  const { text, offset, resolved } = cursor(marked);
  return selections(resolved, offset).map(({ start, end }) => text.slice(start, end));
}

test('word, clause, statement, file', () => {
  const text = 'node a\nstore s on a {\n  choose C$0P\n}\n';
  expect(chain(text)).toEqual([
    'CP',
    'choose CP',
    'store s on a {\n  choose CP\n}',
    'node a\nstore s on a {\n  choose CP\n}\n',
  ]);
  expect(chain('expect o ok under any 2 lin$0ks, 1 node\nnode a')).toEqual([
    'links',
    '2 links',
    'under any 2 links, 1 node',
    'expect o ok under any 2 links, 1 node',
    'expect o ok under any 2 links, 1 node\nnode a',
  ]);
});

test('a comment is selected whole', () => {
  expect(chain('// some$0thing\nnode a')).toEqual(['// something', '// something\nnode a']);
});

test('in blanks and in an empty file it is the file', () => {
  expect(chain('node a\n\n$0\n\nnode b')).toEqual(['node a\n\n\n\nnode b']);
  expect(chain('$0')).toEqual(['']);
});

test('each lies in the next and is shorter, wherever the cursor is in a broken file', () => {
  const text = 'store\n}\nnode a\noperation : read\n{ { "x\nlink a|b --\n/* open';
  for (let offset = 0; offset <= text.length; offset++) {
    const lengths = chain(`${text.slice(0, offset)}$0${text.slice(offset)}`).map(({ length }) => length);
    expect(lengths).toEqual([...new Set(lengths)].sort((a, b) => a - b));
    expect(lengths.at(-1)).toBe(text.length);
  }
});
