import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { libraryOf } from '../ide/library.js';
import { lessonsPage } from './lessonsPage.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string | undefined => {
  const file = new URL(path, root);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

test('the page has the lessons as they are (written by `node scripts/docs.mjs`)', () => {
  expect(read('docs/lessons.md')).toBe(lessonsPage(libraryOf(read)));
});
