// The tree-sitter grammar on every design that the project has, by an editor that uses it.

import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repo } from '../../scripts/setup.mjs';
import { editors, run, scripts, temporary } from './editors.mjs';

const grammar = path.join(editors, 'tree-sitter');

/** What the language server takes without a complaint; a fence may be a piece with mistakes. */
const designs = globSync('samples/**/*.cap', { cwd: repo });
/** The fences of presets are bodies of stores. */
const pages = ['README.md', ...globSync('docs/*.md', { cwd: repo })].filter((page) => page !== 'docs/presets.md');
const FENCE = /^( *)```cap[^\n]*\n([^]*?)^ *```$/gm;

const COLOURED = `node a, b // two
store "the shop" on a, b { choose AP; replicate quorum R=1 W=2 }
operation pay: write "the shop" from a level one
expect pay never lost under any 1 isolated node while detecting
partition ocean { a | b }
`;

const { folder, remove } = temporary();
let seen;
beforeAll(() => {
  const library = path.join(folder, 'cap.so');
  const source = path.join(grammar, 'src');
  const { status, stderr } = spawnSync(
    'gcc',
    ['-shared', '-fPIC', '-Os', '-I', source, path.join(source, 'parser.c'), '-o', library],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  const texts = Object.fromEntries(designs.map((file) => [file, readFileSync(path.join(repo, file), 'utf8')]));
  for (const page of pages) {
    const fences = readFileSync(path.join(repo, page), 'utf8').matchAll(FENCE);
    for (const [i, [, , text]] of [...fences].entries()) texts[`${page}, fence ${i + 1}`] = text;
  }
  texts.coloured = COLOURED;
  texts.mistake = 'node a\nstore on { choose }\nnode b\n';
  const file = path.join(folder, 'texts.json');
  writeFileSync(file, JSON.stringify(texts));
  seen = run(
    'nvim',
    ['--headless', '--clean', '-c', `luafile ${path.join(scripts, 'trees.lua')}`, '-c', 'cquit'],
    folder,
    {
      TEXTS: file,
      GRAMMAR: library,
      QUERIES: path.join(grammar, 'queries'),
      COLOURED: 'coloured',
    },
  );
});
afterAll(remove);

test('it reads every sample and every fence of the docs', () => {
  const { mistake, ...rest } = seen;
  expect(designs.length).toBeGreaterThan(20);
  expect(Object.keys(rest).filter((name) => name.includes('fence')).length).toBeGreaterThan(20);
  const refused = Object.entries(rest).filter(([, { mistakes }]) => mistakes.length > 0);
  expect(refused.map(([name, { mistakes }]) => `${name}: ${mistakes.join('; ')}`)).toEqual([]);
  expect(mistake.mistakes).not.toEqual([]);
});

test('words have the colours of what they are', () => {
  expect(seen.coloured.captures).toMatchObject({
    '// two': 'comment',
    node: 'constant',
    store: 'keyword',
    '"the shop"': 'string',
    choose: 'keyword',
    AP: 'constant',
    quorum: 'constant',
    R: 'variable',
    2: 'number',
    pay: 'function',
    level: 'keyword',
    one: 'constant',
    never: 'keyword',
    lost: 'constant',
    isolated: 'constant',
    ocean: 'variable',
    '|': 'operator',
    '{': 'punctuation.bracket',
  });
});
