// docs/features.md claims nothing without a test that a gate runs.

import { expect, test } from 'vitest';
import { files, read } from './sources.js';

const rows = read('docs/features.md')
  .split('\n')
  .filter((line) => /^\| (?!Feature|---)/.test(line));

test('each feature names the tests that hold it, and a gate has them', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const tests = [...row.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file = '']) => file);
    expect(tests.length, row).toBeGreaterThan(0);
    for (const file of tests) {
      expect(files, row).toContain(file);
      expect(file, row).toMatch(/\.(test|suite)\.m?ts$|\.test\.mjs$/);
    }
  }
});
