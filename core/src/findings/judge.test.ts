import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { threeNodes } from '../testing/told.js';
import { judge } from './judge.js';

test('diagnostics come in order of position, and the rest of a file with mistakes is still analysed', () => {
  const { diagnostics } = analyze(
    threeNodes(`
      store s on a, b, c { choose CP }
      operation get: read s from atA
      operation bad: read nothing from atA
      expect get never error
    `),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(['op-error', 'unknown-name', 'expectation-fails']);
});

const WORDS = threeNodes(`
zone z { node d }
link a -- z 5ms
store s on a, b, d { choose AP }
store t on a, b, c { choose CP }
operation put: write s from atA, atB
operation get: read s from atA
operation both from atB { read t; write s }
partition split { a, d | b }
accept stale on get "it is shown as such"
`);

test('the words for the same results follow the names, the places and the acceptances of the design', () => {
  const { results } = analyze(WORDS);
  const again: readonly (readonly [string, string])[] = [
    ['{ choose AP }', '{ replicate any }'],
    ['accept stale', 'accept error'],
    ['accept error', 'accept stale'],
    ['node d', 'node other'],
    ['a, b, d', 'a, b, other'],
    ['a, d |', 'a, other |'],
    ['put:', 'take:'],
    ['store t', 'store u'],
    ['read t', 'read u'],
    ['zone z', 'zone zz'],
    ['-- z', '-- zz'],
    ['split', 'parted'],
    ['as such', 'otherwise'],
    ['accept stale on get "it is shown as otherwise"', ''],
    ['put', 'take'],
    ['\noperation get', '\n// More.\noperation get'],
    ['both', 'all'],
    ['atB at b', 'elsewhere at b'],
    ['atA, atB', 'atA, elsewhere'],
    ['from atB', 'from elsewhere'],
  ];
  let text = WORDS;
  const told = new Set<string>();
  for (const [before, after] of again) {
    text = text.replace(before, after);
    const resolved = resolve(parse(text));
    // Half of the edits are made of two: in between, the design is another one.
    if (resolved.diagnostics.length > 0) continue;
    const diagnostics = judge(resolved, results);
    // Results that nobody has put into words before.
    expect(diagnostics).toEqual(judge(resolved, structuredClone(results)));
    told.add(JSON.stringify(diagnostics));
  }
  expect(told.size).toBeGreaterThan(5);
});
