// What an addition touches, as CONTRIBUTING.md says: counted on things that are there.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { CHECKS } from '../../core/src/checks/index.js';
import { PRESETS } from '../../core/src/model/presets/index.js';
import { SCHEME_NAMES } from '../../core/src/model/schemes/index.js';
import { files, nodesOf, read, sources } from './sources.js';

/** The tables that have a row for each scheme, with the type that lists what is missing. */
function tablesOfSchemes(): [file: string, type: string][] {
  const all = files.filter((file) => /^core\/src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'));
  return all.flatMap((file) =>
    [...nodesOf(file)].filter(ts.isVariableDeclaration).flatMap((node): [string, string][] => {
      const value = node.initializer;
      const isChecked = value !== undefined && ts.isSatisfiesExpression(value);
      const table = isChecked ? value.expression : value;
      if (table === undefined || !ts.isObjectLiteralExpression(table)) return [];
      const rows = table.properties.map(({ name }) => name?.getText());
      if (!SCHEME_NAMES.every((scheme) => rows.includes(scheme))) return [];
      return [[file, (isChecked ? value.type : node.type)?.getText() ?? '']];
    }),
  );
}

test('a replication scheme is its word and a row in five tables, which share no code on purpose', () => {
  const tables = tablesOfSchemes();
  expect(tables.map(([file]) => file).sort()).toEqual([
    'core/src/engine/replication/index.ts',
    'core/src/export/promela/schemes/index.ts',
    'core/src/model/schemes/index.ts',
    'core/src/simulate/protocols/index.ts',
    'core/src/syntax/language/schemes.ts',
    // What the random designs draw: the compiler asks for it with the naive engine's row.
    'core/src/testing/naive/randomModel.ts',
    'core/src/testing/naive/requests.ts',
  ]);
  const typed = tables.filter(([file]) => file !== 'core/src/syntax/language/schemes.ts');
  for (const [file, type] of typed) expect(type, file).toMatch(/SchemeName|\['scheme'\]|keyof typeof SCHEME_WORDS/);
});

/** The files that have one of these words as a text or a name, tests and generated pages apart. */
function filesWith(...words: readonly string[]): string[] {
  return sources.filter((file) =>
    [...nodesOf(file)].some(
      (node) => (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) && words.includes(node.text),
    ),
  );
}

test('a clause is its word, grammar, syntax tree, lowering, meaning with what contradicts it, and a page', () => {
  // Presets use it, and a hover may show it.
  const beside = /^core\/src\/(model\/presets|ide\/hover)\//;
  expect(filesWith('rejoin').filter((file) => !beside.test(file))).toEqual([
    'core/src/model/resolve/store/clauses.ts',
    'core/src/model/resolve/store/contradictions.ts',
    'core/src/syntax/ast.ts',
    'core/src/syntax/grammar/stores.ts',
    'core/src/syntax/language/clauses.ts',
    'core/src/syntax/lower.ts',
  ]);
  expect(read('docs/language.md')).toContain('| `rejoin` |');
});

test('a diagnostic is a row and a page; the one that reports it names the row', () => {
  for (const { code } of CHECKS) {
    expect(files, code).toContain(`docs/diagnostics/${code}.md`);
    const named = sources.filter((file) => read(file).includes(`'${code}'`));
    expect(
      named.filter((file) => file.startsWith('core/src/checks/')),
      code,
    ).toHaveLength(1);
  }
});

test('a preset is a file and a line', () => {
  const folder = 'core/src/model/presets/';
  for (const { name } of PRESETS) {
    const own = files.filter((one) => one.startsWith(folder) && read(one).includes(`name: '${name}'`));
    expect(
      own.filter((one) => !one.endsWith('.test.ts')),
      name,
    ).toHaveLength(1);
  }
});
