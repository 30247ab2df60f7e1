import { expect, test } from 'vitest';
import { exploreAll } from '../../engine/explore.js';
import type { Results } from '../../engine/facts.js';
import type { Resolved } from '../../model/model.js';
import { resolve } from '../../model/resolve.js';
import { HEALTHY, type Cause } from '../../network/fault.js';
import { parse } from '../../syntax/parse.js';
import type { Report } from './document.js';
import { changesReport, changesUnder } from './changesReport.js';

const SHOP = resolve(
  parse(
    'node a, b, c\nmesh a, b, c\nclient k at a\nclient m at c\nstore s on a, b, c { choose CP }\noperation put: write s from k, m\npartition p { a, b | c }\n',
  ),
);

function changesOf(resolved: Resolved, cause: Cause, results?: Results): Report {
  return changesReport(resolved, cause, changesUnder(resolved.model, cause, results));
}

test('healthy beside now', () => {
  const { title, summary, sections } = changesOf(SHOP, { ...HEALTHY, partition: 0 });
  expect(title).toBe('p');
  expect(summary).toBe('Under partition p, 1 of 2 requests changes.');
  expect(sections[0]?.table?.rows.map(({ cells }) => cells.slice(0, 4).map(({ text }) => text))).toEqual([
    ['put', 'k', 'ok', 'ok'],
    ['put', 'm', 'ok', 'error'],
  ]);
});

test('says the same where the results are there already', () => {
  const { model } = SHOP;
  for (const cause of [HEALTHY, { ...HEALTHY, partition: 0 }])
    expect(changesOf(SHOP, cause, exploreAll(model))).toEqual(changesOf(SHOP, cause));
});

test('with no fault nothing changes; without operations there is nothing to change', () => {
  expect(changesOf(SHOP, HEALTHY).summary).toBe('Nothing is broken.');
  expect(changesOf(resolve(parse('node a, b')), HEALTHY)).toMatchObject({
    sections: [],
    summary: 'No operation is declared yet, so there are no verdicts.',
  });
});

test('whose machine is down issues nothing, which is a change', () => {
  const { summary, sections } = changesOf(SHOP, { ...HEALTHY, stopped: [2] });
  expect(summary).toContain('1 of 2 requests');
  expect(sections[0]?.table?.rows[1]?.cells[3]?.text).toBe('issues nothing');
});

test('where a mistake leaves no operation to judge, it says so', () => {
  const broken = 'node a, b\nclient c at a\nstore s on x { choose CP }\noperation get: read s from c';
  expect(changesOf(resolve(parse(broken)), HEALTHY).summary).toBe(
    'No operation is judged: mend the mistakes in the design first.',
  );
});
