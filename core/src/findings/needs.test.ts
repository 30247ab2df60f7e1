import { expect, test } from 'vitest';
import { allDiagnostics, analyze } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { threeNodes, told } from '../testing/told.js';

function design(store: string, needs: string): string {
  return `
    store s on a, b, c { ${store} }
    operation put: write s from atA, atB
    operation get: read s from atA, atB ${needs}
  `;
}

function toldOf(text: string): string {
  return told(threeNodes(text), ['needs-impossible', 'needs-unavailable', 'needs-broken', 'needs-not-known']);
}

test('needs that are given say nothing', () => {
  expect(toldOf(design('choose CP', 'needs linearizable, causal, bounded 5s'))).toBe('');
});

test("needs that can't be had are an error that names who has shown it and what would give it", () => {
  const text = design('replicate quorum R=2 W=2', 'needs linearizable');
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "error needs-impossible on linearizable
      \`get\` can't give atA and atB \`linearizable\`, not even with no fault: replicate by consensus"
  `);
  // Before anything was explored.
  const { code } = allDiagnostics(resolve(parse(threeNodes(text))), undefined)[0] ?? {};
  expect(code).toBe('needs-impossible');
});

test('needs that a fault takes away are a warning with the smallest', () => {
  const text = design('replicate primary a failover automatic', 'needs read-your-writes, monotonic-reads');
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "warning needs-broken on read-your-writes
      \`get\` doesn't give atA and atB \`read-your-writes\` when a is isolated: a can answer without put from
      atA
    warning needs-broken on monotonic-reads
      \`get\` doesn't give atA and atB \`monotonic-reads\` when a is isolated: a can answer with put from atA"
  `);
});

test('needs that only a deposed leader breaks say until when', () => {
  expect(toldOf(design('choose CP', 'level leader needs linearizable'))).toMatchInlineSnapshot(`
    "warning needs-broken on linearizable
      \`get\` doesn't give atA \`linearizable\` when a is isolated, until that is noticed: a can answer
      without put from atB"
  `);
});

test('beside `choose AP`, one of the two can be had', () => {
  expect(toldOf(design('replicate consensus choose AP', 'needs linearizable'))).toMatchInlineSnapshot(`
    "warning needs-unavailable on linearizable
      \`get\` doesn't give atA and atB \`linearizable\` when link a–b is cut: a can answer without put from
      atB"
  `);
});

test('beside an expectation of answers, one of the two can be had by a client that reaches only a minority', () => {
  const lone = 'partition lone { b | a, c }\nexpect get available under lone';
  expect(toldOf(`${design('choose CP', 'needs linearizable')}${lone}`)).toMatchInlineSnapshot(`
    "warning needs-unavailable on linearizable
      \`get\` gives \`linearizable\`, so \`expect get available under lone\` can't hold"
  `);
  expect(toldOf(`${design('choose CP', 'needs eventual')}${lone}`)).toBe('');
  // A client that reaches a majority could be answered by another design.
  const half = 'partition half { cut a -- b }\nexpect get available under half';
  expect(toldOf(`${design('replicate consensus leader a', 'needs linearizable')}${half}`)).toBe('');
});

test("needs that can't be decided are said to be, and never given", () => {
  const text = 'store s on a, b, c { choose AP }\noperation put: write s from atA, atB needs causal';
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "information needs-not-known on causal
      not known whether \`put\` gives atA and atB \`causal\`"
  `);
});

test('needs of a step of a composite operation name the step', () => {
  const text = `
    store s on a, b, c { choose AP }
    operation both from atA, atB {
      write s
      read s needs linearizable
    }
  `;
  expect(toldOf(text)).toMatchInlineSnapshot(`
    "error needs-impossible on linearizable
      \`both\` (read s) can't give atA and atB \`linearizable\`, not even with no fault"
  `);
});

test('who has shown it, why, and what would give it stand beside the message', () => {
  const details = (text: string): readonly string[] =>
    analyze(threeNodes(text)).diagnostics.flatMap(({ code, related = [] }) =>
      code.startsWith('needs-') ? related.map(({ message }) => message) : [],
    );
  const impossible = details(design('replicate quorum R=2 W=2', 'needs linearizable'));
  expect(impossible[0]).toMatch(/^even a quorum that overlaps .* \(Attiya, .*\)$/);
  expect(impossible[1]).toBe('What would give it: replicate by consensus');
  const broken = details(design('choose CP', 'level leader needs linearizable'));
  expect(broken[0]).toMatch(/^a can answer without put from atB, which can be acknowledged by b/);
  expect(broken).toContain('The same for atB under other faults');
  expect(broken.find((one) => one.startsWith('Shown by'))).toContain('Gilbert & Lynch');
  expect(details(design('replicate consensus choose AP', 'needs linearizable')).join()).toContain(
    'only one of the two',
  );
});
