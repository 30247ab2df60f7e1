import { expect, test } from 'vitest';
import { isListOf, isNumber, isObject, isOneOf, isString, isTagged, optional } from './shape.js';

interface Place {
  readonly line: number;
  readonly uri?: string;
}
type Told = { readonly type: 'ready' } | { readonly type: 'go'; readonly to: Place; readonly how: 'fast' | 'slow' };

const isPlace = isObject<Place>({ line: isNumber, uri: optional(isString) });
const isPace = isOneOf<'fast' | 'slow'>({ fast: true, slow: true });
const isTold = isTagged<'type', Told>('type', { ready: {}, go: { to: isPlace, how: isPace } });

test.each([
  [{ line: 1 }, true],
  [{ line: 1, uri: 'a', more: true }, true],
  [{ line: 1, uri: undefined }, true],
  [{ line: '1' }, false],
  [{ line: 1, uri: 2 }, false],
  [{ line: 1, uri: null }, false],
  [{}, false],
  [null, false],
  ['line', false],
  [Object.create({ line: 1 }), false],
])('%j is a place: %s', (value, expected) => expect(isPlace(value)).toBe(expected));

test.each([
  [{ type: 'ready' }, true],
  [{ type: 'go', to: { line: 1 }, how: 'fast' }, true],
  [{ type: 'go', to: { line: 1 }, how: 'later' }, false],
  [{ type: 'go', to: null, how: 'fast' }, false],
  [{ type: 'go' }, false],
  [{ type: 'toString' }, false],
  [{ type: ['ready'] }, false],
  [{ type: 'go', to: { line: 1 }, how: 'constructor' }, false],
  [undefined, false],
])('%j is told: %s', (value, expected) => expect(isTold(value)).toBe(expected));

test('lists are looked at one by one', () => {
  const isNames = isListOf(isString);
  expect([[], ['a'], ['a', 1], 'a', { length: 0 }].map((one) => isNames(one))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('the compiler names what a guard misses', () => {
  // @ts-expect-error The property `uri` has no guard.
  isObject<Place>({ line: isNumber });
  // @ts-expect-error A property that may be missing needs `optional`.
  isObject<Place>({ line: isNumber, uri: isString });
  // @ts-expect-error A line is a number.
  isObject<Place>({ line: isString, uri: optional(isString) });
  // @ts-expect-error There is no property `column`.
  isObject<Place>({ line: isNumber, uri: optional(isString), column: isNumber });
  // @ts-expect-error The message `go` has no guard.
  isTagged<'type', Told>('type', { ready: {} });
  // @ts-expect-error The word `slow` is missing.
  isOneOf<'fast' | 'slow'>({ fast: true });
});
