import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { applyEdits } from '../ide/applyEdits.js';
import { textFixes } from './textFixes.js';

const DESIGN = `node a, b
client web at a
link a -- b 5ms
store used on a, b { choose CP }
store idle on a, b {
  choose AP
}
operation save: write used from web
`;

test('a store that nobody uses is removed with its lines, and no verdict changes', () => {
  const { resolved, results } = analyze(DESIGN);
  const fixes = resolved.diagnostics.flatMap((diagnostic) => textFixes(resolved, diagnostic));
  expect(fixes.map(({ title }) => title)).toEqual(['Remove `idle`']);
  const after = applyEdits(DESIGN, fixes[0]?.edits ?? []);
  expect(after).toBe(DESIGN.replace(/store idle[^}]*\}\n/, ''));
  expect(analyze(after).results).toEqual(results);
});

test('one that somebody uses stays', () => {
  const { resolved } = analyze(DESIGN.replace('write used', 'write idle').replace('store used', 'store other'));
  expect(
    resolved.diagnostics.flatMap((diagnostic) => textFixes(resolved, diagnostic).map(({ title }) => title)),
  ).toEqual(['Remove `other`']);
});
