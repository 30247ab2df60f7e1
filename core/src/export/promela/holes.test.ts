import { expect, test } from 'vitest';
import { choice, fill } from './holes.js';

test('a list fills its line, a text or a number stands where the hole stands', () => {
  expect(fill('if\n  «ways»\nfi «x»; «n»', { ways: [':: a', ':: b'], x: 'y', n: 2 })).toBe('if\n:: a\n:: b\nfi y; 2');
});

test('an empty list takes its line along, an empty text leaves it', () => {
  expect(fill('a\n«gone»\n«empty»\nb', { gone: [], empty: '' })).toBe('a\n\nb');
});

test('what fills a hole is not looked at again: a name of the design may look like a hole', () => {
  expect(fill('«a» «b»', { a: '«b»', b: '«a»' })).toBe('«b» «a»');
});

test('every hole needs a filling, and every filling a hole', () => {
  expect(() => fill('«turns»', {})).toThrow('nothing fills «turns»');
  expect(() => fill('«a»', { a: 1, turns: 2, steps: 3 })).toThrow('there is no hole «turns», «steps»');
});

test('without another way there is no choice', () => {
  expect(choice([], 'skip')).toBe('skip');
  expect(choice([':: a -> b'], 'skip')).toBe('if\n:: a -> b\n:: else -> skip\nfi');
});
