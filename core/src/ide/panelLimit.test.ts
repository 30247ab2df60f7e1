import { expect, test } from 'vitest';
import { exploreAll } from '../engine/explore.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { tooMuchToDraw, tooMuchToList } from './panelLimit.js';
import { faultPanel, reportPanel } from './reportPanel.js';

const HEAD = 'node a, b\nlink a -- b\nclient c, d at a\nstore s on a, b { choose CP }\n';
const many = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

test('a picture has up to 3,000 parts', () => {
  const drawn = (nodes: number): string | undefined =>
    tooMuchToDraw(resolve(parse(many(nodes, (i) => `node n${i}\n`) + 'link n0 -- n1\n')).model);
  expect(drawn(2999)).toBeUndefined();
  expect(drawn(3000)).toBe(
    'This design has 3,001 zones, nodes, clients and links, and a picture here shows up to 3,000. ' +
      'Draw it on the command line: `netsplit diagram`.',
  );
});

test('a table has up to 2,000 requests or expectations; one operation is explained in any design', () => {
  const small = resolve(parse(HEAD + many(1000, (i) => `operation o${i}: read s from c, d\n`)));
  expect(tooMuchToList(small.model)).toBeUndefined();
  const large = resolve(parse(HEAD + many(1001, (i) => `operation o${i}: read s from c, d\n`)));
  const reason =
    'This design has 2,002 requests (operations from clients), and a table here shows up to 2,000. ' +
    'Read it on the command line: `netsplit report`.';
  expect(tooMuchToList(large.model)).toBe(reason);
  expect(faultPanel(large, { kind: 'custom', links: [], nodes: ['a'] })).toEqual({ kind: 'none', reason });
  const results = exploreAll(large.model);
  expect(reportPanel(large, results, { kind: 'all' })).toEqual({ kind: 'none', reason });
  const offset = large.text.indexOf('o7:');
  expect(reportPanel(large, results, { kind: 'explain', offset }).kind).toBe('report');
});

test('expectations are counted as well', () => {
  const text = `${HEAD}operation o: read s from c\n${many(2001, () => 'expect o never lost under any 1 link\n')}`;
  expect(tooMuchToList(resolve(parse(text)).model)).toMatch(/^This design has 2,001 expectations, /);
});
