import { expect, test } from 'vitest';
import { parse } from '../../syntax/parse.js';
import { resolve } from '../resolve.js';

const lines = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

test('of many unknown names the first have a suggestion, and each is reported', () => {
  const n = 2000;
  const text = lines(n, (i) => `node name_${i}\n`) + lines(n, (i) => `client c${i} at nime_${i}\n`);
  const unknown = resolve(parse(text)).diagnostics.filter(({ code }) => code === 'unknown-name');
  expect(unknown).toHaveLength(n);
  const suggested = unknown.map(({ message }) => message.includes('did you mean'));
  // Once the effort is spent, it is spent.
  expect(suggested[0]).toBe(true);
  expect(suggested.at(-1)).toBe(false);
  expect(suggested.lastIndexOf(true)).toBe(suggested.indexOf(false) - 1);
});

test('one wrong name in many places is compared once', () => {
  const n = 2000;
  const text = lines(n, (i) => `node name_${i}\n`) + lines(n, (i) => `client c${i} at nime_7\n`);
  const unknown = resolve(parse(text)).diagnostics.filter(({ code }) => code === 'unknown-name');
  expect(unknown).toHaveLength(n);
  expect(unknown.every(({ message }) => message.includes('did you mean `name_7`'))).toBe(true);
});
