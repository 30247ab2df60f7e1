import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../ide/applyEdits.js';
import { parse } from '../parse.js';

const DESIGN = `
node a, b
link a -- b
client ann at a
store cart on a, b { choose CP }
operation pay: write cart from ann
partition ocean { a | b }
`;

/** What is offered in place of a last line; undefined if nothing is. */
function offered(line: string): string | undefined {
  const text = `${DESIGN}${line}\n`;
  const fix = parse(text)
    .diagnostics.flatMap(({ fixes }) => fixes ?? [])
    .at(0);
  if (fix === undefined) return undefined;
  const mended = applyEdits(text, fix.edits);
  expect(parse(mended).diagnostics, mended).toEqual([]);
  return mended.slice(DESIGN.length).trim();
}

test('a word that every object of the program knows is a word like others', () => {
  for (const word of ['__proto__', 'constructor', 'toString'])
    expect(() => offered(`expect {${word} pay never lost under ocean`)).not.toThrow();
});

describe('no part of a statement gets lost when it is written anew', () => {
  test.each([
    ['accept conflict for pay until 2027-03-01', 'accept conflict on pay until 2027-03-01'],
    ['accept conflict on pay because "a set" until 2027-03-01', 'accept conflict on pay "a set" until 2027-03-01'],
    ['accept conflict on pay "a set" until "2027-03-01"', 'accept conflict on pay "a set" until 2027-03-01'],
    ['accept conflict on pay till 2027-03-01', 'accept conflict on pay until 2027-03-01'],
    ['Accept Conflict on pay UNTIL 2027-03-01', 'accept conflict on pay until 2027-03-01'],
    ['accept(conflict, pay, until=2027-03-01)', 'accept conflict on pay until 2027-03-01'],
    [
      'accept conflict, lost on pay until 2027-03-01',
      'accept conflict on pay until 2027-03-01\naccept lost on pay until 2027-03-01',
    ],
    ['accept conflict on pay: the 3 carts are a set', 'accept conflict on pay "the 3 carts are a set"'],
    ['expect pay ok eventually', 'expect pay ok once settled'],
    ['expect pay eventually ok under ocean', 'expect pay ok under ocean once settled'],
    ['assert pay is finally never lost', 'expect pay never lost once settled'],
    ['expect pay never stale afterwards', 'expect pay never stale once settled'],
    ['explore any 1 pair of zones and 1 node', 'explore 1 pair, 1 node'],
    ['explore 1 pair of places', 'explore 1 pair'],
    ['explore any 2 pairs of the zones, 1 link', 'explore 2 pairs, 1 link'],
    ['explore 1 pair between two nodes', 'explore 1 pair'],
    ['explore any 1 link between zones', undefined],
    ['explore any 1 node in each zone', undefined],
    ['expect pay ok under any 1 pair of zones', 'expect pay ok under any 1 pair'],
    ['assert pay from ann available 99.99%', 'expect pay from ann available 99.99%'],
    ['assert pay is available at least 99.9% of the time', 'expect pay available 99.9%'],
    // It may be a share of time, or a fault: the other reading is a second fix.
    ['assert pay lost at most 0.1% under ocean', 'expect pay lost at most 0.1%'],
    ['assert pay fails at most 5 minutes per year', 'expect pay error at most 5min a year'],
    ['assert pay is ok under ocean once settled', 'expect pay ok under ocean once settled'],
    ['assert pay fails under ocean while detecting', 'expect pay error under ocean while detecting'],
    ['assert pay conflict beyond lag', 'expect pay conflict beyond lag'],
    ['expect pay from ann latency < 3s', 'expect pay from ann within 3s'],
    ['expect pay takes at most 200 ms under ocean', 'expect pay within 200ms under ocean'],
    ['expect pay p99 < 200ms', 'expect pay within 200ms p99'],
    ['expect pay takes more than 200ms', undefined],
    ['expect pay from nothing within 5ms', undefined],
    ['link between a and b 5ms fails 1%', 'link a -- b 5ms fails 1%'],
    ['mesh: a b (5 ms) fails 1%', 'mesh a, b 5ms fails 1%'],
  ])('%s', (line, wanted) => {
    expect(offered(line)).toBe(wanted);
  });
});

describe('what cannot be written anew with all of its parts is left as it is', () => {
  test.each([
    'accept conflict on pay until tomorrow',
    'accept conflict for pay 2027-03-01',
    'accept conflict on pay before 2027-03-01',
    // One share of time for two verdicts.
    'assert pay error, unknown at most 1%',
    'assert pay available 99% at most 1%',
    'assert pay available at least 5min a year',
    'assert pay lost at most 5min a month',
    'server c fails 0.1%',
    'region us { node c fails 0.1% }',
    'region us { c, d } fails 1%',
    'Node c with FAILS 1%',
    'common-cause power { a, b } fails 1%',
  ])('%s', (line) => {
    expect(offered(line)).toBeUndefined();
  });
});
