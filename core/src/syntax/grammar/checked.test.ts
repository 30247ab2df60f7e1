import { expect, test } from 'vitest';
import { makeReader } from '../settings/json.js';
import { ALL_TOKENS, makeLexer } from '../tokens.js';
import { CapParser } from './index.js';

// The library checks tokens and grammars only when it is told to: at every start of the product it would find the same.

test('the tokens and the grammar of designs are sound', () => {
  expect(makeLexer(true).lexerDefinitionErrors).toEqual([]);
  expect(() => new CapParser(true)).not.toThrow();
});

test('the tokens and the grammar of settings are sound', () => {
  expect(() => makeReader(true)).not.toThrow();
});

test('each pattern begins with the characters that it says, and with no other', () => {
  // One of these goes on with whatever a pattern may begin with.
  const rest = ['', '*', '/', '-', '1', '123-45-67', '"', '* */'];
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  for (const { name, PATTERN: pattern, START_CHARS_HINT: hints } of ALL_TOKENS) {
    if (!(pattern instanceof RegExp) || name === 'NOT_APPLICABLE' || name === 'Name') continue;
    const here = new RegExp(pattern.source, 'y');
    const begins = (char: string): boolean =>
      rest.some((more) => {
        here.lastIndex = 0;
        return here.test(char + more);
      });
    expect({ name, begins: all.filter(begins).sort() }).toEqual({ name, begins: [...(hints ?? [])].sort() });
  }
});
