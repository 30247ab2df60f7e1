import { expect, test } from 'vitest';
import { cursor } from '../testing/cursor.js';
import { elementsAt } from './elementsAt.js';

/** The names of what is meant. */
function meant(marked: string): string[] {
  const { resolved, offset } = cursor(marked);
  const { vertices, links } = elementsAt(resolved, offset);
  return [
    ...vertices.map((id) => resolved.model.vertices[id]?.name ?? '?'),
    ...links.map((link) => resolved.model.links[link]?.label ?? '?'),
  ];
}
const REST =
  '\nclient k in us\nstore s on a, c, witness b { choose CP }\noperation o: read s from k\npartition p { us | c }';

test('a place, wherever its name stands, and the statement around it', () => {
  expect(meant(`zone us { node a, b$0 }\nnode c\nlink us -- c${REST}`)).toEqual(['b']);
  expect(meant(`zone us { node a, b }\nnode c\nlink us$0 -- c${REST}`)).toEqual(['us']);
  expect(meant(`zone us $0{ node a, b }\nnode c\nlink us -- c${REST}`)).toEqual(['us']);
});

test('a link, where the cursor is on none of its ends', () => {
  expect(meant(`zone us { node a, b }\nnode c\nlink us -$0- c 80ms${REST}`)).toEqual(['us–c']);
  expect(meant(`zone us { node a, b }\nnode c\nlink cab$0le: us -- c${REST}`)).toEqual(['cable (us–c)']);
});

test('of a store and of an operation, who takes part', () => {
  const text = `zone us { node a, b }\nnode c\nlink us -- c${REST}`;
  expect(meant(text.replace('{ choose', '{ $0choose'))).toEqual(['c', 'a', 'b']);
  expect(meant(text.replace('operation o', 'operation o$0'))).toEqual(['c', 'a', 'b', 'k']);
});

test('nothing where nothing is meant', () => {
  expect(meant(`$0\nzone us { node a, b }\nnode c\nlink us -- c${REST}`)).toEqual([]);
});
