// Code that depends on the replication scheme stands in the schemes' own folders: everybody else asks a row of a table.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { SCHEME_NAMES } from '../../core/src/model/schemes/index.js';
import { nodesIn, nodesOf, sources } from './sources.js';

const ROOMS = [
  'core/src/model/schemes/',
  'core/src/engine/replication/',
  'core/src/simulate/protocols/',
  'core/src/export/promela/schemes/',
];

test('a scheme is compared with a name only in the folders of the schemes', () => {
  const outside = sources.filter((file) => !ROOMS.some((room) => file.startsWith(room)));
  expect(outside.length).toBeGreaterThan(100);
  expect(outside.flatMap((file) => comparisons(nodesOf(file)).map((text) => `${file}: ${text}`))).toEqual([]);
});

test('each way to compare is found, and what has the same words is not', () => {
  const found = (text: string): string[] => comparisons(nodesIn('some.ts', text));
  expect(found("store.replication.scheme === 'consensus'")).toHaveLength(1);
  expect(found("if ('any' != scheme) {}")).toHaveLength(1);
  expect(found("switch (replication.scheme) { case 'quorum': break; }")).toHaveLength(1);
  expect(found("['consensus', 'primary'].includes(replication.scheme)")).toHaveLength(1);
  expect(found("VOTES.has(store?.replication.scheme ?? 'any')")).toHaveLength(1);
  expect(found("'failover' in store.replication")).toHaveLength(1);
  expect(found("if (step.level === 'quorum' || under.kind === 'any') {}")).toEqual([]);
  expect(found("switch (level) { case 'quorum': break; }")).toEqual([]);
  expect(found('schemeOf(store.replication).leader(store.replication) === vertex')).toEqual([]);
  expect(found('own.scheme?.name === preset.scheme?.name')).toEqual([]);
});

function comparisons(nodes: Iterable<ts.Node>): string[] {
  return [...nodes].filter(isComparison).map((node) => node.getText().split('\n')[0] ?? '');
}

function isComparison(node: ts.Node): boolean {
  if (ts.isSwitchStatement(node)) return isScheme(node.expression);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return ['includes', 'has', 'indexOf'].includes(node.expression.name.text) && node.arguments.some(isScheme);
  if (!ts.isBinaryExpression(node)) return false;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.InKeyword:
      return /\breplication$/.test(node.right.getText());
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return [
        [node.left, node.right],
        [node.right, node.left],
      ].some(([a, b]) => a !== undefined && b !== undefined && isScheme(a) && isSchemeName(b));
    default:
      return false;
  }
}

/** `scheme`, `replication.scheme`, `store?.replication.scheme ?? 'any'` */
function isScheme(node: ts.Expression): boolean {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return isScheme(node.left);
  if (ts.isParenthesizedExpression(node)) return isScheme(node.expression);
  if (ts.isIdentifier(node)) return node.text === 'scheme';
  return ts.isPropertyAccessExpression(node) && node.name.text === 'scheme';
}

function isSchemeName(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) && SCHEME_NAMES.some((name) => name === node.text);
}
