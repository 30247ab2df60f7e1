import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { folds } from './folding.js';

function shown(text: string): readonly string[] {
  return folds(resolve(parse(text))).map(({ kind, first, last }) => `${kind} ${first}-${last}`);
}

test('bodies, with the closing brace left visible', () => {
  expect(shown('store s on a {\n  choose CP\n  merge lww\n}\nzone z { node b }')).toEqual(['body 0-2']);
});

test('blocks of comments', () => {
  expect(shown('// a\n// b\n// c\n\n// d\n/* e\nf */')).toEqual(['comment 0-2', 'comment 5-6']);
  expect(shown('node a // a\n// b\nnode b // c\nnode c')).toEqual([]);
});

test('runs of one kind of statement', () => {
  expect(shown('expect a ok\nexpect b ok\nexpect c ok\n\nexpect d ok\nnode a\nnode b')).toEqual(['run 0-2']);
});

test('a broken file has folds', () => {
  expect(shown('}\nstore {\n choose\n\n}\n{\n{')).toEqual(['body 1-3']);
});
