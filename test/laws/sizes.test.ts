// Sizes that the linter does not look at: classes, and lines that the formatter leaves long.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, read, sources } from './sources.js';

const MOST_CLASS_LINES = 250;
const MOST_COLUMNS = 120;

test(`no class has more than ${MOST_CLASS_LINES} lines`, () => {
  const large = sources.flatMap((file) =>
    [...nodesOf(file)].filter(ts.isClassLike).flatMap((node) => {
      const lines = node.getText().split('\n').length;
      return lines > MOST_CLASS_LINES ? [`${file}: ${node.name?.text ?? 'a class'} has ${lines} lines`] : [];
    }),
  );
  expect(large).toEqual([]);
});

test(`no line of code has more than ${MOST_COLUMNS} columns, templates of several lines apart`, () => {
  const long = sources.flatMap((file) => {
    const text = read(file);
    const lines = text.split('\n');
    const over = lines.flatMap((line, i) => ([...line].length > MOST_COLUMNS ? [i] : []));
    if (over.length === 0) return [];
    const quoted = templatesOf(file, text);
    return over.filter((i) => !quoted.has(i)).map((i) => `${file}:${i + 1}: ${lines[i] ?? ''}`);
  });
  expect(long).toEqual([]);
});

/** The lines of style sheets, pages and Promela: a break in them would be a break in what they make. */
function templatesOf(file: string, text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const node of nodesOf(file)) {
    if (!ts.isTemplateExpression(node) && !ts.isNoSubstitutionTemplateLiteral(node)) continue;
    const [from, to] = [node.getStart(), node.getEnd()].map((at) => text.slice(0, at).split('\n').length - 1);
    if (from === undefined || to === undefined || from === to) continue;
    for (let line = from; line <= to; line++) lines.add(line);
  }
  return lines;
}
