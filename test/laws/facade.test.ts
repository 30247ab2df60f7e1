// Every export of the façade has a sentence that describes it. The sentence stands at the declaration, not at the
// façade: there an editor shows it wherever the name is used, and a change of the code has it in sight.

import ts from 'typescript';
import path from 'node:path';
import { expect, test } from 'vitest';
import { read } from './sources.js';

const FACADE = 'core/src/index.ts';

test('every name of the façade has a sentence at its declaration', () => {
  const names = exportedNames(FACADE);
  expect(names.length).toBeGreaterThan(100);
  // "The same in one go." says nothing where the name is used.
  const silent = names.filter(({ file, name }) => !/^(?!The same\b)[A-Z`].*[.:]/su.test(sentenceOf(file, name)));
  expect(silent.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

/** Each exported name with the file that declares it. */
function exportedNames(facade: string): { readonly file: string; readonly name: string }[] {
  return statementsOf(facade).flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
    if (!ts.isStringLiteral(statement.moduleSpecifier) || statement.exportClause === undefined) return [];
    if (!ts.isNamedExports(statement.exportClause)) return [];
    const file = path.posix.join(path.posix.dirname(facade), statement.moduleSpecifier.text.replace(/\.js$/, '.ts'));
    return statement.exportClause.elements.map(({ name, propertyName }) => ({
      file,
      name: (propertyName ?? name).text,
    }));
  });
}

/** The doc comment of a declaration; empty if it has none. */
function sentenceOf(file: string, name: string): string {
  const declared = statementsOf(file).find((statement) => namesOf(statement).includes(name));
  if (declared === undefined) throw new Error(`${file} declares no ${name}: let the façade name the file that does.`);
  return ts
    .getJSDocCommentsAndTags(declared)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ');
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as { name?: ts.Identifier };
  return name === undefined ? [] : [name.text];
}

function statementsOf(file: string): readonly ts.Statement[] {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true).statements;
}
