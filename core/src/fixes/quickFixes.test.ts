import { expect, test } from 'vitest';
import { allDiagnostics } from '../analyze.js';
import { exploreAll } from '../engine/explore.js';
import { cursor } from '../testing/cursor.js';
import { mistakeFixes, triedFixes, type QuickFix } from './quickFixes.js';

/** One line for each fix: its title, whether an editor may apply it unasked (!), and the codes that it is for. */
function shown(fixes: readonly QuickFix[]): readonly string[] {
  return fixes.map(
    ({ title, isPreferred, diagnostics }) =>
      `${title}${isPreferred === true ? ' (!)' : ''} <- ${diagnostics.map(({ code }) => code).join(', ')}`,
  );
}

function mistakesAt(marked: string): readonly string[] {
  const { resolved, offset } = cursor(marked);
  const diagnostics = allDiagnostics(resolved, undefined);
  return shown(mistakeFixes({ resolved, diagnostics }, { start: offset, end: offset }));
}

test('a misspelt name has one plain correction, and a declaration that is offered only', () => {
  expect(mistakesAt('node first, second\nlink first -- secnd$0')).toMatchInlineSnapshot(`
    [
      "Change to \`second\` (!) <- unknown-name",
      "Declare node \`secnd\` <- unknown-name",
    ]
  `);
});

test('only the diagnostics at the place are corrected', () => {
  expect(mistakesAt('node fir$0st, second\nlink first -- secnd')).toEqual([]);
});

test('a tried fix is for the diagnostic whose place it has', () => {
  const { resolved, offset } = cursor(`node a, b
link a -- b
client app at b
store s on a, b { replicate primary a async failover automatic }
operation lo$0ad: read s from app
operation other: read s from app
`);
  const results = exploreAll(resolved.model);
  const diagnostics = allDiagnostics(resolved, results);
  const part = { start: offset, end: offset };
  expect(diagnostics.map(({ code }) => code)).toEqual(['op-error', 'op-error']);
  const judged = { effects: {}, expectations: [['expect load: never lost'], []] };
  const { helping, others } = triedFixes({ resolved, diagnostics }, { results, judged }, part);
  expect(helping).toEqual([]);
  expect(shown(others)).toEqual(['Expect what holds: load: never lost <- op-error']);
});

test('of very many mistakes the fixes of the first are found, and few are tried', () => {
  const text = Array.from({ length: 300 }, (_, i) => `client c${i} at wrong${'x'.repeat(i % 7)}${i}\n`).join('');
  const { resolved } = cursor(`node a\n${text}$0`);
  const fixes = mistakeFixes({ resolved, diagnostics: resolved.diagnostics }, { start: 0, end: text.length });
  expect(resolved.diagnostics.length).toBeGreaterThan(250);
  expect(fixes.filter(({ title }) => title.startsWith('Declare'))).toHaveLength(20);
});
