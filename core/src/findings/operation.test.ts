import { expect, test } from 'vitest';
import type { Results } from '../engine/facts.js';
import { analyze } from '../analyze.js';
import { only, threeNodes, told } from '../testing/told.js';
import { judge } from './judge.js';

test('an operation that nothing happens to has no diagnostic', () => {
  const text = threeNodes(`
    explore any 1 node
    store s on a, b, c { choose CP }
    operation get: read s from atB
  `);
  expect(told(text)).toBe('');
});

test('one diagnostic per operation, on its name: the worst, to whom, its smallest cause, why, and what else', () => {
  const text = threeNodes(`
    explore all links
    store s on a, b, c { replicate consensus leader a }
    operation get: read s from atA, atB
  `);
  expect(told(text)).toMatchInlineSnapshot(`
    "warning op-error on get
      \`get\` errors for atA when a is isolated: 1 of 3 replicas in reach of a, a majority is 2"
  `);
});

test('the bound stands at the end, and covers every family of faults', () => {
  const text = threeNodes(`
    store s on a, b, c { choose CP }
    operation get: read s from atA
  `);
  expect(told(text)).toMatchInlineSnapshot(`
    "warning op-error on get
      \`get\` errors for atA when a–b is cut: a has no direct connection to the leader b"
  `);
});

test('harm goes before harm: lost before conflict before unknown before stale before error', () => {
  const text = threeNodes(`
    store s on a, b, c { replicate primary a async failover automatic }
    operation put: write s from atA, atB
  `);
  expect(told(text)).toMatchInlineSnapshot(`
    "warning op-lost on put
      \`put\` can be lost for atA when a is isolated: acknowledged, then gone"
  `);
});

test('what is for the lag only is information, and never the headline where something lasts until the heal', () => {
  const design = `
    store s on a, b { replicate primary a async }
    operation put: write s from atA
    operation get: read s from atB level local
  `;
  expect(told(threeNodes(`explore any 1 node ${design}`), ['op-stale'])).toMatchInlineSnapshot(`
    "warning op-stale on get
      \`get\` can be stale for atB when a is stopped: it can miss put from atA"
  `);
  expect(told(threeNodes(`explore any 1 zone ${design}`), ['op-stale'])).toMatchInlineSnapshot(`
    "information op-stale on get
      \`get\` is stale for atB while replication lags with no fault at all: it can miss put from atA"
  `);
});

test('related places: the store, what is cut, and the write that is missed', () => {
  const text = threeNodes(`
    store s on a, b { choose AP }
    operation put: write s from atA
    operation get: read s from atB
  `);
  const { related = [] } = only(text, 'op-stale');
  const shown = related.map(({ span, message }) => `${text.slice(span.start, span.end)} | ${message}`);
  expect(shown.join('\n')).toMatchInlineSnapshot(`
    "get | b can answer without put from atA, which can be acknowledged by a: it can't arrive before the network heals
    s | store s: any on a and b, chosen AP
    mesh a, b, c 10ms | a–b is cut
    put | the write that is missed: put from atA"
  `);
});

test('silence never means "safe": what was not looked at whole is said', () => {
  const text = threeNodes(`
    explore any 1 node
    store s on a, b, c { choose CP }
    operation get: read s from atB
  `);
  const { resolved, results } = analyze(text);
  const toldOf = (change: Partial<Results['clients'][number]>): string[] =>
    judge(resolved, { ...results, clients: results.clients.map((one) => ({ ...one, ...change })) }).map(
      ({ code, severity, message }) => `${severity} ${code}: ${message}`,
    );
  const some = {
    text: 'all cuts of at most 3 of 60 links',
    faults: '36051',
    complete: false,
    foundBy: { way: 'enumeration' as const, runs: 1 },
  };
  expect(toldOf({ explored: [some] })).toEqual([
    'information op-not-known: nothing was found for `get`, and there are too many faults to look at all of them',
  ]);
  expect(toldOf({ notKnown: 's has 30 replicas and witnesses; stores of more than 24 are not analysed' })).toEqual([
    'warning op-not-known: `get` is not known: ' +
      's has 30 replicas and witnesses; stores of more than 24 are not analysed',
  ]);
});
