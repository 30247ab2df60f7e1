import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { verdictCurves } from './curves.js';
import { exploreAll } from './explore.js';
import { linkImportance } from './importance.js';

const text = (fails: string): string => `node a, b fails 1%
client k
link k -- a 10ms${fails}
link k -- b 10ms${fails}
link a -- b 10ms${fails}
store s on a, b { replicate primary a async failover manual }
operation put: write s from k
operation get: read s from k level local
`;

const modelOf = (source: string): ReturnType<typeof resolve>['model'] => resolve(parse(source)).model;

test('by hand: a write needs the primary and its link', () => {
  const curves = run(verdictCurves(modelOf(text('')), 0, 2));
  const error = curves?.verdicts.find(({ verdict }) => verdict === 'error');
  for (const [i, p] of (curves?.links ?? []).entries()) expect(error?.shares[i]).toBeCloseTo(1 - 0.99 * (1 - p), 12);
  expect(curves?.links.at(0)).toBe(0.00001);
  expect(curves?.links.at(-1)).toBe(0.5);
});

test('a curve has at each place the share of the design whose links fail as often', () => {
  for (const operation of [0, 1]) {
    // What the links of the design say is put aside.
    const curves = run(verdictCurves(modelOf(text(' fails 7%')), operation, 2));
    expect(curves?.verdicts.length).toBeGreaterThan(0);
    for (const at of [4, 12, 16]) {
      const p = curves?.links[at] ?? 0;
      const model = modelOf(text(` fails ${p}`));
      const found = exploreAll(model).clients.find((one) => one.operation === operation);
      for (const { verdict, shares } of curves?.verdicts ?? []) {
        const share = found?.reliability?.verdicts.find((one) => one.verdict === verdict)?.beyondLag.most ?? 0;
        expect(shares[at]).toBeCloseTo(share, 12);
      }
    }
  }
});

test('by hand: what is owed to a link is what there would be less if it never failed', () => {
  const one = 'node a\nclient k\nlink k -- a fails 1%\nstore s on a { choose CP }\noperation put: write s from k\n';
  expect([...linkImportance(modelOf(one))]).toEqual([[0, expect.closeTo(0.01, 12)]]);
  const two = one.replace('link k -- a fails 1%', 'link k -- a fails 1%\nlink k -- a fails 10%');
  // Either is missed only while the other one is down as well.
  expect([...linkImportance(modelOf(two)).values()]).toEqual([expect.closeTo(0.001, 12), expect.closeTo(0.001, 12)]);
  expect(linkImportance(modelOf(one.replace(' fails 1%', ''))).size).toBe(0);
});
