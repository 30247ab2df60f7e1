import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonValue, parseJson } from './json.js';

/** The value without its places. */
function plain(json: JsonValue): unknown {
  switch (json.kind) {
    case 'scalar':
      return json.value;
    case 'array':
      return json.items.map(plain);
    case 'object':
      return Object.fromEntries(json.members.map(({ name, value }) => [name, plain(value)]));
  }
}

/** As JSON has it: 0 and -0 are one number. */
const again = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

test('what JSON.parse reads is read alike, with the place of each value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, space) => {
      const text = JSON.stringify(value, undefined, space);
      const json = parseJson(text);
      expect('kind' in json && again(plain(json))).toEqual(again(value));
      if ('kind' in json) expect(text.slice(json.span.start, json.span.end)).toBe(text);
    }),
  );
});

test('what JSON.parse refuses is refused, at the first place that is wrong', () => {
  const accepted = (read: () => unknown): boolean => {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'{}[],:"\\ 01-.et\n'), { maxLength: 12 }), (letters) => {
      const text = letters.join('');
      expect({ text, is: 'kind' in parseJson(text) }).toEqual({ text, is: accepted(() => JSON.parse(text)) });
    }),
  );
});

test.each([
  ['', 0, ''],
  ['{', 1, ''],
  ['{ "a": 1, }', 10, '}'],
  ['{ "a" 1 }', 6, '1'],
  ["{ 'a': 1 }", 2, "'"],
  ['{ "a": 1 } 2', 11, '2'],
  ['// no\n{}', 0, '/'],
  ['['.repeat(100_000), 100, '['],
])('%#: where it ends to be JSON', (text, start, found) => {
  expect(parseJson(text)).toMatchObject({ span: { start }, found });
});

test('a byte order mark is no mistake', () => {
  expect(parseJson('\uFEFF{}')).toMatchObject({ kind: 'object', span: { start: 1, end: 3 } });
});
