// One table has the words of the language; lists that the compiler cannot derive from it are compared with it here.

import { expect, test } from 'vitest';
import {
  CHOICES,
  GUARANTEES,
  LEVELS,
  MERGE_RULES,
  REACTIONS,
  UNITS,
  VERDICT_WORDS,
} from '../../core/src/model/values.js';
import { LANGUAGE, WORDS } from '../../core/src/syntax/language/index.js';
import { highlighted } from '../../core/src/testing/highlighted.js';
import { read } from './sources.js';

type Group = keyof typeof LANGUAGE;

const wordsIn = (...groups: readonly Group[]): string[] =>
  groups.flatMap((group) => Object.keys(LANGUAGE[group])).sort();

test.each<[Group, readonly string[]]>([
  ['choice', CHOICES],
  ['reaction', REACTIONS],
  ['merge rule', MERGE_RULES],
  ['level', LEVELS],
  ['guarantee', GUARANTEES],
  ['verdict', VERDICT_WORDS],
  ['unit', [...UNITS, 'all']],
])('the words of the group %s are the values that the model knows', (group, values) => {
  expect(wordsIn(group)).toEqual([...values].sort());
});

test('the highlighting colours the words of the language: node scripts/docs.mjs', () => {
  const grammar = read('syntaxes/cap.tmLanguage.json');
  expect(highlighted(grammar)).toBe(grammar);
  // A grammar without a word gets it back.
  for (const word of ['zone', 'rejoin', 'stale', 'sloppy'])
    expect(highlighted(grammar.replace(`|${word}|`, '|'))).toBe(grammar);
});

test('a form begins with a word of the table, and so does each of its parts that begins with a word', () => {
  const forms = [...WORDS.values()].flat().flatMap(({ form }) => form ?? []);
  expect(forms.length).toBeGreaterThan(15);
  for (const { head, parts } of forms) {
    const words = [...head.split(' '), ...parts.flatMap(({ begins }) => begins)];
    expect(words.filter((word) => /\w/.test(word) && !WORDS.has(word))).toEqual([]);
  }
});
