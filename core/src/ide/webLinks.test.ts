import { expect, test } from 'vitest';
import { webLinks } from './webLinks.js';

function targets(text: string): readonly string[] {
  return webLinks(text).map(({ span, target }) => {
    expect(text.slice(span.start, span.end)).toBe(target);
    return target;
  });
}

test('addresses in comments, without the sentence around them', () => {
  expect(
    targets('// See https://example.com/a?b=c#d, and (http://example.com/x_(y)).\nnode a /* https://example.com/*/'),
  ).toEqual(['https://example.com/a?b=c#d', 'http://example.com/x_(y)', 'https://example.com/']);
});

test('nothing outside of comments, no other schemes, no empty ones', () => {
  expect(
    targets('node "https://example.com"\n// file:///etc/passwd command:x javascript:alert(1) https:// http://.'),
  ).toEqual([]);
});
