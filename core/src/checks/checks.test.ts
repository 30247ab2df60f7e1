import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { BEYOND_A_PAGE, checkIndex, readCheckPage } from '../testing/checkPages.js';
import { readerOf } from '../testing/files.js';
import type { Diagnostic } from './diagnostic.js';
import { type CheckCode, type CheckRow, CHECKS } from './index.js';

const docs = new URL('../../../docs/diagnostics/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, docs), 'utf8');
const pageOf = (code: string) => readCheckPage(textOf(`${code}.md`));

test('every code has a page, and every page a code', () => {
  const pages = readdirSync(docs).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(CHECKS.map(({ code }) => `${code}.md`).sort());
});

test('every page names its code and its severity', () => {
  const named = CHECKS.map(({ code }) => pageOf(code)).map(({ code, severity }) => `${severity} ${code}`);
  expect(named).toEqual(CHECKS.map(({ code, severity }) => `${severity} ${code}`));
});

test('the index is made from the pages: node scripts/docs.mjs', () => {
  expect(textOf('README.md')).toBe(checkIndex(CHECKS, pageOf));
});

describe('the example of each page is told what the page says, and nothing else', () => {
  for (const check of CHECKS) {
    test(check.code, () => {
      const { example, says } = pageOf(check.code);
      const { text, files } = BEYOND_A_PAGE[check.code] ?? example ?? { text: '', files: {} };
      const { diagnostics } = analyze(text, {}, { path: 'design.cap', read: readerOf(files), today: '2026-01-01' });
      const found = diagnostics.filter(({ code }) => !isBeside(code, check));
      expect(found.map(shown)).toEqual([`${check.severity} ${check.code}`]);
      if (example !== undefined) expect(found.map(({ message }) => message)).toEqual(says);
    });
  }
});

function shown({ code, severity }: Diagnostic): string {
  return `${severity} ${code}`;
}

/** Hints that a short example leaves open on purpose. */
const HINTS: readonly CheckCode[] = ['implicit-mesh', 'lonely-store'];

/** Diagnostics that come along with a code and are not the topic of its page. */
function isBeside(code: CheckCode, check: CheckRow): boolean {
  if (code === check.code) return false;
  // Of verdicts, one brings another: an expectation fails because an operation errors.
  const isVerdict = /^(op|expectation|needs|accept)-/.test(code);
  // A mistake in an included file is summed up where it is included.
  const isSummed = check.code === 'include-has-errors' ? code === 'unknown-name' : code === 'include-has-errors';
  // What is not judged depends on a mistake, whichever.
  const isItsMistake = /-not-judged$/.test(check.code) && code === 'unknown-value';
  return isVerdict || isSummed || isItsMistake || HINTS.includes(code);
}
