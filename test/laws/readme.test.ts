// The README shows what the product says, word for word.

import { expect, test } from 'vitest';
import { analyze } from '../../core/src/analyze.js';
import { inlayHints } from '../../core/src/ide/inlayHints.js';
import { read } from './sources.js';

const README = read('README.md');

test('the table after the ten lines is what the editor and `netsplit check` say of them', () => {
  const design = /## A design in ten lines\n\n```cap\n([^]*?)```/.exec(README)?.[1] ?? '';
  const { resolved, results, diagnostics } = analyze(design);
  expect(resolved.model.operations.length).toBe(3);
  const hints = inlayHints(resolved, { kind: 'current', results });
  const rows = resolved.model.operations.map(({ name }, i) => {
    const said = diagnostics.find(({ span }) => span.start === resolved.origins.operations[i]?.start);
    return `| ${name} | ${hints[i]?.label ?? ''} | ${said?.message ?? ''} |`;
  });
  const table =
    /\| operation \| at the end of its line \| [^\n]*\n\|[-|]+\|\n((?:\|[^\n]*\n)+)/.exec(README)?.[1] ?? '';
  expect(table.trim().split('\n')).toEqual(rows);
  expect(diagnostics).toHaveLength(rows.length);
});

test('every design of the README is one, and each clause has its line', () => {
  const fences = [...README.matchAll(/```cap\n([^]*?)```/g)].map(([, text = '']) => text);
  expect(fences).toHaveLength(3);
  const [ten = '', more = '', clauses = ''] = fences;
  for (const text of [`${ten}${more}`, clauses])
    expect(analyze(text).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const clause of [
    'like ',
    'replicate primary a async',
    'quorum R=2 W=2',
    'witness ',
    'level ',
    '{ read cart; ',
    '// ',
  ])
    expect(clauses).toContain(clause);
});
