import { describe, expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { SKELETONS } from '../syntax/language/skeletons.js';
import type { StatementWord } from '../syntax/language/statements.js';
import { complete } from './completion.js';
import { skeleton } from './skeleton.js';

const DESIGN = `zone "left side" { node l1, l2 }
zone right { node r1 }
link "left side" -- right
client app in "left side"
store cart on l1, r1 { choose AP }
operation add: write cart from app
operation view: read cart from app
partition cut { "left side" | right }
`;
const words = Object.keys(SKELETONS) as StatementWord[];

/** What a skeleton inserts before anybody changes it. */
function inserted(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
    .replace(/\\(.)/g, '$1');
}

describe.each(words)('%s', (word) => {
  test('is a statement of the language, in an empty file and in a design', () => {
    for (const design of ['', DESIGN]) {
      const text = inserted(skeleton(resolve(parse(design)), word));
      expect(text.split(' ')[0]).toBe(word);
      expect(parse(`${design}${text}\n`).diagnostics, text).toEqual([]);
    }
  });

  test('says in three words at most what it is for', () => {
    expect(SKELETONS[word].what.split(' ').length).toBeLessThanOrEqual(3);
  });
});

test('names are those of the design, each part another one', () => {
  const text = inserted(skeleton(resolve(parse(DESIGN)), 'link'));
  expect(text).toBe('link "left side" -- right 80ms');
  expect(resolve(parse(DESIGN + inserted(skeleton(resolve(parse(DESIGN)), 'operation')))).diagnostics).toEqual([]);
  expect(inserted(skeleton(resolve(parse(DESIGN)), 'expect'))).toBe('expect add ok under cut');
});

test('offered where a statement begins, and nowhere else', () => {
  const at = (text: string): string[] =>
    complete(resolve(parse(text)), text.length).flatMap(({ label, skeleton: one }) =>
      one === undefined ? [] : [label],
    );
  expect(at('')).toEqual(expect.arrayContaining(words));
  expect(at('zo')).toContain('zone');
  expect(at(`${DESIGN}expect add `)).toEqual([]);
  expect(at(`${DESIGN}store s on l1 { `)).toEqual([]);
});
