import { expect, test } from 'vitest';
import { exploreAll } from '../engine/explore.js';
import { run } from '../base/steps.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { judgeFixes } from './judge.js';
import { triedSection, whyNoFix } from './tried.js';

interface Asked {
  readonly why: ReturnType<typeof whyNoFix>;
  readonly rows: readonly (readonly string[])[] | undefined;
}

/** What is said of the first operation. */
function asked(text: string): Asked {
  const resolved = resolve(parse(text));
  expect(resolved.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [results, judged] = [exploreAll(resolved.model), run(judgeFixes(resolved))];
  const [section] = triedSection(resolved, results, judged, 0);
  return {
    why: whyNoFix(resolved, results, judged, 0),
    rows: section?.table?.rows.map(({ cells }) => cells.map((cell) => cell.text)),
  };
}

const ZONES = 'zone us { node us1 }\nzone eu { node eu1 }\nlink us -- eu 80ms\nclient ann in us\nclient bob in eu\n';

test('each change that was tried, with what comes of it, and which of them the light bulb has', () => {
  const { why, rows } = asked(`${ZONES}store s on us1, eu1 { choose AP }\noperation add: write s from ann, bob`);
  expect(why).toBeUndefined();
  expect(rows?.map(([change, , bulb]) => [change, bulb])).toContainEqual(['Choose CP for `s`', 'offered first']);
});

test('where nothing helps, the light bulb has the reason: what was tried', () => {
  const { why, rows } = asked(`${ZONES}store s on us1 { choose CP }\noperation put: write s from bob`);
  expect(why).toEqual({
    title: 'No small change helps put',
    reason: 'Tried for `put`, without help under one fault: Choose AP for `s`.',
  });
  expect(rows).toEqual([['Choose AP for `s`', 'nothing better was found', 'not offered']]);
});
