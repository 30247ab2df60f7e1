import { expect, test } from 'vitest';
import { cursor, drawn } from '../testing/cursor.js';
import { references } from './references.js';

function places(marked: string, declaration: boolean): string {
  const { text, offset, resolved } = cursor(marked);
  return drawn(text, references(resolved, offset, { declaration }));
}

const TEXT = 'node a, b\nlink a -- b\nstore s on a, b { choose CP }\npartition p { $0a | b }\n';

test('every place of a name, in order', () => {
  expect(places(TEXT, true)).toBe(
    'node «a», b\nlink «a» -- b\nstore s on «a», b { choose CP }\npartition p { «a» | b }\n',
  );
});

test('without its declaration', () => {
  expect(places(TEXT, false)).toBe(
    'node a, b\nlink «a» -- b\nstore s on «a», b { choose CP }\npartition p { «a» | b }\n',
  );
});

test('none where no name stands', () => {
  expect(places('node$0 a', true)).toBe('node a');
});
