// The entries for other editors know the words that the language has.

import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { LANGUAGE } from '../../core/src/syntax/language/index.js';
import { read } from './sources.js';

const FOLDER = 'editors/tree-sitter';
const WORDS = [...Object.keys(LANGUAGE.statement), ...Object.keys(LANGUAGE.clause)];

interface Rule {
  readonly type: string;
  readonly [key: string]: unknown;
}
type Written = string | RegExp | Rule;

function rule(written: Written): Rule {
  if (typeof written === 'string') return { type: 'STRING', value: written };
  return written instanceof Object && 'source' in written
    ? { type: 'PATTERN', value: written.source }
    : (written as Rule);
}

const members = (type: string, all: readonly Written[]): Rule => ({ type, members: all.map(rule) });
const BLANK: Rule = { type: 'BLANK' };

/** What a grammar is written with, as far as ours is. */
const DSL = {
  seq: (...all: Written[]) => members('SEQ', all),
  choice: (...all: Written[]) => members('CHOICE', all),
  optional: (one: Written) => members('CHOICE', [one, BLANK]),
  repeat: (one: Written) => ({ type: 'REPEAT', content: rule(one) }),
  repeat1: (one: Written) => ({ type: 'REPEAT1', content: rule(one) }),
  token: (one: Written) => ({ type: 'TOKEN', content: rule(one) }),
  field: (name: string, one: Written) => ({ type: 'FIELD', name, content: rule(one) }),
  alias: (one: Written, as: Rule) => ({ type: 'ALIAS', content: rule(one), named: true, value: as['name'] }),
  prec: Object.assign((value: number, one: Written) => ({ type: 'PREC', value, content: rule(one) }), {
    right: (one: Written) => ({ type: 'PREC_RIGHT', value: 0, content: rule(one) }),
  }),
};

interface Grammar {
  readonly name: string;
  readonly rules: Record<string, ($: unknown) => Written>;
  readonly extras: ($: unknown) => Written[];
  readonly word: ($: unknown) => Rule;
}

function generated(): unknown {
  const module = { exports: {} };
  const symbols = new Proxy({}, { get: (_, name) => ({ type: 'SYMBOL', name }) });
  const grammar = ({ name, rules, extras, word }: Grammar): unknown => ({
    name,
    word: word(symbols)['name'],
    rules: Object.fromEntries(Object.entries(rules).map(([key, make]) => [key, rule(make(symbols))])),
    extras: extras(symbols).map(rule),
  });
  runInNewContext(read(`${FOLDER}/grammar.js`), { module, grammar, ...DSL });
  return JSON.parse(JSON.stringify(module.exports));
}

test('the parser was generated from the grammar: tree-sitter generate', () => {
  const json = JSON.parse(read(`${FOLDER}/src/grammar.json`)) as object;
  expect(json).toMatchObject(generated() as object);
});

test.each([
  ['the grammar', 'grammar.js', (word: string) => `'${word}'`],
  ['the parser', 'src/parser.c', (word: string) => `= "${word}",`],
  ['the colours', 'queries/highlights.scm', (word: string) => `"${word}"`],
])('%s of tree-sitter has every word that begins a statement or a clause', (_, file, quoted) => {
  const text = read(`${FOLDER}/${file}`);
  expect(WORDS.length).toBeGreaterThan(50);
  expect(WORDS.filter((word) => !text.includes(quoted(word)))).toEqual([]);
});

test('the mode of Emacs colours every word that begins a statement', () => {
  const [, list = ''] = /cap-mode-statements\s+'\(([^)]*)\)/.exec(read('editors/emacs/cap-mode.el')) ?? [];
  const words = [...list.matchAll(/"(\w+)"/g)].map(([, word]) => word);
  expect(words).toEqual(Object.keys(LANGUAGE.statement).sort());
});

test.each(['editors/tree-sitter/tree-sitter.json', 'editors/zed/extension.toml', 'editors/zed/Cargo.toml'])(
  '%s has the version of the product',
  (file) => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(/"?version"?\s*[:=]\s*"([^"]+)"/.exec(read(file))?.[1]).toBe(version);
  },
);
