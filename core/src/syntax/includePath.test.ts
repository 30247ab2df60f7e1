import { describe, expect, test } from 'vitest';
import { includePath, includeTarget } from './includePath.js';

describe('where an include leads', () => {
  test.each([
    ['shop.cap', 'topology.cap', 'topology.cap'],
    ['designs/shop.cap', 'topology.cap', 'designs/topology.cap'],
    ['designs/shop.cap', './net/topology.cap', 'designs/net/topology.cap'],
    ['designs/shop.cap', '../topology.cap', 'topology.cap'],
    ['designs/shop.cap', '../designs/../a//b.cap', 'a/b.cap'],
    ['a/b/shop.cap', '...', 'a/b/...'],
  ])('%s: %s', (from, written, path) => {
    expect(includeTarget(from, written)).toEqual({ kind: 'path', path });
  });

  test.each([
    ['shop.cap', '../topology.cap'],
    ['a/shop.cap', '../../topology.cap'],
    ['a/shop.cap', 'x/../../../a/topology.cap'],
    ['shop.cap', '/etc/passwd'],
    ['shop.cap', '//server/share/a.cap'],
    ['shop.cap', 'C:/a.cap'],
    ['shop.cap', 'file:///a.cap'],
    ['shop.cap', 'https://example.com/a.cap'],
  ])('%s: %s leads outside', (from, written) => {
    expect(includeTarget(from, written).kind).toBe('outside');
  });
});

test.each(['net/', 'net//', 'a.cap/', 'a.cap/.', '.', './', 'net/..', 'x/../'])('%s names a folder', (written) => {
  expect(includeTarget('designs/shop.cap', written)).toEqual({ kind: 'folder' });
});

test('what is offered leads where it should', () => {
  const paths = ['a.cap', 'x/a.cap', 'x/b.cap', 'x/y/a.cap', 'y/x/a.cap', 'x/y/z/b.cap'];
  for (const from of paths)
    for (const to of paths) expect(includeTarget(from, includePath(from, to))).toEqual({ kind: 'path', path: to });
});
