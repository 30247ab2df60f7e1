import { expect, test } from 'vitest';
import { cursor, drawn } from '../testing/cursor.js';
import { definition } from './definition.js';

function target(marked: string): string | undefined {
  const { text, offset, resolved } = cursor(marked);
  const found = definition(resolved, offset);
  return found && drawn(text, [found.target]);
}

test('a name leads to its declaration, wherever that stands', () => {
  expect(target('store s on u$0s1 { choose CP }\nnode us1')).toBe('store s on us1 { choose CP }\nnode «us1»');
  expect(target('node a, b\nstore s on a, b { choose AP }\nclient c\noperation o: read s$0 from c')).toContain(
    'store «s» on',
  );
});

test('a cursor behind a name is on it', () => {
  expect(target('node a, b\npartition p { a$0 | b }')).toBe('node «a», b\npartition p { a | b }');
});

test('a declaration leads to itself', () => {
  expect(target('node $0a')).toBe('node «a»');
});

test('nothing on keywords, punctuation, comments and unknown names', () => {
  for (const marked of ['no$0de a', 'node a,$0 b', '// a$0\nnode a', 'node a\nclient c at nowher$0e'])
    expect(target(marked)).toBeUndefined();
});
