// skills/netsplit/SKILL.md is made from the documentation, and what it claims is so.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { MISTAKES } from '../checks/index.js';
import { skillPage } from './skill.js';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const skill = read('skills/netsplit/SKILL.md');

test('it is what the documentation makes: node scripts/docs.mjs writes it', () => {
  expect(skill).toBe(skillPage(read('docs/language.md')));
});

test('it is short enough to be read whole', () => {
  expect(skill.split('\n').length).toBeLessThanOrEqual(300);
  expect(skill.length).toBeLessThan(20_000);
  const description = /^description: ([^]*?)\n---/m.exec(skill)?.[1] ?? '';
  expect(description.length).toBeGreaterThan(100);
  expect(description.length).toBeLessThan(1024);
});

test('each of its designs is one, and its first has what is said of it', () => {
  const designs = [...skill.matchAll(/```cap\n([^]*?)```/g)].map(([, text = '']) => text);
  expect(designs.length).toBeGreaterThanOrEqual(3);
  for (const design of designs)
    expect(analyze(design).diagnostics.filter(({ code }) => MISTAKES.has(code))).toEqual([]);
  expect(/What it says of this design:\n\n((?:- .*\n)+)/.exec(skill)?.[1]?.split('\n').length).toBeGreaterThan(2);
  expect(skill).not.toMatch(/\]\((?!https?:)/);
});
