import { expect, test } from 'vitest';
import { cursor } from '../testing/cursor.js';
import { highlights } from './highlights.js';

function shown(marked: string): readonly string[] {
  const { text, offset, resolved } = cursor(marked);
  return highlights(resolved, offset).map(
    ({ span, kind }) => `${text.slice(0, span.start).split('\n').length}:${text.slice(span.start, span.end)} ${kind}`,
  );
}

test('a store is read and written', () => {
  expect(
    shown(
      'node a, b\nclient c at a\nstore s$0 on a, b { choose AP }\noperation get: read s from c\noperation both from c { write s; read s }',
    ),
  ).toEqual(['3:s text', '4:s read', '5:s write', '5:s read']);
});

test('everything else is named', () => {
  expect(shown('node a, b\nlink a$0 -- b\nclient c at a')).toEqual(['1:a text', '2:a text', '3:a text']);
});

test('nothing on keywords and comments', () => {
  for (const marked of ['no$0de a', '// a$0\nnode a']) expect(shown(marked)).toEqual([]);
});
