import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../analyze.js';

// docs/architectures.md: each architecture is one design without mistakes, whose expectations hold.

const page = readFileSync(new URL('../../../../docs/architectures.md', import.meta.url), 'utf8');

/** The sections of the page: a title, and the designs below it. */
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split('\n', 1)[0] ?? '',
    designs: [...section.matchAll(/^```cap\n([\s\S]*?)^```$/gm)].map(([, design = '']) => design),
  }));

test('the page has its twelve architectures, each with one design', () => {
  expect(sections.map(({ title }) => title)).toHaveLength(12);
  expect(sections.filter(({ designs }) => designs.length !== 1).map(({ title }) => title)).toEqual([]);
  expect(page.match(/```cap/g)).toHaveLength(12);
});

describe.each(sections)('$title', ({ designs: [design = ''] }) => {
  const { diagnostics, results } = analyze(design);

  test('has no mistake, and nothing that is not needed', () => {
    const mistakes = diagnostics.filter(({ severity, code }) => severity === 'error' || !code.startsWith('op-'));
    expect(mistakes.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  test('says what it promises and what it costs, and all of it holds', () => {
    expect(results.expectations.length).toBeGreaterThan(1);
    expect(results.expectations.filter(({ status }) => status !== 'holds')).toEqual([]);
  });
});
