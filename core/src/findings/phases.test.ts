import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';

// The old primary loses the controller and nothing else: until it notices, it acknowledges what the failover discards.
const BLIND = `node n1, n2, controller
client lb
link lb -- n1
link lb -- n2
link n1 -- n2
link n1 -- controller
link n2 -- controller
store s on n1, n2 { replicate primary n1 async step-down failover automatic by controller; detect 10s }
operation put: write s from lb
partition blind { cut controller -- n1 }
`;

const REASON =
  'n1 acknowledges it and n2, promoted without it, replaces that history at the heal; n1 rejoins by itself';

test.each([
  ['put lost under blind while detecting', []],
  ['put never lost under blind once settled', []],
  [
    'put never lost under blind',
    [
      '`put` should never be lost, but it can be lost for lb under partition blind, until it is noticed (10 s): ' +
        `${REASON}; it holds \`once settled\``,
    ],
  ],
  // Under other faults it is lost for good, which refutes more.
  [
    'put never lost',
    [
      '`put` should never be lost, but it can lose what lb wrote just before when n1 is isolated: n1 acknowledged it ' +
        'just before the break and n2, promoted without it, replaces that history at the heal; n1 rejoins by itself',
    ],
  ],
  [
    'put ok under blind',
    [`holds once settled; until it is noticed (10 s) it can be lost for lb under partition blind: ${REASON}`],
  ],
  ['put ok under blind once settled', []],
  [
    'put available under blind',
    [`holds once settled; until it is noticed (10 s) it can be lost for lb under partition blind: ${REASON}`],
  ],
  ['put never error under blind', []],
  ['put never unknown under blind', []],
])('expect %s', (written, messages) => {
  const { diagnostics } = analyze(`${BLIND}expect ${written}`);
  expect(diagnostics.flatMap(({ code, message }) => (/^expectation-/.test(code) ? [message] : []))).toEqual(messages);
});

test('`once settled` is added by a fix, with which the expectation holds', () => {
  for (const written of ['put never lost under blind', 'put ok under blind']) {
    const text = `${BLIND}expect ${written} // as agreed`;
    const [fix] = analyze(text).diagnostics.flatMap(({ code, fixes }) =>
      /^expectation-/.test(code) ? (fixes ?? []) : [],
    );
    const [edit] = fix?.edits ?? [];
    const fixed = `${text.slice(0, edit?.span.start)}${edit?.text ?? ''}${text.slice(edit?.span.end)}`;
    expect(fixed).toBe(`${BLIND}expect ${written} once settled // as agreed`);
    expect(analyze(fixed).diagnostics.filter(({ code }) => code.startsWith('expectation-'))).toEqual([]);
  }
});

test.each([
  ['put never lost while detecting once settled', 'Keep one of them'],
  ['put never lost once settled while detecting', 'Keep one of them'],
  ['put never lost under no fault once settled', 'nothing breaks'],
])('expect %s makes no sense', (written, part) => {
  const { diagnostics, resolved } = analyze(`${BLIND}expect ${written}`);
  const found = diagnostics.filter(({ code }) => code === 'expectation-phase');
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toContain(part);
  expect(resolved.model.expectations).toEqual([]);
});
