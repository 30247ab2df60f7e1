// docs/semantics.md says of every rule what guards it: its names exist, and no rule is without a row.

import { expect, test } from 'vitest';
import { GUARANTEES } from '../../core/src/engine/guarantees/index.js';
import { SCHEMES } from '../../core/src/engine/replication/index.js';
import { files, read } from './sources.js';

const text = read('docs/semantics.md');
const rows = text
  .slice(text.indexOf('\n## 10. '), text.indexOf('\n## 11. '))
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, section = '', rule = '', source = '', guards = '']) => ({ section, rule, source, guards }));

test('every section of rules, every scheme and every guarantee has a row', () => {
  const sections = [...text.matchAll(/^## (\d+)\. /gm)]
    .map(([, number]) => Number(number))
    .filter((number) => number < 10);
  const has = (start: string): boolean =>
    rows.some(({ section }) => section === start || section.startsWith(`${start}.`) || section.startsWith(`${start} `));
  const wanted = [
    ...sections.map(String),
    ...Object.keys(SCHEMES).map((scheme) => `5 ${scheme}`),
    ...Object.keys(GUARANTEES).map((guarantee) => `8 ${guarantee}`),
  ];
  expect(sections.length).toBe(9);
  expect(wanted.filter((start) => !has(start))).toEqual([]);
});

test('every row names a source, or says that there is none, and tests that exist', () => {
  const wrong = rows.flatMap(({ section, rule, source, guards }) => {
    const named = [...guards.matchAll(/`([^`]+\.test\.ts)`: "([^"]+)"/g)];
    const missing = named.filter(
      ([, file = '', title = '']) => !files.includes(file) || !titles(file).some((one) => one.includes(title)),
    );
    return source === '' || named.length === 0 || missing.length > 0
      ? [`${section} ${rule}: ${missing.map(([whole]) => whole).join(', ') || 'source or test'}`]
      : [];
  });
  expect(wrong).toEqual([]);
});

/** The quoted titles after `test(`, `describe(` and their `each`. */
function titles(file: string): string[] {
  return [...read(file).matchAll(/\b(?:test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])([\s\S]*?)\1,/g)].map(
    ([, , title = '']) => title.replaceAll("\\'", "'"),
  );
}
