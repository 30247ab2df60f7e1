import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { fixed, fixesOf, judgeAll, detailsOf } from '../testing/fixes.js';

const DESIGN = `node a, b, c
client web at b
link a -- b 5ms
link b -- c 5ms
link a -- c 5ms
store s on a, b, c { replicate primary a async }
operation view: read s from web level local
operation save: write s from web
`;

test('the same text has the same fixes, whatever was asked before', () => {
  const first = judgeAll(analyze(DESIGN).resolved);
  judgeAll(analyze(DESIGN.replace('async', 'sync 1')).resolved);
  expect(judgeAll(analyze(DESIGN).resolved)).toEqual(first);
  expect(Object.keys(first.effects).length).toBeGreaterThan(0);
});

test('without a budget nothing is claimed', () => {
  expect(judgeAll(analyze(DESIGN).resolved, 0)).toEqual({ effects: {}, expectations: [[], []] });
});

test('what is needed and given, and what is needed and taken away, are in the title', () => {
  const needs = DESIGN.replace('level local', 'level local needs linearizable');
  expect(detailsOf(needs, 'view', 'Read at the leader')).toEqual([
    'Read at the leader: never stale; gives `linearizable` to `view`; errors under 1 cut (+5 ms)',
  ]);
  expect(detailsOf(fixed(needs, 'view', 'Read at the leader'), 'view', 'Read the nearest copy')[0]).toContain(
    'takes `linearizable` from `view`',
  );
});

test('expectations that break, and those that hold then', () => {
  const expectations = `${DESIGN}expect view never stale\nexpect view never error under any 1 link\n`;
  const [title] = detailsOf(expectations, 'view', 'Read at the leader');
  expect(title).toBe(
    'Read at the leader: never stale; errors under 1 cut (+5 ms); breaks `expect view never error under any 1 link`; mends `expect view never stale`',
  );
});

test('a title that would be long tells what happens to others in brief, the price first and whole', () => {
  const reads = ['view', 'look', 'peek', 'glance'].map((name) => `operation ${name}: read s from web\n`).join('');
  const crowd = `node a, b, c\nmesh a, b, c 5ms\nclient web at b\nclient app at c\nstore s on a, b, c { choose AP }\n${reads}operation save: write s from web, app\nexpect save never conflict\nexpect save available\nexpect view available\n`;
  expect(detailsOf(crowd, 'save', 'Choose CP')).toEqual([
    'Choose CP for `s`: never conflict; unknown under 1 one-way cut; errors under 1 isolated node (+10 ms); worse for `view` (error, +10 ms), `look` (error, +10 ms) and 2 more; breaks 2 expectations; mends 1 expectation; better for `view`, `look` and 2 more',
  ]);
});

test('a failing expectation offers what makes it hold, and nothing else', () => {
  const expectations = `${DESIGN}expect view never stale\n`;
  expect(fixesOf(expectations, 'expect view never stale').map(({ title }) => title.split(':')[0])).toEqual([
    'Read at the leader',
  ]);
});

test('where a limit is hit, "never" is not said, and what was looked at is', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].join(', ');
  const large = `node ${nodes}\nmesh ${nodes} 5ms\nclient web at b\nclient app at a
store s on ${nodes} { replicate consensus }\noperation view: read s from web level local\noperation save: write s from app\nexplore all links\n`;
  const [title] = detailsOf(large, 'view', 'Read at the leader');
  expect(title).toMatch(/^Read at the leader: .*not found stale/);
  expect(title).toMatch(/\(looked at all [\d,]+ cuts of at most \d+ of 28 links.*what goes beyond is not known\)$/);
});

test('a name that would turn a title around is shown for what it is', () => {
  const turned = DESIGN.replaceAll('view', '"vi\u202eew"').replaceAll('save', '"sa\u202eve"');
  for (const { title } of fixesOf(turned)) expect(title).not.toContain('\u202e');
});
