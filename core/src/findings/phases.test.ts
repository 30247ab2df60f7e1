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

test.each([
  ['put lost under blind while detecting', []],
  ['put never lost under blind once settled', []],
  [
    'put never lost under blind',
    ['fails: `put` can be lost for lb under partition blind: acknowledged, then gone, until it is noticed (10 s)'],
  ],
  // Under other faults it is lost for good, which refutes more.
  [
    'put never lost',
    ['fails: `put`: what lb wrote just before can be lost when n1 is isolated: acknowledged, then gone'],
  ],
  [
    'put ok under blind',
    ['holds once settled; until it is noticed (10 s), `put` can be lost for lb under partition blind'],
  ],
  ['put ok under blind once settled', []],
  [
    'put available under blind',
    ['holds once settled; until it is noticed (10 s), `put` can be lost for lb under partition blind'],
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
  ['put never lost while detecting once settled', 'keep one'],
  ['put never lost once settled while detecting', 'keep one'],
  ['put never lost under no fault once settled', 'nothing breaks'],
])('expect %s makes no sense', (written, part) => {
  const { diagnostics, resolved } = analyze(`${BLIND}expect ${written}`);
  const found = diagnostics.filter(({ code }) => code === 'expectation-phase');
  expect(found).toHaveLength(1);
  expect(found[0]?.message).toContain(part);
  expect(resolved.model.expectations).toEqual([]);
});
