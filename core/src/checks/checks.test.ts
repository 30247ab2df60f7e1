import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnosed, saidOf } from '../testing/examples.js';
import { CHECKS } from './index.js';
import { checkIndex, checkPage } from './page.js';

const docs = new URL('../../../docs/diagnostics/', import.meta.url);
const sources = new URL('../', import.meta.url);

/** Of verdicts, one brings another: an expectation fails because an operation errors. */
function isVerdict(code: string): boolean {
  return /^(op|expectation|needs|accept)-/.test(code);
}

describe('each example produces exactly its code', () => {
  for (const check of CHECKS.filter(({ example }) => example !== '')) {
    test(check.code, () => {
      // Examples are short: what they leave out on purpose has hints of its own. A mistake in an included file is
      // summed up where it is included.
      const others = new Set(
        [
          'implicit-mesh',
          'lonely-store',
          ...(check.code === 'include-has-errors' ? ['unknown-name'] : ['include-has-errors']),
        ].filter((code) => code !== check.code),
      );
      const found = diagnosed(check).filter(
        ({ code }) => !others.has(code) && (code === check.code || !isVerdict(code)),
      );
      expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([`${check.severity} ${check.code}`]);
    });
  }
});

test('every code that the sources report is in the table, and the other way round', () => {
  const reported = new Set<string>();
  for (const folder of ['syntax', 'model', 'findings']) {
    for (const file of readdirSync(new URL(`${folder}/`, sources), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const text = readFileSync(new URL(`${folder}/${file}`, sources), 'utf8');
      for (const { code } of CHECKS) if (text.includes(`'${code}'`)) reported.add(code);
      for (const [, code] of text.matchAll(/(?:report\(|code: |code = |whole\()'([a-z]+(?:-[a-z]+)+)'/g))
        if (code !== undefined) expect(CHECKS.map((check) => check.code)).toContain(code);
    }
  }
  // Their codes are put together: `op-` and the verdict.
  const made = ['op-error', 'op-stale', 'op-unknown', 'op-conflict', 'op-lost'];
  expect(CHECKS.map(({ code }) => code).filter((code) => !reported.has(code) && !made.includes(code))).toEqual([]);
});

test('every code has its page, made from the table, and there are no others', () => {
  for (const check of CHECKS) {
    const page = new URL(`${check.code}.md`, docs);
    expect(existsSync(page), `docs/diagnostics/${check.code}.md: run node scripts/docs.mjs`).toBe(true);
    expect(readFileSync(page, 'utf8')).toBe(checkPage(check, saidOf(check)));
  }
  expect(readFileSync(new URL('README.md', docs), 'utf8')).toBe(checkIndex(CHECKS));
  const pages = readdirSync(docs).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(CHECKS.map(({ code }) => `${code}.md`).sort());
});
