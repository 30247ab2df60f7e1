import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';

const NETWORK = `zone us { node a }
zone eu { node b }
link us -- eu
client c in us`;
const STORES = `store s on a, b { replicate any }
store t on a, b { choose CP }`;
const OPERATIONS = `operation put: write s from c
operation get: read s from c
operation other: read t from c`;
const PARTITION = 'partition ocean { us | eu }';
const EXPECTATIONS = `expect get never stale
expect put never conflict under ocean
expect other ok under ocean`;

/** What becomes of each expectation, in order: by its operation. */
function statuses(...parts: readonly string[]): string[] {
  const { resolved, results } = analyze(parts.join('\n'));
  const judged = results.expectations.map(({ expectation, status }) => ({
    at: resolved.origins.expectations[expectation]?.start ?? 0,
    status: status as string,
  }));
  const left = resolved.unjudged.flatMap(({ kind, span }) =>
    kind === 'expectation' ? [{ at: span.start, status: 'not judged' }] : [],
  );
  return [...judged, ...left].sort((x, y) => x.at - y.at).map(({ status }) => status);
}

const LEFT = 'not judged';

test.each([
  ['nothing', '', '', ['fails', 'holds', 'fails']],
  ['an unknown preset', 'replicate any', 'like nothing', [LEFT, LEFT, 'fails']],
  ['an unknown choice', 'choose CP', 'choose PC', ['fails', 'holds', LEFT]],
  ['a zone without nodes as a side', 'zone eu { node b }', 'zone eu { }\nnode b', [LEFT, LEFT, LEFT]],
  ['a partition without a side', 'us | eu', 'us |', [LEFT, LEFT, LEFT]],
  ['a partition that breaks nothing', 'us | eu', '', [LEFT, LEFT, LEFT]],
  ['a level that is none, of a write', 'write s from c', 'write s from c level nothing', [LEFT, LEFT, 'fails']],
  ['a level that is none, of a read', 'read s from c', 'read s from c level nothing', [LEFT, 'holds', 'fails']],
  ['a write to an unknown store', 'write s', 'write nothing', [LEFT, LEFT, LEFT]],
  ['an unknown end of a link', 'link us -- eu', 'link us -- asia', [LEFT, LEFT, LEFT]],
  ['an unknown place of a client', 'client c in us', 'client c in asia', [LEFT, LEFT, LEFT]],
  ['another name twice', 'store t', 'store s', [LEFT, LEFT, LEFT]],
  ['`!=` in an expectation', 'other ok', 'other != ok', ['fails', 'holds', LEFT]],
  ['a statement that is not understood', 'link us -- eu', 'link us -- eu\nfoo', [LEFT, LEFT, LEFT]],
])('%s', (_, from, to, wanted) => {
  const text = [NETWORK, STORES, OPERATIONS, PARTITION, EXPECTATIONS].join('\n');
  expect(text).toContain(from);
  expect(statuses(text.replace(from, to))).toEqual(wanted);
});

test('a stray word before an expectation does not take it into the one on the line above', () => {
  const text =
    'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose AP }\noperation o: write s from c\n' +
    'expect o ok under no fault\nnothing expect o lost\n';
  const { resolved } = analyze(text);
  expect(resolved.unjudged.map(({ name }) => name)).toEqual(['expect o ok under no fault nothing']);
  expect(resolved.origins.expectations.map(({ start, end }) => text.slice(start, end))).toEqual(['expect o lost']);
});
