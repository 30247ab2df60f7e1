// A text of any length goes through the regular expressions of the product: none may take more than linear time.

import { analyse } from 'scslre';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, sources } from './sources.js';

/** What is more than linear, and why its text stays short. */
const SHORT: readonly (readonly [file: string, why: string, expression: string])[] = [
  [
    'client/src/sampleTitle.ts',
    'the first line of a sample in the package',
    String.raw`/^\s*(?:\/\/|\/\*+)\s*(.*?)\s*(?:\*\/)?\s*$/`,
  ],
  [
    'core/src/render/diagram/svg.ts',
    'a style sheet of the product',
    String.raw`/([a-z-]+: [^;{}]*?)var\(--[a-z0-9-]+, ([^()]*)\)([^;{}]*;)/g`,
  ],
];

/** Where an expression is put together, and from what. */
const COMPOSED = new Map([
  ['core/src/export/promela/names.ts', 'two marks around digits'],
  ['core/src/render/print/visible.ts', 'classes of characters, one of which matches'],
  ['core/src/syntax/foreign/scan.ts', 'expressions that stand beside each other, each for one kind of token'],
]);

/** Does its time grow faster than a text? Of the analysis of its structure; nothing is tried. */
function isSlow(expression: string): boolean {
  const end = expression.lastIndexOf('/');
  return analyse({ source: expression.slice(1, end), flags: expression.slice(end + 1) }).reports.length > 0;
}

test('what is slow is known to be', () => {
  expect(['/a*a*b/', '/^(a+)+$/', String.raw`/\s+$/`, '/^[^/]*a[^/]*a[^/]*b$/u'].filter((one) => !isSlow(one))).toEqual(
    [],
  );
  expect(['/a*b/y', '/^[ab]*$/', String.raw`/(?<!\s)\s+$/`].filter(isSlow)).toEqual([]);
});

test('regular expressions take linear time, or their texts are short', () => {
  const literals = sources.flatMap((file) =>
    [...nodesOf(file)].filter(ts.isRegularExpressionLiteral).map((node) => ({ file, expression: node.text })),
  );
  expect(literals.length).toBeGreaterThan(50);
  const slow = literals.filter(({ expression }) => isSlow(expression));
  expect(new Set(slow.map(({ file, expression }) => `${file} ${expression}`))).toEqual(
    new Set(SHORT.map(([file, , expression]) => `${file} ${expression}`)),
  );
});

test('regular expressions are put together only where it is known of what', () => {
  const composing = sources.filter((file) =>
    [...nodesOf(file)].some(
      (node) => (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp',
    ),
  );
  expect(composing.sort()).toEqual([...COMPOSED.keys()].sort());
});
