// docs/glossary.md names where each term lives in the code: these names exist.

import { expect, test } from 'vitest';
import { read, sources } from './sources.js';

const rows = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| term '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, term = '', meaning = '', names = '']) => ({ term, meaning, names }));

test('every name of the glossary is a name in the sources', () => {
  const code = sources.map(read).join('\n');
  const missing = rows.flatMap(({ term, names }) =>
    [...names.matchAll(/`(\w+)`/g)]
      .filter(([, name = '']) => !new RegExp(`\\b${name}\\b`).test(code))
      .map(([, name = '']) => `${term}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('every term has its meaning, and stands in the glossary once', () => {
  expect(rows.filter(({ meaning }) => meaning === '')).toEqual([]);
  const terms = rows.map(({ term }) => term);
  expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([]);
  expect(terms).toEqual(expect.arrayContaining(['scenario', 'situation', 'assignment', 'home', 'spared', 'former']));
});
