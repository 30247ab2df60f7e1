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
      \`get\` errors for atA when a is isolated: 1 of 3 replicas in reach of a, a majority is 2; also: the
      same for atB under other faults (looked at all 8 cuts of 3 links)"
  `);
});

test('the bound stands at the end, and covers every family of faults', () => {
  const text = threeNodes(`
    store s on a, b, c { choose CP }
    operation get: read s from atA
  `);
  expect(told(text)).toMatchInlineSnapshot(`
    "warning op-error on get
      \`get\` errors for atA when link a–b is cut: a has no direct connection to the leader b (looked at all
      8 cuts of 3 links, 6 one-way cuts, 3 stopped nodes, 3 isolated nodes and 3 pairs)"
  `);
});

test('harm goes before harm: lost before conflict before unknown before stale before error', () => {
  const text = threeNodes(`
    store s on a, b, c { replicate primary a async failover automatic }
    operation put: write s from atA, atB
  `);
  expect(told(text)).toMatchInlineSnapshot(`
    "warning op-lost on put
      \`put\` can be lost for atA when a is isolated: a acknowledges it and b, promoted without it, replaces
      that history at the heal; a rejoins by itself; also: what atB wrote just before can be lost;
      conflict for atB; unknown for atB when a→b is cut (one way); error for atB when link a–b is cut
      (looked at all 8 cuts of 3 links, 6 one-way cuts, 3 stopped nodes, 3 isolated nodes and 3 pairs)"
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
      \`get\` can be stale for atB until the heal when a is stopped: b can answer without put from atA,
      which was acknowledged by a just before the break: nothing can carry it there until the heal (looked
      at 3 stopped nodes)"
  `);
  expect(told(threeNodes(`explore any 1 zone ${design}`), ['op-stale'])).toMatchInlineSnapshot(`
    "information op-stale on get
      \`get\` can lag behind for atB with no fault at all: b can answer without put from atA, which can be
      acknowledged by a: it is on its way (looked at nothing but the healthy network)"
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
    "s | store s: any on a and b, chosen AP
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
  const some = { text: 'all cuts of at most 3 of 60 links', faults: '36051', complete: false };
  expect(toldOf({ explored: [some] })).toEqual([
    'information op-not-known: nothing goes wrong with `get` in all cuts of at most 3 of 60 links; ' +
      'there are too many faults to look at all of them, so the rest is not known',
  ]);
  expect(toldOf({ notKnown: 's has 30 replicas and witnesses; stores of more than 24 are not analysed' })).toEqual([
    'warning op-not-known: what happens to `get` is not known: ' +
      's has 30 replicas and witnesses; stores of more than 24 are not analysed',
  ]);
});

test('what a client wrote just before the break is told apart from what it asks for during it', () => {
  const { diagnostics } = analyze(`node a, b, c
mesh a, b, c
client ann at a
client bob at b
client far
link far -- a
store s on a, b, c { choose AP merge crdt }
operation put: write s from ann, bob
operation add: write s from far
partition alone { isolate a }
explore any 0 links`);
  expect(
    diagnostics.filter(({ message }) => message.startsWith('`add`')).map(({ code, message }) => `${code}: ${message}`),
  ).toEqual([
    'op-conflict: `add` can leave what far wrote just before in conflict under partition alone: acknowledged by a just ' +
      'before the break while put from bob can be acknowledged by b, neither side learns of the other until the heal; ' +
      'the data type merges both and drops nothing, though what must hold of both together may break; also: error for ' +
      'far (looked at 1 named partition)',
  ]);
});
